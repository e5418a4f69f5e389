"""The tutorial, done by typing the keys that its own lines show in bold."""

import re
from functools import partial
from itertools import pairwise
from operator import ne
from pathlib import Path

from terminal import Terminal

from tui.session.tutorial import STEPS
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import read_collation
from tui.storage.workspace.story import read_progress, story_workspace

NAMED = {"Enter", "Tab", "Esc", "Ctrl+S", "Ctrl+R"}
FOR_LATER = "Another day,"
SEEN = {
    "c": "Mark a claim",
    "metre": "The water in the cellar",
    "metre Enter": "About +The water in the cellar",
    "n": "A note on",
    "/": "whole words",
    "leak Enter": "“leak”: .*f next",
    "E": "Group by",
}
"""What a person waits for after some keys: a form, an offer, or that one was taken."""


def heading(number: int) -> str:
    return f"Step {number} of {len(STEPS)} · {STEPS[number - 1].title}" if number <= len(STEPS) else "The end"


def shown_keys(terminal: Terminal) -> list[str]:
    """Return what the panel of the tutorial shows in bold, in its order."""
    keys: list[str] = []
    last_words = ""
    first = next(y for y, line in enumerate(terminal.screen.display) if re.match(r"  Step \d of \d", line)) + 1
    for y in range(first, terminal.lines):
        row = [terminal.screen.buffer[y][x] for x in range(terminal.columns)]
        if row[0].data == "─":
            break
        for run in re.finditer("B+|-+", "".join("B" if cell.bold else "-" for cell in row)):
            text = "".join(cell.data for cell in row[run.start() : run.end()]).strip()
            if FOR_LATER in last_words:
                return keys
            if run[0][0] == "B":
                keys += [text] * (2 if last_words.endswith("twice") else 1)
            last_words = text
    return keys


def press_shown(terminal: Terminal, key: str, last: str = "") -> None:
    """Press a key as the panel names it, and wait as a person does."""
    if key in NAMED:
        terminal.press({"Esc": "escape"}.get(key, key.lower()))
    else:
        terminal.press(*key)
    seen = SEEN.get(f"{last} {key}", SEEN.get(key))
    if seen:
        terminal.wait_for(lambda text: re.search(seen, text) is not None)


def test_all_steps_are_done_with_the_keys_on_the_screen(tmp_path: Path) -> None:
    with Terminal(["tutorial", "flood"], tmp_path, size=(80, 24)) as terminal:
        terminal.wait_for(heading(1))
        while heading(1) in terminal.text:
            before = terminal.text
            press_shown(terminal, *shown_keys(terminal))
            terminal.wait_for(partial(ne, before))
        for number in range(2, len(STEPS) + 1):
            terminal.wait_for(heading(number))
            keys = shown_keys(terminal)
            for last, key in pairwise(["", *keys]):
                press_shown(terminal, key, last)
            terminal.wait_for(heading(number + 1))
        terminal.wait_for(f"Exported: {tmp_path}"[:60])
        terminal.press("escape")
        terminal.wait_gone("“leak”")
        terminal.press("escape")
        terminal.wait_gone("The end")
        terminal.press("q")
        assert terminal.wait_end() == 0

    workspace = story_workspace(tmp_path / "flood")
    own = [
        placed.annotation
        for account in read_collation(workspace, article_ids(workspace)).accounts
        for placed in account.placed
        if placed.annotation.annotator
    ]
    assert [(each.kind, each.speaker, each.about) for each in own if each.kind == "claim"] == [
        ("claim", ("Fire brigade",), "water-a-metre")
    ]
    assert [each.body.replace(" ", "") for each in own if each.kind == "note"] == ["Whomeasuredit?"]
    assert "Who" in (tmp_path / "flood.md").read_text("utf-8")
    assert read_progress(workspace.root) == ""


def test_esc_leaves_it_and_the_next_start_goes_on_there(tmp_path: Path) -> None:
    workspace = story_workspace(tmp_path / "flood")
    (workspace.root / "tutorial.json").write_text('{"step": "find"}', "utf-8")
    with Terminal(["tutorial", "flood"], tmp_path, size=(120, 40)) as terminal:
        terminal.wait_for(heading(7))
        terminal.press("/", *"flood", "enter")
        terminal.wait_for("flood”: ")
        terminal.press("escape")
        terminal.wait_gone("flood”: ")
        assert heading(7) in terminal.text
        terminal.press("escape")
        terminal.wait_for("Tutorial closed. diptych tutorial goes on with this step.")
        assert "Step" not in terminal.text
        terminal.press("q")
        assert terminal.wait_end() == 0
    assert read_progress(workspace.root) == "find"
