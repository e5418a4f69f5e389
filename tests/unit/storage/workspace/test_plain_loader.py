"""Loading without a cache."""

import os
from pathlib import Path

from tui.model import Workspace
from tui.storage.workspace.plain_loader import plain_loader, read_collation


def test_every_file_is_parsed_each_time_and_nothing_is_kept(ferry: Workspace) -> None:
    loader = plain_loader(ferry)
    before = loader.collation(["north"])
    ferry.list_file("north").write_text("annotations: []\n", "utf-8")
    assert len(before.accounts[0].placed) == 2
    assert loader.collation(["north"]).accounts[0].placed == ()
    assert not Path(os.environ["XDG_CACHE_HOME"]).exists()


def test_a_collation_is_of_these_articles_or_of_all(ferry: Workspace) -> None:
    assert [account.article.id for account in read_collation(ferry, ["south"]).accounts] == ["south"]
    assert [account.article.id for account in read_collation(ferry).accounts] == ["north", "south"]
    assert read_collation(ferry) == plain_loader(ferry).collation()
