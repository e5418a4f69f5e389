"""Numbers of records and statements, and of quotes by anchor state."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tui.analysis.statements import Statement
from tui.model import NOTE, Account, AnchorState, Collation


def count_kinds(account: Account) -> Mapping[str, int]:
    """Return the number of records by kind, without kinds that have none.

    Doubtful records do not count, but notes are their reader's words, whatever became of the quote.
    """
    records = (placed for placed in account.placed if not placed.is_doubtful or placed.annotation.kind == NOTE.name)
    return MappingProxyType(Counter(placed.annotation.kind for placed in records))


def count_said(account: Account, statements: Iterable[Statement]) -> Mapping[str, int]:
    """Return the number of an account's statements and notes by kind.

    Doubtful statements do not count. Kinds that have none are left out.
    """
    counts = Counter(statement.kind.name for statement in statements if not statement.is_doubtful)
    notes = sum(placed.annotation.kind == NOTE.name for placed in account.placed)
    return MappingProxyType(counts + Counter({NOTE.name: notes}))


def count_states(collation: Collation) -> Mapping[AnchorState, int]:
    """Return the number of quotes in each of the four anchor states."""
    counts = Counter(placed.state for account in collation.accounts for placed in account.placed if placed.state)
    return MappingProxyType({state: counts[state] for state in AnchorState})
