"""Files that no command reads."""

from contextlib import suppress
from pathlib import Path

import pytest

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


def test_an_annotation_folder_in_another_case_is_reported(ferry: Workspace) -> None:
    other = ferry.annotations.rename(ferry.root / "Annotations")
    if ferry.annotations.exists():
        pytest.skip("the file system ignores case")
    (ferry.root / "ANNOTATIONS").write_text("a file")
    (problem,) = file_problems(ferry)
    assert (problem.file, problem.message) == (other, "is not read; rename it to annotations")
    ferry.annotations.mkdir()
    (problem,) = file_problems(ferry)
    assert (problem.file, problem.message) == (other, "is not read; move its files into annotations/")


def test_another_name_of_the_annotation_folder_is_fine(ferry: Workspace) -> None:
    with suppress(FileExistsError):
        (ferry.root / "Annotations").symlink_to(ferry.annotations, target_is_directory=True)
    assert file_problems(ferry) == ()


def test_named_articles_of_another_workspace_are_reported(ferry: Workspace, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("")
    (ferry.articles / "bare.txt").write_text("")
    files = [tmp_path / "other.txt", *(ferry.articles / name for name in ("north.txt", "bare.txt"))]
    problems = file_problems(workspace_of_files(files))
    assert [(problem.file, problem.message, problem.severity) for problem in problems] == [
        (file, f"its annotations are shown, but can be changed only in ferry: diptych {file}", Severity.WARNING)
        for file in files[1:]
    ]
    assert file_problems(workspace_of_files(files[1:])) == ()


def test_a_loose_file_is_told_where_its_annotations_are_saved(tmp_path: Path) -> None:
    files = [tmp_path / "a" / "one.txt", tmp_path / "b" / "two.txt"]
    for file in files:
        file.parent.mkdir()
        file.write_text("")
    (problem,) = file_problems(workspace_of_files(files))
    assert problem.file == files[1]
    assert problem.message == f"has no annotations beside it; new ones are saved in {tmp_path / 'a' / 'annotations'}"


def test_files_named_one_by_one_are_all_that_is_read(ferry: Workspace) -> None:
    (ferry.annotations / "east.yaml").write_text("")
    assert file_problems(Workspace(ferry.root, ferry.articles, (ferry.articles / "north.txt",))) == ()
