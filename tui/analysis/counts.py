"""Numbers of statements by kind, and of quotes by anchor state."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tui.analysis.statements import Statement
from tui.model import NOTE, Account, AnchorState, Collation


def count_said(account: Account, statements: Iterable[Statement]) -> Mapping[str, int]:
    """Return the number of an account's statements and notes by kind.

    Doubtful statements do not count. Kinds that have none are left out.
    """
    counts = Counter([statement.kind.name for statement in statements if not statement.placed.is_doubtful])
    return MappingProxyType(counts + Counter({NOTE.name: account.kind_counts.get(NOTE.name, 0)}))


def count_states(collation: Collation) -> Mapping[AnchorState, int]:
    """Return the number of quotes in each of the four anchor states."""
    counts = [account.state_counts for account in collation.accounts]
    return MappingProxyType({state: sum(of_account[state] for of_account in counts) for state in AnchorState})
