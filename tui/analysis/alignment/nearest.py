"""The propositions that a statement may be about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nlargest
from typing import NamedTuple

from tui.analysis.alignment.differing_numbers import Difference, differing_numbers
from tui.analysis.alignment.proposition_index import PropositionIndex
from tui.analysis.alignment.terms import Term, terms_of

OFFERED = 3
_COMMON = 100
"""A stem of more propositions than this finds none if a rarer one does."""
_COMPARED = 30
"""Propositions whose score is worked out."""
_NUMBERS_COMPARED = 0.4
"""From this score on, a statement is near enough for numbers that differ to be of one thing."""
_NAMED = 4
"""Words that a reason names."""


class Nearest(NamedTuple):
    """A proposition that a statement may be about, and why."""

    slug: str
    score: float
    """From 0 to 1: the mean of the shares of their words that the statement and the sentence find in the other."""
    reason: str
    """A sentence for the reader."""
    differences: tuple[Difference, ...] = ()
    """The numbers of the statement that its sentence contradicts, if any."""


def nearest_propositions(statement_text: str, index: PropositionIndex) -> tuple[Nearest, ...]:
    """Return the three nearest propositions, the nearest first.

    There are fewer if fewer share a word with the statement.
    """
    terms = {term.stem: term for term in terms_of(statement_text, index.function_words)}
    whole = sum(map(index.weight, terms.values()))
    known = {stem: term for stem, term in terms.items() if stem in index.postings}
    scores = {number: _score(number, known, whole, index) for number in _candidates(known, index)}
    best = nlargest(OFFERED, scores.items(), key=lambda item: (item[1], -item[0]))
    return tuple(_nearest(statement_text, number, score, [*known.values()], index) for number, score in best)


def _nearest(statement: str, number: int, score: float, terms: list[Term], index: PropositionIndex) -> Nearest:
    reason = _reason(terms, number, index)
    is_near = score >= _NUMBERS_COMPARED
    differences = differing_numbers(statement, index.sentences[number]) if is_near else ()
    if differences:
        reason += f" But {differences[0].reason}."
    return Nearest(index.slugs[number], round(score, 2), reason, differences)


def _candidates(terms: Iterable[str], index: PropositionIndex) -> Iterable[int]:
    """Return the propositions that share most of the rarer stems."""
    known = sorted((len(index.postings[stem]), stem) for stem in terms)
    common: defaultdict[int, float] = defaultdict(float)
    for count, stem in known:
        if count > _COMMON and common:
            break
        weight = index.weights[stem]
        for number in index.postings[stem]:
            common[number] += weight
    return nlargest(_COMPARED, common, key=lambda number: (common[number], -number))


def _score(number: int, terms: Mapping[str, Term], whole: float, index: PropositionIndex) -> float:
    weights = index.weights
    found = sum(weights[stem] for stem in terms if stem in index.stems[number])
    in_title = sum(weights[stem] for stem in terms if stem in index.titles[number])
    title = index.title_weights[number]
    return round((found / whole + (in_title / title if title else 0)) / 2, 6)  # so that equal sums are equal


def _reason(terms: list[Term], number: int, index: PropositionIndex) -> str:
    """Return which words a proposition shares with the statement.

    As in `“Ankara” and “talks” are in its sentence, “regime” in a quote about it.`
    """
    title = index.titles[number]
    shared = [term for term in terms if term.stem in index.stems[number]]
    heaviest = nlargest(_NAMED, shared, key=lambda term: index.weights[term.stem])
    named = sorted(heaviest, key=terms.index)
    own = [term.word for term in named if term.stem in title]
    linked = [term.word for term in named if term.stem not in title]
    verb = "are" if len(own or linked) > 1 else "is"
    if not linked:
        return f"{_listed(own)} {verb} in its sentence."
    if not own:
        return f"{_listed(linked)} {verb} in a quote about it."
    return f"{_listed(own)} {verb} in its sentence, {_listed(linked)} in a quote about it."


def _listed(words: list[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
