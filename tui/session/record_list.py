"""All records as a list, and which of them a filter keeps: pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.analysis.filters import Filter
from tui.analysis.survey import NumberedRecord, Survey
from tui.model import BUILT_IN_KINDS, Annotation, Codebook, RecordRef


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One record in the list."""

    reference: str
    """The account's siglum and the record's number; empty for a note on a proposition."""
    article: str
    """The article's id; empty for a note on a proposition."""
    annotation: Annotation
    state: str = ""
    """The anchor's state, where the record has a quote."""

    @property
    def ref(self) -> RecordRef | None:
        """Where to go to see it, or None."""
        return RecordRef(self.article, self.annotation.on or self.annotation.id) if self.article else None


def record_entries(survey: Survey) -> tuple[RecordEntry, ...]:
    """Return all records: account by account in reading order, notes after what they are on, then the codebook's."""
    entries = [entry for record in survey.all_records() for entry in _with_notes(record)]
    return (*entries, *(RecordEntry("", "", note.annotation) for note in survey.collation.notes))


def _with_notes(record: NumberedRecord) -> Iterator[RecordEntry]:
    article = record.account.article.id
    yield RecordEntry(record.reference, article, record.annotation, str(record.placed.state or ""))
    for note in record.notes:
        yield RecordEntry(record.reference, article, note.annotation)


def kept_entries(found: Iterable[RecordEntry], chosen: Filter, codebook: Codebook) -> tuple[RecordEntry, ...]:
    """Return the entries that a filter keeps."""
    return tuple(
        entry
        for entry in found
        if (not chosen.articles or entry.article in chosen.articles)
        and chosen.matches_annotation(entry.annotation, codebook)
    )


def toggle(values: tuple[str, ...], chosen: Sequence[str]) -> tuple[str, ...]:
    """Return `values` with those chosen put in, or taken out where all of them are in."""
    if set(chosen) <= set(values):
        return tuple(value for value in values if value not in chosen)
    return tuple(dict.fromkeys((*values, *chosen)))


def with_field(chosen: Filter, name: str, values: tuple[str, ...]) -> Filter:
    """Return a filter with other values in one of its fields."""
    match name:
        case "speakers":
            return chosen._replace(speakers=values)
        case "about":
            return chosen._replace(about=values)
        case "annotators":
            return chosen._replace(annotators=values)
        case _:
            return chosen._replace(tags=values)


def other_kinds(codebook: Codebook) -> tuple[str, ...]:
    """Return the names of the kinds that are not built in."""
    built_in = {kind.name for kind in BUILT_IN_KINDS}
    return tuple(name for name in codebook.kinds if name not in built_in)


def count_speakers(found: Iterable[RecordEntry], codebook: Codebook) -> Mapping[str, int]:
    """Return who speaks, variants of a name held together, with the number of statements, most first."""
    names = (codebook.person(name) for entry in found for name in entry.annotation.speaker)
    return dict(Counter(names).most_common())


def count_propositions(found: Iterable[RecordEntry]) -> Mapping[str, int]:
    """Return the slugs that records are about, with their number, most first; an empty one for none."""
    return dict(Counter(entry.annotation.about for entry in found).most_common())


def count_annotators(found: Iterable[RecordEntry]) -> Mapping[str, int]:
    """Return who made the records, with their number, most first; an empty one for nobody named."""
    return dict(Counter(entry.annotation.annotator for entry in found).most_common())


def count_tags(found: Iterable[RecordEntry]) -> Mapping[str, int]:
    """Return the tags with the number of records, most first."""
    return dict(Counter(tag for entry in found for tag in entry.annotation.tags).most_common())
