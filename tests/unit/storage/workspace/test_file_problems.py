"""Files that no command reads."""

from pathlib import Path

from tui.model import Severity, Workspace
from tui.storage.workspace.discovery import workspace_of_files
from tui.storage.workspace.file_problems import file_problems


def test_articles_and_annotations_are_searched(ferry: Workspace) -> None:
    assert file_problems(ferry) == ()
    (ferry.articles / "west.rst").write_text("")
    (ferry.annotations / "east.yaml").write_text("")
    problems = file_problems(ferry)
    assert [problem.file.name for problem in problems] == ["west.rst", "east.yaml"]
    assert {problem.severity for problem in problems} == {Severity.ERROR}


def test_named_articles_of_another_workspace_are_reported(ferry: Workspace, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("")
    (ferry.articles / "bare.txt").write_text("")
    files = [tmp_path / "other.txt", *(ferry.articles / name for name in ("north.txt", "bare.txt"))]
    problems = file_problems(workspace_of_files(files))
    assert [problem.file for problem in problems] == files[1:]
    assert {problem.message for problem in problems} == {
        "its annotations are neither shown nor saved, because files of several folders are open; "
        "open it with files of its own folder only, or the workspace ferry"
    }
    assert file_problems(workspace_of_files(files[1:])) == ()


def test_files_named_one_by_one_are_all_that_is_read(ferry: Workspace) -> None:
    (ferry.annotations / "east.yaml").write_text("")
    assert file_problems(Workspace(ferry.root, ferry.articles, (ferry.articles / "north.txt",))) == ()
