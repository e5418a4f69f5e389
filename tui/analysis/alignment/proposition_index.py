"""An index of propositions by the words of their sentences and quotes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log
from typing import NamedTuple

from tui.analysis.alignment.terms import Term, function_words, terms_of
from tui.model import NOTE, Collation, Proposition

NAME_WEIGHT = 1.3
"""How much more a name or a number counts than another word."""
_IN_BRACKETS = re.compile(r"\[[^\]]*\]")
"""Who says "we" in the sentence."""

_Numbered = Iterable[tuple[int, tuple[Term, ...]]]
"""The terms of each sentence and quote, with the proposition's number."""


class LinkedQuote(NamedTuple):
    """The words of a statement about a proposition."""

    slug: str
    quote: str


class PropositionIndex(NamedTuple):
    """Propositions by the stems of their words."""

    slugs: tuple[str, ...]
    sentences: tuple[str, ...]
    titles: tuple[frozenset[str], ...]
    """The stems of each proposition's own sentence."""
    title_weights: tuple[float, ...]
    """What these stems weigh together."""
    stems: tuple[frozenset[str], ...]
    """The stems of its sentence and of the quotes about it."""
    postings: Mapping[str, tuple[int, ...]]
    """The propositions that have a stem, in their sentence or in a quote."""
    weights: Mapping[str, float]
    """What each stem counts: more, the fewer propositions have it."""
    function_words: frozenset[str]

    def weight(self, term: Term) -> float:
        """Return what a term of a statement counts, known here or not."""
        return self.weights.get(term.stem) or _rarity(len(self.slugs), 0) * (NAME_WEIGHT if term.is_name else 1)


def build_index(propositions: Iterable[Proposition], linked_quotes: Iterable[LinkedQuote] = ()) -> PropositionIndex:
    """Return the index of propositions and of the quotes about them."""
    listed, quotes = {each.slug: each.text for each in propositions}, tuple(linked_quotes)
    words = function_words((*listed.values(), *(each.quote for each in quotes)))
    numbers = {slug: number for number, slug in enumerate(listed)}
    titles = [terms_of(_IN_BRACKETS.sub(" ", text), words) for text in listed.values()]
    linked = [(numbers[each.slug], terms_of(each.quote, words)) for each in quotes if each.slug in numbers]
    everything = [*enumerate(titles), *linked]
    postings = _postings(everything)
    names = {term.stem for _, terms in everything for term in terms if term.is_name}
    weights = _weights(postings, names, len(listed))
    title_stems = [dict.fromkeys(term.stem for term in title) for title in titles]
    return PropositionIndex(
        slugs=tuple(listed),
        sentences=tuple(listed.values()),
        titles=tuple(map(frozenset, title_stems)),
        title_weights=tuple(sum(weights[stem] for stem in title) for title in title_stems),
        stems=_stems(everything, len(listed)),
        postings=postings,
        weights=weights,
        function_words=words,
    )


def linked_quotes(collation: Collation) -> list[LinkedQuote]:
    """Return the words of the certain statements with a proposition."""
    return [
        LinkedQuote(placed.annotation.about, placed.words(account.article.text))
        for account in collation.articles_once
        for placed in account.placed
        if placed.annotation.about and placed.annotation.kind != NOTE.name and not placed.is_doubtful
    ]


def _stems(everything: _Numbered, count: int) -> tuple[frozenset[str], ...]:
    stems: list[set[str]] = [set() for _ in range(count)]
    for number, terms in everything:
        stems[number].update(term.stem for term in terms)
    return tuple(map(frozenset, stems))


def _postings(everything: _Numbered) -> dict[str, tuple[int, ...]]:
    owners: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for number, terms in everything:
        for term in terms:
            owners[term.stem][number] = None
    return {stem: tuple(numbers) for stem, numbers in owners.items()}


def _weights(postings: Mapping[str, tuple[int, ...]], names: set[str], count: int) -> dict[str, float]:
    return {
        stem: _rarity(count, len(owners)) * (NAME_WEIGHT if stem in names else 1) for stem, owners in postings.items()
    }


def _rarity(count: int, owners: int) -> float:
    return log(1 + count / (1 + owners))
