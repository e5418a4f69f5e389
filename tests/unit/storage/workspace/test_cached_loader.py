"""A loader with a cache."""

import pytest

from tui.model import Workspace
from tui.storage.records.record_loader import RecordLoader
from tui.storage.workspace.cached_loader import cached_loader, save_parsed
from tui.storage.workspace.plain_loader import plain_loader


def test_what_was_parsed_is_not_parsed_again(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    loader = cached_loader(ferry)
    first = loader.collation()
    save_parsed(loader)
    save_parsed(plain_loader(ferry))
    monkeypatch.delattr(RecordLoader, "records")
    assert cached_loader(ferry).collation() == first
