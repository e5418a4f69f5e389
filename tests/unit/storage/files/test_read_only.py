"""Nothing of a workspace changes where it may only be read."""

from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.model import Annotation, Byline, Proposition, Workspace
from tui.storage.files.read_only import READ_ONLY_VARIABLE
from tui.storage.records.repository import add_proposition, create
from tui.storage.records.several_files import finish_changes, save_changes
from tui.storage.workspace.new_articles import replace_article, write_article, write_source
from tui.storage.workspace.originals import keep


def files_of(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_each_way_to_change_a_workspace_is_refused(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    note = Annotation(id="", kind="note", article="north", annotator="ada", body="x")
    ways = (
        lambda: create(ferry, note),
        lambda: add_proposition(ferry, Proposition("new", "New")),
        lambda: save_changes(ferry, "all", ()),
        lambda: finish_changes(ferry, undo=True),
        lambda: write_article(ferry, "new", ".txt", b"x"),
        lambda: write_source(ferry, "new", Byline(title="x")),
        lambda: replace_article(ferry, "north", b"x", "2020-01-01"),
        lambda: keep(ferry, "north", ".html", b"x"),
    )
    before = files_of(ferry.root)
    monkeypatch.setenv(READ_ONLY_VARIABLE, "1")
    for way in ways:
        with pytest.raises(SaveError, match="can only be read here"):
            way()
    assert files_of(ferry.root) == before
    monkeypatch.delenv(READ_ONLY_VARIABLE)
    create(ferry, note)
    assert files_of(ferry.root) != before
