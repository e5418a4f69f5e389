"""The records of a collation gathered under headings: by article, proposition, speaker or kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tui.analysis.survey import NumberedRecord, Survey
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.record_item import list_item, note_blocks, proposition_note, record_item
from tui.model import Account, Collation


class GroupBy(StrEnum):
    """What the records of an export are gathered by."""

    ARTICLE = "article"
    PROPOSITION = "proposition"
    SPEAKER = "speaker"
    KIND = "kind"


def sections(survey: Survey, group_by: GroupBy) -> Iterator[str]:
    """Yield the blocks of Markdown that hold all records, each group under its heading."""
    if group_by is GroupBy.ARTICLE:
        for account in survey.accounts:
            yield from _article(account, survey)
        return
    yield f"## By {group_by}"
    for group in _groups(survey, group_by):
        yield f"### {escape.line(group.heading)}"
        yield from _items(group.records, survey)
        yield from proposition_notes(survey.collation, group.slug)
    for account in survey.accounts:
        yield from _stray_notes(account, survey)


def _items(records: Iterable[NumberedRecord], survey: Survey) -> Iterator[str]:
    return (record_item(record, survey.codebook) for record in records)


def proposition_notes(collation: Collation, slug: str) -> Iterator[str]:
    """Yield the notes on the proposition `slug`, with a line that says so, where there are any."""
    notes = [note.annotation for note in collation.notes if slug and note.annotation.about == slug]
    if notes:
        yield "Notes on the proposition:"
        yield "\n\n".join(proposition_note(note, collation.codebook) for note in notes)


@dataclass(frozen=True)
class _Group:
    heading: str
    records: tuple[NumberedRecord, ...]
    slug: str = ""


def _article(account: Account, survey: Survey) -> Iterator[str]:
    yield f"## {escape.line(f'{account.siglum}. {account.article.title}')}"
    known = (*map(escape.inline, phrasing.byline_parts(account)), _address(account))
    yield " · ".join((*(part for part in known if part), f"file {escape.inline(account.article.path.name)}"))
    own = tuple(survey.records(account))
    placed = [record for record in own if record.annotation.quote]
    whole = [record for record in own if not record.annotation.quote]
    if placed:
        yield "### In reading order"
        yield from _items(placed, survey)
    if whole:
        yield "### On the whole article"
        yield from _items(whole, survey)
    if not own:
        yield "*Nothing is recorded here.*"
    yield from _stray_notes(account, survey)


def _address(account: Account) -> str:
    url = account.article.byline.url
    plain = url.isascii() and url.startswith(("http://", "https://")) and not set(url) & set("<> \t\n\\")
    return f"<{url}>" if plain and url.isprintable() else escape.inline(url)


def _stray_notes(account: Account, survey: Survey) -> Iterator[str]:
    strays = survey.stray_notes(account)
    if strays:
        yield f"### Notes in {account.siglum} on records that are not there"
        yield "\n\n".join(list_item(note_blocks(note, account, survey.codebook)) for note in strays)


def _groups(survey: Survey, group_by: GroupBy) -> Iterator[_Group]:
    if group_by is GroupBy.PROPOSITION:
        return _by_proposition(survey)
    if group_by is GroupBy.KIND:
        return _by_kind(survey)
    return _by_speaker(survey)


def _by_proposition(survey: Survey) -> Iterator[_Group]:
    codebook = survey.codebook
    groups: dict[str, list[NumberedRecord]] = {slug: [] for slug in codebook.propositions}
    for record in survey.all_records():
        groups.setdefault(record.annotation.about, []).append(record)
    loose = groups.pop("", [])
    noted = {note.annotation.about for note in survey.collation.notes}
    for slug, records in groups.items():
        if records or slug in noted:
            yield _Group(codebook.proposition_text(slug), tuple(records), slug)
    if loose:
        yield _Group("Without a proposition", tuple(loose))


def _by_kind(survey: Survey) -> Iterator[_Group]:
    groups: dict[str, list[NumberedRecord]] = {name: [] for name in survey.codebook.kinds}
    for record in survey.all_records():
        groups.setdefault(record.annotation.kind, []).append(record)
    for name, records in groups.items():
        if records:
            yield _Group(f"{survey.codebook.kind(name).label} ({len(records)})", tuple(records))


def _by_speaker(survey: Survey) -> Iterator[_Group]:
    groups: dict[str, list[NumberedRecord]] = {}
    nobody: list[NumberedRecord] = []
    for record in survey.all_records():
        people = dict.fromkeys(map(survey.codebook.person, record.annotation.speaker))
        for person in people:
            groups.setdefault(person, []).append(record)
        if not people:
            nobody.append(record)
    for person in sorted(groups, key=str.casefold):
        yield _Group(person, tuple(groups[person]))
    if nobody:
        yield _Group("Nobody named", tuple(nobody))
