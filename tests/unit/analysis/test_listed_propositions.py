"""The codebook's propositions, with who uses them."""

from tui.analysis.comparison import Status, compare_accounts
from tui.analysis.listed_propositions import list_propositions
from tui.model import Workspace
from tui.storage.workspace.plain_loader import read_collation


def test_each_has_its_status_and_its_records(ferry: Workspace) -> None:
    comparison = compare_accounts(read_collation(ferry, ["south"]))
    listed = {item.proposition.slug: item for item in list_propositions(comparison, {"nobody-hurt": {"north": 2}})}
    assert listed["radar-failed"].status is Status.DISPUTED
    assert (listed["nobody-hurt"].status, listed["nobody-hurt"].total) == (None, 2)
