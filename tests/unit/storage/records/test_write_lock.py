"""Where annotation files may lead."""

from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.model import Workspace
from tui.storage.records.write_lock import check_path


def test_a_link_may_lead_to_a_shared_file_but_not_make_one(ferry: Workspace, tmp_path: Path) -> None:
    link = ferry.annotations / "east.yaml"
    link.symlink_to(tmp_path / "shared.yaml")
    with pytest.raises(SaveError, match="leads out of the workspace's annotations"):
        check_path(ferry, link)
    (tmp_path / "shared.yaml").write_text("annotations: []\n")
    check_path(ferry, link)
