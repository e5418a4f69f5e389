"""Test that each dialog ends by a signal in time, and is answered once."""

import signal
from pathlib import Path
from typing import NamedTuple

import pytest
from terminal import Terminal

from tui.model import Workspace

SOON = 20.0
TYPED = "zqxw"


class Dialog(NamedTuple):
    """Keys and words to wait for (`<words`) that open it, and its words."""

    name: str
    steps: tuple[str, ...]
    seen: str
    takes_text: bool = False
    keeps_draft: bool = False


SHORT = (
    Dialog("note", ("n",), "A note on", takes_text=True, keeps_draft=True),
    Dialog("statement", ("c",), "Mark a claim", takes_text=True, keeps_draft=True),
    Dialog("import", ("ctrl+o",), "Import annotations", takes_text=True),
    Dialog("export", ("E",), "Group by"),
    Dialog("entry", ("b", "<everything", "a"), "A new proposition", takes_text=True),
    Dialog("annotator", ("W",), "Recorded by whom?", takes_text=True),
    Dialog("document", ("o", "<open it too", "ctrl+a"), "Add a document", takes_text=True),
)
OTHERS = (
    Dialog("help", ("?",), "Legend"),
    Dialog("palette", ("ctrl+p",), "Commands", takes_text=True),
    Dialog("find", ("/",), "] pattern", takes_text=True),
    Dialog("search", ("ctrl+f",), "Search every article", takes_text=True),
    Dialog("comparison", ("t",), "Proposition"),
    Dialog("people", ("p",), "what they say"),
    Dialog("tags", ("N", "<everything", "T"), "Tag 1 record", takes_text=True),
    Dialog("kind", ("N", "<everything", "K"), "Set the kind", takes_text=True),
    Dialog("speaker", ("N", "<everything", "s"), "Who speaks?", takes_text=True),
    Dialog("edit entry", ("b", "<everything", "e"), "Edit “", takes_text=True),
    Dialog("rename", ("b", "<everything", "r"), "Another slug", takes_text=True),
    Dialog("merge", ("b", "<everything", "m"), "into which?", takes_text=True),
    Dialog("blind", ("b", "<everything", "B"), "Begin blind mode?"),
    Dialog("source", ("I",), "The source", takes_text=True),
    Dialog("filter", ("E", "<Group by", "ctrl+f"), "Export only", takes_text=True),
    Dialog("problems", ("!",), "Nothing is wrong"),
)
TABLE = (*SHORT, *(pytest.param(dialog, marks=pytest.mark.long) for dialog in OTHERS))


def open_dialog(terminal: Terminal, dialog: Dialog) -> None:
    """Open a dialog, and type into it if it takes text."""
    terminal.wait_for("? help")
    for step in (*dialog.steps, f"<{dialog.seen}"):
        if step.startswith("<"):
            terminal.wait_for(step[1:])
        else:
            terminal.press(step)
    if dialog.takes_text:
        terminal.press(TYPED)
        terminal.wait_for(TYPED)


@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGHUP, marks=pytest.mark.long)])
@pytest.mark.parametrize("dialog", TABLE, ids=lambda dialog: dialog.name)
def test_a_signal_ends_each_dialog(ferry: Workspace, own_home: Path, dialog: Dialog, number: signal.Signals) -> None:
    with Terminal([], ferry.root) as terminal:
        open_dialog(terminal, dialog)
        terminal.kill(number)
        assert terminal.wait_end(SOON) == 128 + number
        assert terminal.is_sane
        assert b"Traceback" not in terminal.received
    drafts = [path.read_text(encoding="utf-8") for path in own_home.rglob("drafts/**/*.json")]
    assert any(TYPED in draft for draft in drafts) is dialog.keeps_draft


@pytest.mark.parametrize("keys", [("enter", "enter"), ("ctrl+s", "ctrl+s")], ids=lambda keys: keys[0])
def test_two_answers_in_one_write_overwrite_no_export(ferry: Workspace, keys: tuple[str, ...]) -> None:
    existing = ferry.root / "ferry.md"
    existing.write_text("Mine.", encoding="utf-8")
    with Terminal([], ferry.root) as terminal:
        open_dialog(terminal, SHORT[3])
        terminal.press("".join(map(Terminal.sent, keys)))
        terminal.wait_for(lambda text: "Press Enter again to overwrite it." in text or "Group by" not in text)
        assert existing.read_text(encoding="utf-8") == "Mine."
