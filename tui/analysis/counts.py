"""How many records of each kind an account holds."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from tui.model import Account, AnchorState, Collation


def count_kinds(account: Account) -> Mapping[str, int]:
    """Return the number of records by the name of their kind; a kind without records has no entry.

    Notes on other annotations are counted as the notes that they are.
    """
    return MappingProxyType(Counter(placed.annotation.kind for placed in account.placed))


def count_states(collation: Collation) -> Mapping[AnchorState, int]:
    """Return the number of quotes in each of the four anchor states, over all accounts."""
    counts = Counter(p.state for account in collation.accounts for p in account.placed if p.state)
    return MappingProxyType({state: counts[state] for state in AnchorState})
