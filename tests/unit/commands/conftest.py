"""Where the commands are run."""

from pathlib import Path

import pytest

from tui.model import Workspace


@pytest.fixture
def root(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the ferry workspace, now the current one."""
    monkeypatch.chdir(ferry.root)
    return ferry.root
