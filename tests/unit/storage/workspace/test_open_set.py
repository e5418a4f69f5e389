"""Which articles were open last."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from coast_workspace import coast_workspace

from tui.storage.workspace import open_set
from tui.storage.workspace.open_set import last_open, remember_open

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Workspace


def test_nothing_is_remembered_at_first(ferry: Workspace) -> None:
    assert last_open(ferry) == ()


def test_it_is_remembered_in_order_a_workspace(ferry: Workspace, sample: Workspace) -> None:
    assert remember_open(ferry, ("south", "north", "south"))
    assert last_open(ferry) == ("south", "north", "south")
    assert last_open(sample) == ()
    remember_open(ferry, ("north",))
    assert last_open(ferry) == ("north",)


def test_what_is_gone_is_left_out(ferry: Workspace) -> None:
    remember_open(ferry, ("south", "north"))
    (ferry.articles / "south.txt").unlink()
    assert last_open(ferry) == ("north",)


def test_an_id_that_was_remembered_in_another_unicode_form_is_the_articles(tmp_path: Path) -> None:
    workspace = coast_workspace(tmp_path)
    remember_open(workspace, (normalize("NFD", "Küste"),))
    assert last_open(workspace) == ("Küste",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[",
        b"[]",
        b"{}",
        b'{"articles": 3}',
        b'{"articles": [3, null, "../articles/north"]}',
        b"\xff",
        b"[" * 60000,
    ],
)
def test_a_broken_file_is_passed_over(ferry: Workspace, content: bytes) -> None:
    remember_open(ferry, ("north",))
    path = open_set._path(ferry)
    path.write_bytes(content)
    assert last_open(ferry) == ()


def test_a_folder_that_cannot_be_written_is_passed_over(ferry: Workspace) -> None:
    path = open_set._path(ferry)
    path.parent.parent.mkdir(parents=True)
    path.parent.write_text("a file where a folder should be")
    assert not remember_open(ferry, ("north",))
    assert last_open(ferry) == ()


def test_another_workspace_of_the_same_key_is_passed_over(ferry: Workspace) -> None:
    remember_open(ferry, ("north",))
    path = open_set._path(ferry)
    path.write_text(path.read_text("utf-8").replace(str(ferry.root), "/another"), "utf-8")
    assert last_open(ferry) == ()
