"""Articles that are not read, or that are read twice."""

import pytest

from tui.model import Workspace
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.unread_articles import unread_articles


def reported(workspace: Workspace) -> list[str]:
    return [str(problem).removeprefix(f"{workspace.root}/") for problem in unread_articles(workspace)]


def test_articles_that_are_read_are_fine(ferry: Workspace) -> None:
    for name in ("speech.txt", "speech (2).txt", "photo.jpg", ".draft.rst"):
        (ferry.articles / name).write_text("")
    assert reported(ferry) == []


@pytest.mark.parametrize(
    ("name", "right"),
    [("west.markdown", "west.md"), ("West.MARKDOWN", "West.md"), ("west.text", "west.txt"), ("west.rst", "west.txt")],
)
def test_another_suffix_of_texts_is_reported(ferry: Workspace, name: str, right: str) -> None:
    (ferry.articles / name).write_text("")
    assert reported(ferry) == [f"articles/{name}: is not read; rename it to {right}"]


def test_of_two_files_of_one_name_the_unread_one_is_reported(ferry: Workspace) -> None:
    (ferry.articles / "north.md").write_text("")
    assert reported(ferry) == [
        "articles/north.md: is not read, because north.txt has the same name; rename one of the two"
    ]


def test_a_copy_that_only_a_sync_program_makes_is_reported(ferry: Workspace) -> None:
    (ferry.articles / "north (Ada's conflicted copy 2024-01-04).txt").write_text("")
    assert reported(ferry) == [
        "articles/north (Ada's conflicted copy 2024-01-04).txt: looks like a sync program's copy of north; "
        "compare the two and delete one"
    ]


def test_articles_in_the_other_folder_are_counted(ferry: Workspace) -> None:
    (ferry.root / "seeds").mkdir()
    assert reported(open_workspace(ferry.root)) == []
    for name in ("west.txt", "east.md"):
        (ferry.root / "seeds" / name).write_text("")
    assert reported(open_workspace(ferry.root)) == [
        "articles: 2 articles here are not read, because seeds/ is; move all into one folder"
    ]


def test_a_folder_that_cannot_be_listed_has_none(ferry: Workspace) -> None:
    assert reported(Workspace(ferry.root, ferry.root / "none")) == []
