"""List all records, filter them, and count their values."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from operator import attrgetter

from tui.analysis.account_view import own_names
from tui.analysis.annotators import name_order, names_by_signature
from tui.analysis.filters import Filter, normalize, searchable_text
from tui.analysis.marked_together import MarkedTogether
from tui.analysis.survey import Survey
from tui.analysis.threads import NoteThreads
from tui.model import MAIN_KINDS, Account, Annotation, Codebook, RecordRef
from tui.model.columns import from_columns


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """A record in the list.

    A note on a proposition has no article id.
    """

    reference: str
    """The account's siglum and the record's number."""
    article: str
    annotation: Annotation
    state: str = ""
    """The anchor's state, if the record has a quote."""
    also: tuple[str, ...] = ()
    """Who else marked the same statement."""

    @property
    def ref(self) -> RecordRef | None:
        """The record to show in the text: itself, or the one it is a note on."""
        return RecordRef(self.article, self.annotation.on or self.annotation.id) if self.article else None


def record_entries(survey: Survey) -> tuple[RecordEntry, ...]:
    """Return all records in reading order, those on propositions last."""
    entries = [
        entry
        for account in survey.accounts
        for entry in _entries_of(account, survey.threads[account.article.id], survey.together[account.article.id])
    ]
    return (*entries, *(RecordEntry("", "", note.annotation) for note in survey.collation.notes))


def _entries_of(account: Account, threads: NoteThreads, together: Mapping[str, MarkedTogether]) -> list[RecordEntry]:
    rows = [*_rows_of(account, threads)]
    references, annotations, states = zip(*rows, strict=True) if rows else ((), (), ())
    also: Iterable[tuple[str, ...]] = repeat(())
    if together:
        also = (together[one.id].others(one.id) if one.id in together else () for one in annotations)
    return from_columns(RecordEntry, len(rows), references, repeat(account.article.id), annotations, states, also)


def _rows_of(account: Account, threads: NoteThreads) -> Iterator[tuple[str, Annotation, str]]:
    for number, placed in account.numbered():
        reference = f"{account.siglum}{number}"
        yield reference, placed.record.annotation, placed.anchor.state.value if placed.anchor else ""
        for note in threads.thread(placed) if threads.by_id else ():
            yield reference, note.annotation, ""


_FIELDS = {"about": "about", "annotators": "annotator", "tags": "tags", "speakers": "speaker", "via": "via"}
"""The field of an annotation that each of a filter's other fields compares."""


@dataclass(frozen=True)
class RecordList:
    """The records, and what is computed once to filter and count them."""

    entries: tuple[RecordEntry, ...]
    codebook: Codebook

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each entry that a filter searches."""
        return tuple([searchable_text(entry.annotation, self.codebook) for entry in self.entries])

    @cached_property
    def kind_counts(self) -> Mapping[str, int]:
        """The number of records by kind, without kinds that have none."""
        return Counter(entry.annotation.kind for entry in self.entries)

    @cached_property
    def has_annotators(self) -> bool:
        """Whether the records are by more than one person, with an unnamed one."""
        signed = {entry.annotation.annotator for entry in self.entries}
        return len(set(map(self.codebook.annotator_identity, signed))) > 1

    def matching(self, condition: Filter) -> tuple[RecordEntry, ...]:
        """Return the entries that match a filter, by its cheap parts first."""
        entries: Iterable[RecordEntry] = self.entries
        if condition.text:
            wanted = normalize(condition.text)
            entries = [entry for entry, text in zip(entries, self.texts, strict=True) if wanted in text]
        if condition.kinds:
            entries = [entry for entry in entries if entry.annotation.kind in condition.kinds]
        if condition.articles:
            entries = [entry for entry in entries if entry.article in condition.articles]
        for name in _FIELDS:
            if values := getattr(condition, name):
                entries = self._matching_field(entries, name, values)
        return tuple(entries)

    def _matching_field(
        self, entries: Iterable[RecordEntry], name: str, values: tuple[str, ...]
    ) -> Iterable[RecordEntry]:
        """Return the entries that match one field of a filter.

        Each value that records have is compared once.
        """
        only, value_of, known = with_field(Filter(), name, values), attrgetter(_FIELDS[name]), dict[object, bool]()
        for entry in entries:
            value = value_of(entry.annotation)
            if value not in known:
                known[value] = only.matches_annotation(entry.annotation, self.codebook)
            if known[value]:
                yield entry


def toggle(values: tuple[str, ...], chosen: Sequence[str]) -> tuple[str, ...]:
    """Return the values with the chosen ones, or without if all are there."""
    if set(chosen) <= set(values):
        return tuple(value for value in values if value not in chosen)
    return tuple(dict.fromkeys((*values, *chosen)))


def with_field(condition: Filter, name: str, values: tuple[str, ...]) -> Filter:
    """Return a filter with other values in one of its fields."""
    return Filter(**condition._asdict() | {name: values})


def other_kinds(codebook: Codebook) -> tuple[str, ...]:
    """Return the names of the kinds but claim, denial, agreement and note."""
    main = {kind.name for kind in MAIN_KINDS}
    return tuple(name for name in codebook.kinds if name not in main)


def count_speakers(entries: Iterable[RecordEntry], codebook: Codebook) -> Mapping[str, int]:
    """Return the number of records by speaker, most first."""
    numbers = Counter[str]()
    for spelling, number in Counter(name for entry in entries for name in entry.annotation.speaker).items():
        numbers[codebook.canonical_name(spelling)] += number
    return dict(numbers.most_common())


def count_propositions(entries: Iterable[RecordEntry]) -> Mapping[str, int]:
    """Return the number of records by slug, "" for none, most first."""
    return dict(Counter(entry.annotation.about for entry in entries).most_common())


def count_annotators(annotations: Iterable[Annotation], codebook: Codebook, me: str = "") -> Mapping[str, int]:
    """Return the number of records by annotator: one's own, then most first."""
    signed = Counter(map(attrgetter("annotator"), annotations))
    main_names, numbers = names_by_signature(signed, codebook), Counter[str]()
    for name, number in signed.items():
        numbers[main_names[name]] += number
    own = own_names(numbers, me, codebook)
    ordered = sorted(numbers.items(), key=lambda item: (item[0] not in own, -item[1], name_order(item[0])))
    return dict(ordered)


def count_tags(entries: Iterable[RecordEntry]) -> Mapping[str, int]:
    """Return the number of records by tag, most first."""
    return dict(Counter(tag for entry in entries for tag in entry.annotation.tags).most_common())
