"""Statements of two accounts that speak of one matter, if that is clear."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from tui.analysis.alignment.terms import Term, function_words, terms_of
from tui.model import Span

MIN_SCORE = 0.22
"""Nine of ten pairs above it spoke of one matter in 300 pairs of news articles."""
_MIN_SHARED = 3
"""Names and words that both have, at least: `Ana Ruiz` and `cease-fire` count as one each."""
_CLEAR_SCORE = 0.4
"""From this score on, two are enough."""
_MIN_WORDS = 2
"""Words that both have, at least, besides names and numbers."""
SAME_SPEAKER = 0.1
"""What a common speaker adds when the best partner is chosen."""
_GRAM = 4
_MOST_OWNERS = 200
"""A stem in more statements than this finds none."""
_MIN_COMMON = 0.1
"""The share of a statement's stems, by weight, that its partner has at least."""
_CLEAR_COMMON = 0.25
"""The same if they have fewer than three stems in common."""


class Said(NamedTuple):
    """The words of a statement, and who says it."""

    text: str
    speakers: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    """Its place in its article."""


class StatementPair(NamedTuple):
    """Two statements on one matter, by their numbers in their accounts."""

    left: int
    right: int
    score: float
    """From 0 to 1: the mean of common words, weighed by rarity, and of common runs of four letters."""
    shared: tuple[str, ...]
    """The left statement's words that both have."""
    units: int
    """How many names and words these are."""
    words: int
    """How many of them are no names and numbers."""
    has_same_speaker: bool


def statement_pairs(left: Sequence[Said], right: Sequence[Said], min_score: float = MIN_SCORE) -> list[StatementPair]:
    """Return the statements of two accounts that speak of one matter.

    Each has one partner at most.
    """
    plain = function_words([*(each.text for each in left), *(each.text for each in right)])
    ours, theirs = ([_profile(each, plain) for each in side] for side in (left, right))
    rarity = _Rarity([*ours, *theirs])
    pairs = (_pair(one, other, ours[one], theirs[other], rarity) for one, other in _candidates(ours, theirs, rarity))
    return _best(pair for pair in pairs if pair.score >= min_score and _is_clear(pair))


class _Profile(NamedTuple):
    """What of a statement is compared."""

    terms: Mapping[str, Term]
    grams: Counter[str]
    speakers: frozenset[str]


def _profile(said: Said, plain: frozenset[str]) -> _Profile:
    terms = terms_of(said.text, plain)
    letters = f" {' '.join(term.word.lower() for term in terms)} "
    grams = Counter(letters[at : at + _GRAM] for at in range(len(letters) - _GRAM + 1))
    return _Profile({term.stem: term for term in terms}, grams, frozenset(said.speakers))


class _Rarity:
    """What stems and runs of letters weigh among the statements compared."""

    def __init__(self, profiles: Sequence[_Profile]) -> None:
        stems = Counter(stem for profile in profiles for stem in profile.terms)
        grams = Counter(gram for profile in profiles for gram in profile.grams)
        self.stems = {stem: log(1 + len(profiles) / count) for stem, count in stems.items()}
        self._grams = {gram: log(1 + len(profiles) / count) for gram, count in grams.items()}
        self._weights = {id(profile): sum(self.stems[stem] for stem in profile.terms) for profile in profiles}
        self._lengths = {id(profile): self._length(profile) for profile in profiles}

    def weight(self, profile: _Profile) -> float:
        """Return what the stems of a statement weigh together."""
        return self._weights[id(profile)]

    def common_words(self, one: _Profile, other: _Profile) -> float:
        """Return the weighed share of the stems of both that are common."""
        common = sum(self.stems[stem] for stem in one.terms.keys() & other.terms.keys())
        return common / (self.weight(one) + self.weight(other) - common)

    def common_letters(self, one: _Profile, other: _Profile) -> float:
        """Return the cosine of the weighed runs of letters."""
        dot = sum(
            count * other.grams[gram] * self._grams[gram] ** 2
            for gram, count in one.grams.items()
            if gram in other.grams
        )
        return dot / (self._lengths[id(one)] * self._lengths[id(other)]) if dot else 0.0

    def _length(self, profile: _Profile) -> float:
        return sqrt(sum((count * self._grams[gram]) ** 2 for gram, count in profile.grams.items()))


def _candidates(ours: list[_Profile], theirs: list[_Profile], rarity: _Rarity) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share enough stems which are not too common."""
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(theirs):
        for stem in profile.terms:
            owners[stem].append(number)
    found = {stem: numbers for stem, numbers in owners.items() if len(numbers) <= _MOST_OWNERS}
    for number, profile in enumerate(ours):
        yield from ((number, other) for other in _partners(profile, found, rarity))


def _partners(profile: _Profile, owners: Mapping[str, list[int]], rarity: _Rarity) -> list[int]:
    """Return the other side's statements that share enough stems with one."""
    common: defaultdict[int, float] = defaultdict(float)
    counts: Counter[int] = Counter()
    for stem in profile.terms:
        for other in owners.get(stem, ()):
            common[other] += rarity.stems[stem]
            counts[other] += 1
    few, many = (share * rarity.weight(profile) for share in (_CLEAR_COMMON, _MIN_COMMON))
    return [other for other in sorted(common) if common[other] >= (many if counts[other] >= _MIN_SHARED else few)]


def _pair(one: int, other: int, ours: _Profile, theirs: _Profile, rarity: _Rarity) -> StatementPair:
    score = (rarity.common_words(ours, theirs) + rarity.common_letters(ours, theirs)) / 2
    shared = sorted((stem for stem in ours.terms if stem in theirs.terms), key=lambda stem: -rarity.stems[stem])
    names = (ours.terms[stem].is_name or theirs.terms[stem].is_name for stem in shared)
    units = min(len({profile.terms[stem].unit for stem in shared}) for profile in (ours, theirs))
    return StatementPair(
        one,
        other,
        round(score, 2),
        tuple(ours.terms[stem].word for stem in shared),
        units,
        len(shared) - sum(names),
        bool(ours.speakers & theirs.speakers),
    )


def _is_clear(pair: StatementPair) -> bool:
    """Return whether enough is common that it is no chance."""
    return pair.words >= _MIN_WORDS and (pair.units >= _MIN_SHARED or pair.score >= _CLEAR_SCORE)


def _best(pairs: Iterable[StatementPair]) -> list[StatementPair]:
    ranked = sorted(pairs, key=lambda pair: (-pair.score - SAME_SPEAKER * pair.has_same_speaker, pair.left, pair.right))
    taken: set[tuple[str, int]] = set()
    chosen = []
    for pair in ranked:
        own = {("left", pair.left), ("right", pair.right)}
        if not taken & own:
            taken |= own
            chosen.append(pair)
    return sorted(chosen, key=lambda pair: pair.left)
