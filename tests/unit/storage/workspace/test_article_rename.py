"""An article is renamed with all that belongs to it."""

from pathlib import Path

import pytest

from tui.errors import UsageError
from tui.model import Workspace
from tui.storage.records.several_files import save_changes
from tui.storage.workspace.article_rename import plan_article_rename
from tui.storage.workspace.name_uses import read_name_uses
from tui.storage.workspace.plain_loader import read_collation


def rename(workspace: Workspace, old: str, new: str) -> None:
    plan = plan_article_rename(read_name_uses(workspace), old, new)
    save_changes(workspace, plan.title, plan.changes)


def names(workspace: Workspace) -> list[str]:
    return sorted(str(path.relative_to(workspace.root)) for path in workspace.root.rglob("*") if path.is_file())


def add_note(workspace: Workspace) -> Path:
    path = workspace.records("north") / "m.k1.yaml"
    path.parent.mkdir()
    path.write_text("article: north\nid: k1\nkind: note\non: hurt\nbody: Truly?\n")
    return path


def test_its_list_and_records_go_with_it(ferry: Workspace) -> None:
    note = add_note(ferry)
    before = ferry.list_file("north").read_text()
    rename(ferry, "north", "gazette")
    assert names(ferry) == [
        "annotations/codebook.yaml",
        "annotations/gazette.yaml",
        "annotations/gazette/m.k1.yaml",
        "annotations/south.yaml",
        "articles/gazette.txt",
        "articles/south.txt",
    ]
    assert not note.parent.exists()
    assert ferry.list_file("gazette").read_text() == before.replace("article: north", "article: gazette")
    collation = read_collation(ferry)
    assert [account.article.id for account in collation.accounts] == ["gazette", "south"]
    assert [note.annotation.id for note in collation.accounts[0].notes_on("hurt")] == ["k1"]
    assert not [problem for account in collation.accounts for problem in account.problems]


def test_annotations_follow_an_article_that_was_renamed_before(ferry: Workspace) -> None:
    add_note(ferry)
    (ferry.articles / "north.txt").rename(ferry.articles / "gazette.txt")
    rename(ferry, "north", "gazette")
    assert not read_collation(ferry).problems
    assert [len(account.placed) for account in read_collation(ferry).accounts] == [3, 3]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("east", "west", 'no article is called "east"'),
        ("north", "south", 'there is an article "south" already'),
        ("north", "a/b", "cannot be an article's name"),
        ("north", "codebook", "cannot be an article's name"),
        ("north", ".hidden", "cannot be an article's name"),
        ("north", "taken", '"taken" has annotations already, in taken.yaml'),
    ],
)
def test_what_is_in_the_way_is_told(ferry: Workspace, old: str, new: str, message: str) -> None:
    ferry.list_file("taken").write_text("annotations: []\n")
    before = names(ferry)
    with pytest.raises(UsageError, match=message):
        rename(ferry, old, new)
    assert names(ferry) == before


def test_links_are_left_to_the_user(ferry: Workspace, tmp_path: Path) -> None:
    ferry.list_file("north").rename(tmp_path / "shared.yaml")
    ferry.list_file("north").symlink_to(tmp_path / "shared.yaml")
    with pytest.raises(UsageError, match="is a link; rename it and the article by hand"):
        rename(ferry, "north", "gazette")
