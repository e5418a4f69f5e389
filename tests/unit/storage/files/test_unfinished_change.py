"""A change of several files that was interrupted is noticed."""

from tui.model import Workspace
from tui.storage.files.unfinished_change import is_unfinished, journal_path
from tui.storage.workspace.file_problems import file_problems


def test_a_journal_is_an_unfinished_change_and_a_problem(ferry: Workspace) -> None:
    assert not is_unfinished(ferry)
    journal_path(ferry).write_text("{}")
    assert is_unfinished(ferry)
    (problem,) = file_problems(ferry)
    assert problem.file == journal_path(ferry)
    assert "finish it with diptych rename --continue" in problem.message
