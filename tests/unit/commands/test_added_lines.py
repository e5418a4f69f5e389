"""What is printed of an article that was added."""

from pathlib import Path

from tui.commands.added_lines import added_lines, added_shape
from tui.model import Byline
from tui.session.article_intake import Addition, Outcome

_BYLINE = Byline("Bridge\x1b[31m", "The North", "Ada", "2026-11-26", "https://n.example/a")
_ADDED = Addition(
    Outcome.ADDED, "bridge", Path("/w/articles/bridge.md"), Path("/w/a.html"), _BYLINE, 3, ("Home", "A\nb"), "today"
)


def test_a_result_says_where_whose_and_how_much() -> None:
    assert list(added_lines(_ADDED, show_left_out=False, dry_run=False)) == [
        "/w/articles/bridge.md",
        "  Bridge␛[31m · The North · Ada · 26 November 2026",
        "  3 paragraphs, 2 left out (--show-left-out lists them)",
    ]


def test_what_was_left_out_is_listed() -> None:
    lines = list(added_lines(_ADDED, show_left_out=True, dry_run=True))
    assert lines[0] == "/w/articles/bridge.md would be written"
    assert lines[2:] == ["  3 paragraphs, 2 left out", "    - Home", "    - A b"]


def test_json_has_the_stable_keys() -> None:
    shape = added_shape(_ADDED, show_left_out=False)
    assert shape == {
        "id": "bridge",
        "outcome": "added",
        "file": "/w/articles/bridge.md",
        "original": "/w/a.html",
        "title": "Bridge\x1b[31m",
        "outlet": "The North",
        "author": "Ada",
        "date": "2026-11-26",
        "date_as_written": "today",
        "url": "https://n.example/a",
        "paragraphs": 3,
        "left_out": 2,
    }
    assert added_shape(_ADDED, show_left_out=True)["left_out_texts"] == ["Home", "A\nb"]
