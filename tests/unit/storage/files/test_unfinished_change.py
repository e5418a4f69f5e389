"""A change of several files that was interrupted is noticed."""

import json

import pytest

from tui.model import Workspace
from tui.storage.files.unfinished_change import is_unfinished, journal_path, unfinished_title
from tui.storage.workspace.file_problems import file_problems


def test_a_journal_is_an_unfinished_change_and_a_problem(ferry: Workspace) -> None:
    assert not is_unfinished(ferry)
    journal_path(ferry).write_text("{}")
    assert is_unfinished(ferry)
    (problem,) = file_problems(ferry)
    assert problem.file == journal_path(ferry)
    assert "finish it with diptych rename --continue" in problem.message


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (json.dumps({"version": 1, "title": 'rename "ä" to "b"', "changes": []}, indent=1), 'rename "ä" to "b"'),
        (json.dumps({"version": 1, "title": "import 3 annotations", "changes": ["x" * 9999]}), "import 3 annotations"),
        ('{"title": "\\u"}', ""),
        ('{"title": 3}', ""),
    ],
)
def test_the_title_is_read_from_the_head_of_the_journal(ferry: Workspace, content: str, title: str) -> None:
    journal_path(ferry).write_text(content)
    assert unfinished_title(ferry) == title
