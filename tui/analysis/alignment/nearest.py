"""The propositions that a statement may be about."""

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest
from typing import NamedTuple

from tui.analysis.alignment.proposition_index import PropositionIndex
from tui.analysis.alignment.terms import Term, terms_of

OFFERED = 3
_COMMON = 200
"""A stem of more propositions than this finds none by itself."""
_NAMED = 4
"""Words that a reason names."""


class Nearest(NamedTuple):
    """A proposition that a statement may be about, and why."""

    slug: str
    score: float
    """From 0 to 1: the mean of the shares of their words that the statement and the sentence find in the other."""
    reason: str
    """A sentence for the reader."""


def nearest_propositions(statement_text: str, index: PropositionIndex) -> tuple[Nearest, ...]:
    """Return the three nearest propositions, the nearest first.

    There are fewer if fewer share a word with the statement.
    """
    terms = {term.stem: term for term in terms_of(statement_text, index.function_words)}
    whole = sum(map(index.weight, terms.values()))
    shared = _shared(terms, index)
    scores = {number: _score(number, stems, whole, index) for number, stems in shared.items()}
    best = nlargest(OFFERED, scores.items(), key=lambda item: (item[1], -item[0]))
    return tuple(
        Nearest(
            index.slugs[number],
            round(score, 2),
            _reason([terms[stem] for stem in terms if stem in shared[number]], number, index),
        )
        for number, score in best
    )


def _shared(terms: Iterable[str], index: PropositionIndex) -> dict[int, list[str]]:
    """Return the propositions with their stems in a statement, rarest first."""
    shared: defaultdict[int, list[str]] = defaultdict(list)
    known = sorted((len(index.postings[stem]), stem) for stem in terms if stem in index.postings)
    for count, stem in known:
        owners = index.postings[stem]
        for number in owners if count <= _COMMON or not shared else shared.keys() & set(owners):
            shared[number].append(stem)
    return shared


def _score(number: int, stems: list[str], whole: float, index: PropositionIndex) -> float:
    found = sum(index.weights[stem] for stem in stems)
    in_title = sum(index.weights[stem] for stem in stems if stem in index.titles[number])
    title = index.title_weights[number]
    return round((found / whole + (in_title / title if title else 0)) / 2, 6)  # so that equal sums are equal


def _reason(terms: list[Term], number: int, index: PropositionIndex) -> str:
    """Return which words a proposition shares with the statement.

    As in `“Ankara” and “talks” are in its sentence, “regime” in a quote about it.`
    """
    title = index.titles[number]
    heaviest = nlargest(_NAMED, terms, key=lambda term: index.weights[term.stem])
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
