"""Numbers of quotes by anchor state."""

from collections.abc import Mapping
from types import MappingProxyType

from tui.model import AnchorState, Collation


def count_states(collation: Collation) -> Mapping[AnchorState, int]:
    """Return the number of quotes in each of the four anchor states."""
    counts = [account.state_counts for account in collation.accounts]
    return MappingProxyType({state: sum(of_account[state] for of_account in counts) for state in AnchorState})
