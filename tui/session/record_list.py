"""List all records, filter them, and count their values."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.analysis.filters import Filter
from tui.analysis.survey import NumberedRecord, Survey
from tui.model import BUILT_IN_KINDS, Annotation, Codebook, RecordRef


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

    @property
    def ref(self) -> RecordRef | None:
        """The record to show in the text: itself, or the one it is a note on."""
        return RecordRef(self.article, self.annotation.on or self.annotation.id) if self.article else None


def record_entries(survey: Survey) -> tuple[RecordEntry, ...]:
    """Return all records in reading order, those on propositions last."""
    entries = [entry for record in survey.all_records() for entry in _with_notes(record)]
    return (*entries, *(RecordEntry("", "", note.annotation) for note in survey.collation.notes))


def _with_notes(record: NumberedRecord) -> Iterator[RecordEntry]:
    article = record.account.article.id
    yield RecordEntry(record.reference, article, record.annotation, str(record.placed.state or ""))
    for note in record.notes:
        yield RecordEntry(record.reference, article, note.annotation)


def filter_entries(entries: Iterable[RecordEntry], condition: Filter, codebook: Codebook) -> tuple[RecordEntry, ...]:
    """Return the entries that match a filter."""
    return tuple(
        entry
        for entry in entries
        if (not condition.articles or entry.article in condition.articles)
        and condition.matches_annotation(entry.annotation, codebook)
    )


def toggle(values: tuple[str, ...], chosen: Sequence[str]) -> tuple[str, ...]:
    """Return the values with the chosen ones, or without if all are there."""
    if set(chosen) <= set(values):
        return tuple(value for value in values if value not in chosen)
    return tuple(dict.fromkeys((*values, *chosen)))


def with_field(condition: Filter, name: str, values: tuple[str, ...]) -> Filter:
    """Return a filter with other values in one of its fields."""
    return Filter(**condition._asdict() | {name: values})


def other_kinds(codebook: Codebook) -> tuple[str, ...]:
    """Return the names of the kinds that are not built in."""
    built_in = {kind.name for kind in BUILT_IN_KINDS}
    return tuple(name for name in codebook.kinds if name not in built_in)


def count_speakers(entries: Iterable[RecordEntry], codebook: Codebook) -> Mapping[str, int]:
    """Return the number of records by speaker, most first."""
    names = (codebook.canonical_name(name) for entry in entries for name in entry.annotation.speaker)
    return dict(Counter(names).most_common())


def count_propositions(entries: Iterable[RecordEntry]) -> Mapping[str, int]:
    """Return the number of records by slug, "" for none, most first."""
    return dict(Counter(entry.annotation.about for entry in entries).most_common())


def count_annotators(entries: Iterable[RecordEntry]) -> Mapping[str, int]:
    """Return the number of records by annotator, most first."""
    return dict(Counter(entry.annotation.annotator for entry in entries).most_common())


def count_tags(entries: Iterable[RecordEntry]) -> Mapping[str, int]:
    """Return the number of records by tag, most first."""
    return dict(Counter(tag for entry in entries for tag in entry.annotation.tags).most_common())
