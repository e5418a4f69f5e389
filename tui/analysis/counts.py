"""Numbers of records by kind, and of quotes by anchor state."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from tui.model import Account, AnchorState, Collation


def count_kinds(account: Account) -> Mapping[str, int]:
    """Return the number of records by kind, without kinds that have none."""
    return MappingProxyType(Counter(placed.annotation.kind for placed in account.placed))


def count_states(collation: Collation) -> Mapping[AnchorState, int]:
    """Return the number of quotes in each of the four anchor states."""
    counts = Counter(placed.state for account in collation.accounts for placed in account.placed if placed.state)
    return MappingProxyType({state: counts[state] for state in AnchorState})
