"""What a git merge left in an article is reported."""

from pathlib import Path

import pytest

from tui.model import Article, Severity
from tui.storage.workspace.merge_conflict import merge_conflict

BOTH = "<<<<<<< HEAD\nNobody was hurt.\n=======\nTwo were hurt.\n>>>>>>> theirs\n"


def article(text: str) -> Article:
    return Article("a", text, Path("a.txt"))


@pytest.mark.parametrize(
    ("text", "line"), [(BOTH, 1), (f"Port closed\n\n{BOTH}The end.\n{BOTH}", 3), (f"<<<<<<< x\n{BOTH}", 1)]
)
def test_two_versions_are_a_warning_at_their_line(text: str, line: int) -> None:
    (problem,) = merge_conflict(article(text))
    assert (problem.line, problem.column, problem.severity) == (line, 1, Severity.WARNING)
    assert "a merge left both versions here" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A heading\n=======\n",
        "<<<<<<< HEAD is how it begins.\n",
        "<<<<<<< HEAD\none\n=======\ntwo\n",
        f"  {BOTH}".replace("\n", "\n  "),
        BOTH.replace("<<<<<<< ", "<<<<<<<"),
    ],
)
def test_a_text_about_such_lines_is_none(text: str) -> None:
    assert list(merge_conflict(article(text))) == []
