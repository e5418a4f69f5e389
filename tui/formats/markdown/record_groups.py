"""The records of a collation gathered under headings: by article, proposition, speaker or kind."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tui.analysis.statements import numbered_records, unique_accounts
from tui.analysis.threads import Threads, threads
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.record_item import list_item, note_blocks, proposition_note, record_item
from tui.model import Account, Annotation, Collation, Placed


class GroupBy(StrEnum):
    """What the records of an export are gathered by."""

    ARTICLE = "article"
    PROPOSITION = "proposition"
    SPEAKER = "speaker"
    KIND = "kind"


@dataclass(frozen=True)
class NumberedRecord:
    """A record with what it takes to write it."""

    account: Account
    number: int
    placed: Placed

    @property
    def annotation(self) -> Annotation:
        """What the record says."""
        return self.placed.annotation


@dataclass(frozen=True)
class NumberedRecords:
    """All records of a collation, in reading order, account by account."""

    collation: Collation

    @cached_property
    def all(self) -> tuple[NumberedRecord, ...]:
        """Every record but the notes on other records."""
        return tuple(
            NumberedRecord(account, *pair)
            for account in unique_accounts(self.collation)
            for pair in numbered_records(account)
        )

    @cached_property
    def threads(self) -> Mapping[str, Threads]:
        """The notes on records, by article id."""
        return {account.article.id: threads(account) for account in unique_accounts(self.collation)}

    def written(self, entries: Iterable[NumberedRecord]) -> Iterator[str]:
        """Yield entries as the items of a Markdown list."""
        for each in entries:
            account = each.account
            threads_here = self.threads[account.article.id]
            yield record_item(each.number, each.placed, account, threads_here, self.collation.codebook)


def sections(collation: Collation, group_by: GroupBy) -> Iterator[str]:
    """Yield the blocks of Markdown that hold all records, each group under its heading."""
    entries = NumberedRecords(collation)
    if group_by is GroupBy.ARTICLE:
        for account in unique_accounts(collation):
            yield from _article(account, entries)
        return
    yield f"## By {group_by}"
    for group in _groups(entries, group_by):
        yield f"### {escape.line(group.heading)}"
        if group.entries:
            yield from entries.written(group.entries)
        yield from proposition_notes(collation, group.slug)
    yield from _strays(entries)


def proposition_notes(collation: Collation, slug: str) -> Iterator[str]:
    """Yield the notes on the proposition `slug`, with a line that says so, where there are any."""
    notes = [note.annotation for note in collation.notes if slug and note.annotation.about == slug]
    if notes:
        yield "Notes on the proposition:"
        yield "\n\n".join(proposition_note(note, collation.codebook) for note in notes)


@dataclass(frozen=True)
class _Group:
    heading: str
    entries: tuple[NumberedRecord, ...]
    slug: str = ""


def _article(account: Account, entries: NumberedRecords) -> Iterator[str]:
    yield f"## {escape.line(f'{account.siglum}. {account.article.title}')}"
    known = (*map(escape.inline, phrasing.byline_parts(account)), _address(account))
    yield " · ".join((*(part for part in known if part), f"file {escape.inline(account.article.path.name)}"))
    own = [entry for entry in entries.all if entry.account is account]
    whole = [entry for entry in own if not entry.annotation.quote]
    placed = [entry for entry in own if entry.annotation.quote]
    if placed:
        yield "### In reading order"
        yield from entries.written(placed)
    if whole:
        yield "### On the whole article"
        yield from entries.written(whole)
    if not own:
        yield "*Nothing is recorded here.*"
    yield from _stray_notes(account, entries, "###")


def _address(account: Account) -> str:
    url = account.article.byline.url
    plain = url.isascii() and url.startswith(("http://", "https://")) and not set(url) & set("<> \t\n\\")
    return f"<{url}>" if plain and url.isprintable() else escape.inline(url)


def _strays(entries: NumberedRecords) -> Iterator[str]:
    for account in unique_accounts(entries.collation):
        yield from _stray_notes(account, entries, "###")


def _stray_notes(account: Account, entries: NumberedRecords, hashes: str) -> Iterator[str]:
    strays = entries.threads[account.article.id].strays
    if not strays:
        return
    yield f"{hashes} Notes in {account.siglum} on records that are not there"
    yield "\n\n".join(list_item(note_blocks(note, account, entries.collation.codebook)) for note in strays)


def _groups(entries: NumberedRecords, group_by: GroupBy) -> Iterator[_Group]:
    if group_by is GroupBy.PROPOSITION:
        return _by_proposition(entries)
    if group_by is GroupBy.KIND:
        return _by_kind(entries)
    return _by_speaker(entries)


def _by_proposition(entries: NumberedRecords) -> Iterator[_Group]:
    codebook = entries.collation.codebook
    gathered: dict[str, list[NumberedRecord]] = {slug: [] for slug in codebook.propositions}
    for entry in entries.all:
        gathered.setdefault(entry.annotation.about, []).append(entry)
    loose = gathered.pop("", [])
    noted = {note.annotation.about for note in entries.collation.notes}
    for slug, found in gathered.items():
        if found or slug in noted:
            yield _Group(codebook.proposition_text(slug), tuple(found), slug)
    if loose:
        yield _Group("Without a proposition", tuple(loose))


def _by_kind(entries: NumberedRecords) -> Iterator[_Group]:
    codebook = entries.collation.codebook
    gathered: dict[str, list[NumberedRecord]] = {name: [] for name in codebook.kinds}
    for entry in entries.all:
        gathered.setdefault(entry.annotation.kind, []).append(entry)
    for name, found in gathered.items():
        if found:
            yield _Group(f"{codebook.kind(name).label} ({len(found)})", tuple(found))


def _by_speaker(entries: NumberedRecords) -> Iterator[_Group]:
    codebook = entries.collation.codebook
    gathered: dict[str, list[NumberedRecord]] = {}
    for entry in entries.all:
        for person in dict.fromkeys(map(codebook.person, entry.annotation.speaker)):
            gathered.setdefault(person, []).append(entry)
    for person in sorted(gathered, key=str.casefold):
        yield _Group(person, tuple(gathered[person]))
    nobody = tuple(entry for entry in entries.all if not entry.annotation.speaker)
    if nobody:
        yield _Group("Nobody named", nobody)
