"""Files that no command reads."""

from tui.model import Severity, Workspace
from tui.storage.workspace.file_problems import file_problems


def test_articles_and_annotations_are_searched(ferry: Workspace) -> None:
    assert file_problems(ferry) == ()
    (ferry.articles / "west.rst").write_text("")
    (ferry.annotations / "east.yaml").write_text("")
    problems = file_problems(ferry)
    assert [problem.file.name for problem in problems] == ["west.rst", "east.yaml"]
    assert {problem.severity for problem in problems} == {Severity.ERROR}


def test_files_named_one_by_one_are_all_that_is_read(ferry: Workspace) -> None:
    (ferry.annotations / "east.yaml").write_text("")
    assert file_problems(Workspace(ferry.root, ferry.articles, (ferry.articles / "north.txt",))) == ()
