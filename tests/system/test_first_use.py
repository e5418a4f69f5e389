"""A first visit, in a real terminal: read, move, select, mark, note, take back, leave, come back, take it away."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from terminal import Cell, Terminal

from tui.storage.records.record_loader import RecordLoader

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Annotation, Workspace

SIZES = [(80, 24), (160, 45)]
NORTH, SOUTH = "000_99cd5badc6da52f9", "002_b3c679df3c8f7e39"
HELP = "? help"
END_OF_WAR = ("}", "}", *"bbbbbb", "v", *"wwwwww", "h")
"""From the start of article A: select the last words of its second paragraph, "end the war in the country."."""
FIRST_SENTENCE = (
    "Turkey and Russia have been making efforts with the Syrian opposition to establish a cease-fire to end the war in "
    "the country."
)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Return columns and rows of the terminal."""
    columns, rows = request.param
    return columns, rows


def on_disk(workspace: Workspace, article: str = NORTH) -> list[Annotation]:
    """Return an article's annotations as the files hold them; fails where anything is wrong in them."""
    codebook, problems = RecordLoader(workspace).codebook()
    found = RecordLoader(workspace).records(article, codebook)
    assert not problems
    assert not found.problems
    return [record.annotation for record in found.records]


def own(workspace: Workspace) -> list[Annotation]:
    """Return what was added by hand here, first things first."""
    mine = [each for each in on_disk(workspace) if each.annotator == "Mira"]
    return sorted(mine, key=lambda each: bool(each.on))


def quote_in_form(terminal: Terminal) -> str:
    """Ask for a claim, return the words that it would be about, and leave the form again."""
    terminal.press("c")
    screen = terminal.wait_for("Mark a claim")
    left = terminal.find("Mark a claim").x
    inside = " ".join(line[left:].partition("│")[0].strip() for line in screen.splitlines())
    quoted = re.search(r"Mark a claim\s+“(.*?)”\s+Kind", inside)
    assert quoted, screen
    terminal.press("escape")
    terminal.wait_gone("Mark a claim")
    return quoted[1]


def inspector(text: str) -> str:
    """Return what stands under the rule."""
    return text.partition("────")[2]


def is_other(before: str, text: str) -> bool:
    """Return whether the inspector tells of something else than before."""
    return inspector(text) != before


def step_to(terminal: Terminal, words: str) -> int:
    """Press ] until the inspector, under the rule, shows words; return how often."""
    terminal.wait_for(HELP)
    for presses in range(1, 80):
        before = inspector(terminal.text)
        terminal.press("]")
        terminal.wait_for(partial(is_other, before))
        if words in inspector(terminal.text):
            return presses
    raise AssertionError(f"] never came to {words!r}\n{terminal.text}")


def test_mark_note_take_back_come_again_and_export(sample: Workspace, size: tuple[int, int]) -> None:
    with Terminal([], sample.root, size=size) as terminal:
        terminal.wait_for(HELP)
        terminal.press(*END_OF_WAR)
        terminal.wait_for("Esc clear")
        terminal.press("c")
        terminal.wait_for("Speaker")
        terminal.press(*"Olga Berg")
        terminal.wait_for("Olga Berg")
        terminal.press("tab", *"The war will end", "tab", *"said", "ctrl+s")
        terminal.wait_gone("Ctrl+S")
        terminal.wait_for("on The war will end")
        assert "5 of 53" in terminal.text
        terminal.press("n")
        terminal.wait_for("A note on this annotation")
        terminal.press(*"Who says so?", "ctrl+s")
        terminal.wait_for("Who says so?")
        terminal.wait_gone("Ctrl+S")
        assert [each.body for each in own(sample)] == ["", "Who says so?"]

        terminal.press("u")
        terminal.wait_for("Undone: note added.")
        terminal.press("u")
        terminal.wait_for("Undone: claim added.")
        assert own(sample) == []
        terminal.press("ctrl+r")
        terminal.wait_for("Redone: claim added.")
        terminal.press("ctrl+r")
        terminal.wait_for("Redone: note added.")
        terminal.press("q")
        assert terminal.wait_end() == 0
        assert terminal.is_sane

    claim, note = own(sample)
    assert (claim.kind, claim.speaker, claim.cue) == ("claim", ("Olga Berg",), "said")
    assert claim.quote == "end the war in the country."
    assert (note.on, note.body) == (claim.id, "Who says so?")
    assert RecordLoader(sample).codebook()[0].proposition_text(claim.about) == "The war will end"

    with Terminal([], sample.root, size=size) as terminal:
        assert step_to(terminal, "Olga Berg") == 4
        assert "Who says so?" in terminal.text
        terminal.press("E")
        terminal.wait_for("Export as Markdown")
        terminal.press("enter")
        terminal.wait_for("Exported: sample.md")
        terminal.press("q")
        assert terminal.wait_end() == 0
    written = (sample.root / "sample.md").read_text(encoding="utf-8")
    assert "> end the war in the country." in written
    assert "Who says so?" in written
    assert "Olga Berg" in written
    told = subprocess.run([sys.executable, "-m", "tui", "export"], cwd=sample.root, capture_output=True, check=True)
    assert told.stdout.decode() == written


def test_the_next_annotation_leads_to_the_ministrys_no_comment(sample: Workspace, size: tuple[int, int]) -> None:
    with Terminal([], sample.root, size=size) as terminal:
        step_to(terminal, "? No comment   Turkish Foreign Ministry")
        told = inspector(terminal.text)
        assert "did not confirm or deny" in told
        assert "The Syrian regime and the Syrian opposition held talks in Ankara" in told
        assert any("?" in line[:3] for line in terminal.text.splitlines()[2:]), "the gutter has the kind's glyph"
        if size == SIZES[1]:
            assert "Russian news agencies" in told, "who else speaks of it"
            assert "B silent" in told


def test_the_mouse_selects_a_stretch_a_word_and_a_sentence(sample: Workspace, size: tuple[int, int]) -> None:
    with Terminal([], sample.root, size=size) as terminal:
        terminal.wait_for(HELP)
        start, end = terminal.find("Russia have been"), terminal.find("been making")
        terminal.drag(start, Cell(end.x + len("been making") - 1, end.y))
        terminal.wait_for("Esc clear")
        assert quote_in_form(terminal) == "Russia have been making"
        terminal.click(*terminal.find("efforts with"), times=2)
        assert quote_in_form(terminal) == "efforts"
        terminal.click(*terminal.find("Russia have been"), times=3)
        assert quote_in_form(terminal) == FIRST_SENTENCE


def test_the_other_account_is_a_tab_away_and_the_wheel_moves_the_view(sample: Workspace, size: tuple[int, int]) -> None:
    with Terminal([], sample.root, size=size) as terminal:
        terminal.wait_for(HELP)
        terminal.press("tab")
        terminal.wait_for("a news conference in Alanya")
        place = terminal.find("Russia, Turkey stress need")
        for _ in range(4):
            terminal.mouse(65, place.x, place.y + 5)
        terminal.wait_for(lambda text: "Russia, Turkey stress need to" not in text.partition("✗")[2])
        assert "Turkey, Russia come together to" in terminal.text.partition("✗")[2], "the other pane stays"


def test_a_terminal_that_shrinks_and_grows_keeps_the_place(sample: Workspace) -> None:
    with Terminal([], sample.root, size=(160, 45)) as terminal:
        step_to(terminal, "? No comment   Turkish Foreign Ministry")
        terminal.resize(70, 20)
        terminal.wait_for(lambda text: "? The Turkish Foreign Ministry" in text and " B " not in text.splitlines()[0])
        terminal.press("tab")
        terminal.wait_for(" B ")
        terminal.resize(160, 45)
        terminal.wait_for(lambda text: " A " in text.splitlines()[0] and " B " in text.splitlines()[0])
        terminal.wait_for("? The Turkish Foreign Ministry")


def test_keys_typed_ahead_go_where_they_would_have_gone(sample: Workspace) -> None:
    with Terminal([], sample.root) as terminal:
        terminal.wait_for(HELP)
        filled_in = (*"Olga Berg", "tab", *"The war will end", "tab", *"xdx", "ctrl+s")
        terminal.press(
            "".join(Terminal.sent(key) for key in (*END_OF_WAR, "c", *filled_in, "n", *"dx!", "ctrl+s", "q"))
        )
        assert terminal.wait_end() == 0
    claim, note = own(sample)
    assert (claim.speaker, claim.cue, note.body) == (("Olga Berg",), "xdx", "dx!")


def test_a_pasted_note_keeps_its_lines(sample: Workspace) -> None:
    with Terminal([], sample.root) as terminal:
        terminal.wait_for(HELP)
        terminal.press("n")
        terminal.wait_for("A note on")
        terminal.press("\x1b[200~Çavuşoğlu 東京\n\nq x\x1b[201~", "ctrl+s")
        terminal.wait_gone("Ctrl+S")
    assert [each.body for each in own(sample)] == ["Çavuşoğlu 東京\n\nq x"]


def test_without_a_workspace_the_sample_opens_and_its_notes_are_kept(tmp_path: Path, own_home: Path) -> None:
    with Terminal([], tmp_path) as terminal:
        terminal.wait_for("Turkey, Russia come together")
        terminal.press("n")
        terminal.wait_for("A note on")
        terminal.press(*"mine", "ctrl+s")
        terminal.wait_gone("Ctrl+S")
        terminal.press("q")
        assert terminal.wait_end() == 0
    assert list(tmp_path.iterdir()) == []
    (kept,) = own_home.rglob("mira.*.yaml")
    assert "mine" in kept.read_text(encoding="utf-8")


def test_the_first_frame_is_wrapped_as_it_stays(sample: Workspace, size: tuple[int, int]) -> None:
    with Terminal([], sample.root, size=size) as terminal:
        first = terminal.wait_for(HELP)
        terminal.press("?")
        terminal.wait_for("Esc close")
        terminal.press("escape")
        terminal.wait_for(lambda text: text == first)
