"""List the names of a codebook and of the records, with who uses them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tui.analysis.annotators import names_by_signature
from tui.analysis.folding import fold
from tui.analysis.natural_order import natural_key
from tui.model import Annotation, Codebook, Collation
from tui.storage.records.name_edits import NameKind

SECTIONS = (NameKind.PROPOSITION, NameKind.SPEAKER, NameKind.KIND, NameKind.TAG, NameKind.ANNOTATOR)
"""The kinds of names that the codebook's screen lists, in its order."""

NameCounts = Mapping[NameKind, Mapping[str, Mapping[str, int]]]
"""The number of records by kind of name, name and article id."""

_NAMES: Mapping[NameKind, Callable[[Annotation], Iterable[str]]] = {
    NameKind.PROPOSITION: lambda annotation: (annotation.about,),
    NameKind.SPEAKER: lambda annotation: (*annotation.speaker, *annotation.via),
    NameKind.KIND: lambda annotation: (annotation.kind,),
    NameKind.TAG: lambda annotation: annotation.tags,
    NameKind.ANNOTATOR: lambda annotation: (annotation.annotator,),
}


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """A name, what it stands for, and how many records use it."""

    kind: NameKind
    name: str
    """Its name in the files: a proposition's slug."""
    text: str
    """What is shown: a proposition's sentence."""
    others: tuple[str, ...] = ()
    """A person's other names, or the propositions that contradict it."""
    counts: tuple[int, ...] = ()
    """For each open account, the number of its records."""
    elsewhere: int = 0
    """The number of records of other articles, and of notes on propositions."""
    is_declared: bool = True
    """Whether the codebook has it."""

    @property
    def total(self) -> int:
        """The number of records that use it."""
        return sum(self.counts) + self.elsewhere

    def matches(self, words: str) -> bool:
        """Return whether the name or what it stands for has all the words."""
        text = fold(" ".join((self.name, self.text, *self.others)))
        return all(word in text for word in fold(words).split())


def count_open(collation: Collation) -> NameCounts:
    """Return the number of records of the open accounts that use each name."""
    counts: dict[NameKind, dict[str, Counter[str]]] = {kind: {} for kind in SECTIONS}
    for article, annotation in _annotations(collation):
        for kind in SECTIONS:
            for name in filter(None, _NAMES[kind](annotation)):
                counts[kind].setdefault(name, Counter())[article] += 1
    return counts


def _annotations(collation: Collation) -> Iterator[tuple[str, Annotation]]:
    for account in collation.articles_once:
        yield from ((account.article.id, placed.annotation) for placed in account.placed)
    yield from (("", note.annotation) for note in collation.notes)


def codebook_entries(collation: Collation, counts: NameCounts) -> Mapping[NameKind, tuple[CodebookEntry, ...]]:
    """Return the entries of each section."""
    codebook, articles = collation.codebook, [account.article.id for account in collation.articles_once]
    return {kind: tuple(_entries(kind, codebook, counts[kind], articles)) for kind in SECTIONS}


def _entries(
    kind: NameKind, codebook: Codebook, counts: Mapping[str, Mapping[str, int]], articles: list[str]
) -> Iterator[CodebookEntry]:
    by_name: dict[str, Counter[str]] = {name: Counter() for name in _declared(kind, codebook)}
    declared, one_name = frozenset(by_name), _one_name_of(kind, codebook, counts)
    for name, numbers in counts.items():
        by_name.setdefault(one_name.get(name, name), Counter()).update(numbers)
    for name in _sorted(kind, by_name):
        numbers = by_name[name]
        here = tuple(numbers[article] for article in articles)
        others = _others(kind, codebook, name)
        yield CodebookEntry(
            kind, name, _text(kind, codebook, name), others, here, numbers.total() - sum(here), name in declared
        )


def _one_name_of(kind: NameKind, codebook: Codebook, names: Iterable[str]) -> Mapping[str, str]:
    """Return the one name of each person by every name of theirs."""
    if kind is NameKind.ANNOTATOR:
        return names_by_signature(names, codebook)
    return {name: codebook.canonical_name(name) for name in names} if kind is NameKind.SPEAKER else {}


def _sorted(kind: NameKind, names: Iterable[str]) -> list[str]:
    """Return names in order, or as the codebook has them if it declares them."""
    return list(names) if kind in (NameKind.PROPOSITION, NameKind.KIND) else sorted(names, key=natural_key)


def _declared(kind: NameKind, codebook: Codebook) -> Iterable[str]:
    if kind is NameKind.PROPOSITION:
        return codebook.propositions
    if kind is NameKind.KIND:
        return codebook.kinds
    return _people(kind, codebook)


def _people(kind: NameKind, codebook: Codebook) -> Mapping[str, tuple[str, ...]]:
    """Return the other names of the people of a section, by main name."""
    if kind is NameKind.SPEAKER:
        return {name: speaker.aliases for name, speaker in codebook.speakers.items()}
    if kind is NameKind.ANNOTATOR:
        return {name: annotator.aliases for name, annotator in codebook.annotators.items()}
    return {}


def _text(kind: NameKind, codebook: Codebook, name: str) -> str:
    if kind is NameKind.PROPOSITION:
        return codebook.proposition_text(name)
    return codebook.kind(name).label if kind is NameKind.KIND else name


def _others(kind: NameKind, codebook: Codebook, name: str) -> tuple[str, ...]:
    if kind is NameKind.PROPOSITION:
        return tuple(map(codebook.proposition_text, codebook.contradicting(name)))
    return _people(kind, codebook).get(name, ())
