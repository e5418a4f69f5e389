"""What several accounts say, worked out once for everything that shows or writes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.comparison import Comparison, compare_accounts
from tui.analysis.counts import count_kinds
from tui.analysis.people import Person, find_people
from tui.analysis.threads import Threads, threads
from tui.model import Account, Annotation, Codebook, Collation, Placed


@dataclass(frozen=True, slots=True)
class NumberedRecord:
    """A record with its number in its account; notes on other records have none."""

    account: Account
    number: int
    """In reading order, from 1."""
    placed: Placed
    notes: tuple[Placed, ...] = ()
    """The notes on it and on its notes, each after the one it answers."""

    @property
    def annotation(self) -> Annotation:
        """What the record says."""
        return self.placed.annotation

    @property
    def reference(self) -> str:
        """What to call it: the account's siglum and its number, as in `B7`."""
        return f"{self.account.siglum}{self.number}"


@dataclass(frozen=True)
class Survey:
    """A collation with its comparison, people and threads; each part is worked out when first asked for."""

    collation: Collation

    @property
    def codebook(self) -> Codebook:
        """The codebook that the accounts share."""
        return self.collation.codebook

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts, each article once."""
        return self.collation.articles_once

    @cached_property
    def comparison(self) -> Comparison:
        """Propositions against accounts."""
        return compare_accounts(self.collation)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody who speaks, those who say most first."""
        return find_people(self.collation)

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """The number of records by article id and by the name of their kind."""
        return {account.article.id: count_kinds(account) for account in self.accounts}

    def records(self, account: Account) -> Iterator[NumberedRecord]:
        """Yield an account's records in reading order, each with the notes on it."""
        answers = self.threads[account.article.id]
        for number, placed in account.numbered():
            yield NumberedRecord(account, number, placed, answers.on(placed))

    def all_records(self) -> Iterator[NumberedRecord]:
        """Yield the records of all accounts, account by account."""
        for account in self.accounts:
            yield from self.records(account)

    def stray_notes(self, account: Account) -> tuple[Placed, ...]:
        """Return the notes on records that are not there."""
        return self.threads[account.article.id].strays

    @cached_property
    def threads(self) -> Mapping[str, Threads]:
        """The notes on records, by article id."""
        return {account.article.id: threads(account) for account in self.accounts}
