"""The analysis of several accounts, computed once for screens and exports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count, repeat
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.comparison import Comparison, compare_accounts
from tui.analysis.counts import count_said
from tui.analysis.statements import Statement, find_all_statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.analysis.marked_together import MarkedTogether
    from tui.analysis.people import Person
    from tui.analysis.threads import NoteThreads
    from tui.model import Account, Annotation, Codebook, Collation, Placed


class NumberedRecord(NamedTuple):
    """A record with its number in its account, and the notes on it."""

    account: Account
    number: int
    """In reading order, from 1."""
    placed: Placed
    notes: tuple[Placed, ...] = ()
    """The notes on it and on its notes, each after the one it answers."""

    @property
    def annotation(self) -> Annotation:
        return self.placed.annotation

    @property
    def reference(self) -> str:
        """The account's siglum and the record's number, as in `B7`."""
        return f"{self.account.siglum}{self.number}"


@dataclass(frozen=True)
class Survey:
    """A collation with its comparison, people and threads, computed when used."""

    collation: Collation
    chosen: Collation | None = None
    """The records that count, if others are only their context: what a note is on, or notes on a record."""

    @property
    def codebook(self) -> Codebook:
        return self.collation.codebook

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        return self.collation.articles_once

    @cached_property
    def statements(self) -> tuple[tuple[Statement, ...], ...]:
        """The statements of each account, in reading order."""
        found = find_all_statements(self.collation)
        return found if self.chosen is None else tuple(tuple(filter(self._is_marked, own)) for own in found)

    def has_chosen(self, account: Account, placed: Placed) -> bool:
        """Return whether a record is one of those that count."""
        return (account.article.id, placed.annotation.id) in self._chosen_keys

    def _is_marked(self, statement: Statement) -> bool:
        return any(self.has_chosen(statement.account, placed) for placed in statement.records)

    @cached_property
    def _chosen_keys(self) -> set[tuple[str, str]]:
        """The article and the id of each record that counts."""
        accounts = (self.chosen or self.collation).accounts
        return {(account.article.id, placed.annotation.id) for account in accounts for placed in account.placed}

    @cached_property
    def comparison(self) -> Comparison:
        return compare_accounts(self.collation, self.statements)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """All who speak, with what they say."""
        from tui.analysis.people import find_people  # noqa: PLC0415 - not needed to open

        return find_people(self.collation, self.statements)

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """The number of statements and notes by article id and kind name."""
        pairs = zip(self.accounts, self.statements, strict=True)
        return {account.article.id: count_said(self._chosen_of(account), statements) for account, statements in pairs}

    def _chosen_of(self, account: Account) -> Account:
        if self.chosen is None:
            return account
        return replace(account, placed=tuple(one for one in account.placed if self.has_chosen(account, one)))

    @cached_property
    def together(self) -> Mapping[str, Mapping[str, MarkedTogether]]:
        """What several annotators marked, by article id and record id."""
        from tui.analysis.marked_together import marked_together  # noqa: PLC0415 - not needed to open

        pairs = zip(self.accounts, self.statements, strict=True)
        return {account.article.id: marked_together(statements, self.codebook) for account, statements in pairs}

    @cached_property
    def threads(self) -> Mapping[str, NoteThreads]:
        """The notes on records, by article id."""
        from tui.analysis.threads import thread_notes  # noqa: PLC0415 - not needed to open

        return {account.article.id: thread_notes(account) for account in self.accounts}

    @cached_property
    def proposition_notes(self) -> Mapping[str, tuple[Annotation, ...]]:
        """The notes on propositions, by slug."""
        notes: dict[str, list[Annotation]] = {}
        for note in self.collation.notes:
            notes.setdefault(note.annotation.about, []).append(note.annotation)
        return {slug: tuple(own) for slug, own in notes.items()}

    def records(self, account: Account) -> Iterator[NumberedRecord]:
        """Return an account's records in reading order, each with the notes on it."""
        notes = self.threads[account.article.id].by_id
        placed = [*account.statements()]
        threads = [notes.get(each.record.annotation.id, ()) for each in placed]
        return map(NumberedRecord, repeat(account), count(1), placed, threads)

    def all_records(self) -> Iterator[NumberedRecord]:
        """Yield the records of all accounts, account by account."""
        for account in self.accounts:
            yield from self.records(account)

    def stray_notes(self, account: Account) -> tuple[Placed, ...]:
        """Return the account's notes on records that do not exist."""
        return self.threads[account.article.id].strays
