"""All records of a survey, grouped under headings."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from tui.analysis.natural_order import natural_key
from tui.analysis.survey import NumberedRecord, Survey
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.comparison_table import remark_blocks
from tui.formats.markdown.record_item import list_item, note_blocks, proposition_note, record_item, repeated_item
from tui.model import Account


class GroupBy(StrEnum):
    """What the records of an export are grouped by."""

    ARTICLE = "article"
    PROPOSITION = "proposition"
    SPEAKER = "speaker"
    KIND = "kind"


class _Group(NamedTuple):
    heading: str
    records: list[NumberedRecord]
    slug: str = ""


def record_sections(survey: Survey, group_by: GroupBy) -> Iterator[str]:
    """Yield the blocks of all records, each group under its heading."""
    if group_by is GroupBy.ARTICLE:
        for account in survey.accounts:
            yield from _article(account, survey)
        return
    yield f"## By {group_by}"
    written: set[str] = set()
    for group in _GROUPS[group_by](survey):
        yield f"### {escape.line(group.heading)}"
        if group.slug:
            yield from remark_blocks(survey.codebook.proposition(group.slug), survey.codebook)
        yield from _items_once(group.records, survey, written)
        yield from proposition_notes(survey, group.slug)
    for account in survey.accounts:
        yield from _stray_notes(account, survey)


def proposition_notes(survey: Survey, slug: str) -> Iterator[str]:
    """Yield the notes on a proposition after a line that announces them."""
    if notes := survey.proposition_notes.get(slug):
        yield "Notes on the proposition:"
        yield "\n\n".join(proposition_note(note, survey.codebook) for note in notes)


def _article(account: Account, survey: Survey) -> Iterator[str]:
    yield f"## {escape.line(f'{account.siglum}. {account.article.title}')}"
    source = (*map(escape.inline, phrasing.byline_parts(account)), escape.address(account.article.byline.url))
    yield " · ".join((*(part for part in source if part), f"file {escape.inline(account.article.path.name)}"))
    records = tuple(survey.records(account))
    quoting: list[NumberedRecord] = []
    on_article: list[NumberedRecord] = []
    for record in records:
        (quoting if record.placed.record.annotation.quote else on_article).append(record)
    if quoting:
        yield "### In reading order"
        yield from _items(quoting, survey)
    if on_article:
        yield "### On the whole article"
        yield from _items(on_article, survey)
    if not records:
        yield "*Nothing is recorded here.*"
    yield from _stray_notes(account, survey)


def _items(records: Iterable[NumberedRecord], survey: Survey) -> Iterator[str]:
    return (record_item(record, survey.codebook) for record in records)


def _items_once(records: Iterable[NumberedRecord], survey: Survey, written: set[str]) -> Iterator[str]:
    """Yield records, of which those that are written already are links."""
    for record in records:
        yield repeated_item(record) if record.reference in written else record_item(record, survey.codebook)
        written.add(record.reference)


def _stray_notes(account: Account, survey: Survey) -> Iterator[str]:
    strays = survey.stray_notes(account)
    if strays:
        yield f"### Notes in {account.siglum} on records that are not there"
        yield "\n\n".join(list_item(note_blocks(note, account, survey.codebook)) for note in strays)


def _by_proposition(survey: Survey) -> Iterator[_Group]:
    codebook = survey.codebook
    groups: dict[str, list[NumberedRecord]] = {slug: [] for slug in codebook.propositions}
    for record in survey.all_records():
        groups.setdefault(record.annotation.about, []).append(record)
    for slug in survey.proposition_notes:
        groups.setdefault(slug, [])
    without = groups.pop("", [])
    for slug, records in groups.items():
        if records or slug in survey.proposition_notes:
            yield _Group(codebook.proposition_text(slug), records, slug)
    if without:
        yield _Group("Without a proposition", without)


def _by_kind(survey: Survey) -> Iterator[_Group]:
    groups: dict[str, list[NumberedRecord]] = {name: [] for name in survey.codebook.kinds}
    for record in survey.all_records():
        groups.setdefault(record.annotation.kind, []).append(record)
    for name, records in groups.items():
        if records:
            yield _Group(f"{survey.codebook.kind(name).label} ({len(records)})", records)


def _by_speaker(survey: Survey) -> Iterator[_Group]:
    groups: dict[str, list[NumberedRecord]] = {}
    without: list[NumberedRecord] = []
    for record in survey.all_records():
        people = dict.fromkeys(map(survey.codebook.canonical_name, record.annotation.speaker))
        for person in people:
            groups.setdefault(person, []).append(record)
        if not people:
            without.append(record)
    for person in sorted(groups, key=natural_key):
        yield _Group(person, groups[person])
    if without:
        yield _Group("Own voice, and notes", without)


_GROUPS = {GroupBy.PROPOSITION: _by_proposition, GroupBy.SPEAKER: _by_speaker, GroupBy.KIND: _by_kind}
