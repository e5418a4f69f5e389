"""Test a first use in a real terminal, from reading to the export."""

import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from terminal import Cell, Terminal

from tui.model import Annotation, Workspace
from tui.storage.records.record_loader import RecordLoader

SIZES = [(80, 24), (160, 45)]
NORTH, SOUTH = "000_99cd5badc6da52f9", "002_b3c679df3c8f7e39"
HELP = "? help"
END_OF_WAR = ("}", "}", *"BBBBBB", "v", *"wwwww", "l")
"""Keys at the start of article A that select "end the war in the country." in its second paragraph."""
FIRST_SENTENCE = (
    "Turkey and Russia have been making efforts with the Syrian opposition to establish a cease-fire to end the war in "
    "the country."
)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Return the columns and the rows of the terminal."""
    columns, rows = request.param
    return columns, rows


def on_disk(workspace: Workspace, article: str = NORTH) -> list[Annotation]:
    """Return an article's annotations on disk, without problems in them."""
    codebook, problems = RecordLoader(workspace).codebook()
    loaded = RecordLoader(workspace).records(article, codebook)
    assert not problems
    assert not loaded.problems
    return [record.annotation for record in loaded.records]


def own(workspace: Workspace) -> list[Annotation]:
    """Return the user's annotations, with notes on annotations last."""
    mine = [annotation for annotation in on_disk(workspace) if annotation.annotator == "Mira"]
    return sorted(mine, key=lambda annotation: bool(annotation.on))


def quote_in_form(terminal: Terminal) -> str:
    """Return the quote in the form of a claim, which is opened and closed."""
    terminal.press("c")
    screen = terminal.wait_for("Mark a claim")
    left = terminal.find("Mark a claim").x
    inside = " ".join(line[left:].partition("│")[0].strip() for line in screen.splitlines())
    quote = re.search(r"Mark a claim\s+“(.*?)”\s+Kind", inside)
    assert quote, screen
    terminal.press("escape")
    terminal.wait_gone("Mark a claim")
    return quote[1]


def inspector(text: str) -> str:
    return text.rpartition("────")[2]


def below_headers(text: str) -> str:
    return text.partition("━━━━")[2]


def is_other(before: str, text: str) -> bool:
    return inspector(text) != before


def step_to(terminal: Terminal, words: str) -> None:
    """Press ] until the inspector shows these words."""
    terminal.wait_for(HELP)
    for _ in range(80):
        before = inspector(terminal.text)
        terminal.press("]")
        terminal.wait_for(partial(is_other, before))
        if words in inspector(terminal.text):
            return
    raise AssertionError(f"] never came to {words!r}\n{terminal.text}")


def test_mark_note_undo_reopen_and_export(sample: Workspace, size: tuple[int, int]) -> None:
    with Terminal([], sample.root, size=size) as terminal:
        terminal.wait_for(HELP)
        terminal.press(*END_OF_WAR)
        terminal.wait_for("Esc clear")
        terminal.press("c")
        terminal.wait_for("Speaker")
        terminal.press(*"Olga Berg")
        terminal.wait_for("Olga Berg")
        terminal.press("tab", *"The war will end", "up", "enter", *"said", "ctrl+s")
        terminal.wait_gone("Ctrl+S")
        terminal.wait_for("(said): The war will end")
        terminal.press("n")
        terminal.wait_for("A note on this annotation")
        terminal.press(*"Who says so?", "ctrl+s")
        terminal.wait_for("Who says so?")
        terminal.wait_gone("Ctrl+S")
        assert [annotation.body for annotation in own(sample)] == ["", "Who says so?"]

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
        terminal.wait_for("Olga Berg")  # where the first session ended
        terminal.wait_for("Who says so?")
        terminal.press("E")
        terminal.wait_for("Group by")
        terminal.press("enter")
        terminal.wait_for(f"Exported: {sample.root}"[:60])
        terminal.press("q")
        assert terminal.wait_end() == 0
    exported = (sample.root / "sample.md").read_text(encoding="utf-8")
    assert "> end the war in the country." in exported
    assert "Who says so?" in exported
    assert "Olga Berg" in exported
    result = subprocess.run([sys.executable, "-m", "tui", "export"], cwd=sample.root, capture_output=True, check=True)
    assert result.stdout.decode() == exported


def test_the_ministrys_no_comment_shows_who_else_speaks_of_it(sample: Workspace, size: tuple[int, int]) -> None:
    with Terminal([], sample.root, size=size) as terminal:
        step_to(terminal, "Turkish Foreign Ministry: no comment")
        shown = " ".join(inspector(terminal.text).split())
        assert "did not confirm or deny" in shown
        assert "The Syrian regime and the Syrian opposition held talks in Ankara" in shown
        assert any("?" in line[:5] for line in terminal.text.splitlines()[2:]), "the gutter has the kind's glyph"
        if size == SIZES[1]:
            assert "Russian news agencies" in shown, "who else speaks of it"
            assert "B silent" in shown


def test_the_mouse_selects_a_range_a_word_and_a_sentence(sample: Workspace, size: tuple[int, int]) -> None:
    with Terminal([], sample.root, size=size) as terminal:
        terminal.wait_for(HELP)
        start, end = terminal.find("ussia have been"), terminal.find("have been")
        terminal.drag(start, Cell(end.x + 1, end.y))
        terminal.wait_for("e new quote")
        assert quote_in_form(terminal) == "Russia have"
        terminal.drag(start, Cell(end.x + 1, end.y), alt=True)
        assert quote_in_form(terminal) == "ussia ha"
        terminal.click(*terminal.find("efforts with"), times=2)
        assert quote_in_form(terminal) == "efforts"
        terminal.click(*terminal.find("Russia have been"), times=3)
        assert quote_in_form(terminal) == FIRST_SENTENCE


def test_tab_goes_to_the_other_account_and_the_wheel_scrolls_it(sample: Workspace, size: tuple[int, int]) -> None:
    with Terminal([], sample.root, size=size) as terminal:
        terminal.wait_for(HELP)
        terminal.press("tab")
        terminal.wait_for("a news conference in Alanya")
        title = terminal.find("Russia, Turkey stress need")
        for _ in range(4):
            terminal.mouse(65, title.x, title.y + 5)
        terminal.wait_for(lambda text: "Russia, Turkey stress need to" not in below_headers(text))
        assert "Turkey, Russia come together to" in below_headers(terminal.text), "the other pane stays"


def test_resizing_keeps_the_annotation_in_view(sample: Workspace) -> None:
    with Terminal([], sample.root, size=(160, 45)) as terminal:
        step_to(terminal, "Turkish Foreign Ministry: no comment")
        terminal.resize(70, 20)
        terminal.wait_for(lambda text: "? The Turkish Foreign Ministry" in text and " B " not in text.splitlines()[0])
        terminal.press("tab")
        terminal.wait_for(" B ")
        terminal.resize(160, 45)
        terminal.wait_for(lambda text: " A " in text.splitlines()[0] and " B " in text.splitlines()[0])
        terminal.wait_for("? The Turkish Foreign Ministry")


def test_keys_typed_ahead_reach_the_screens_that_they_open(sample: Workspace) -> None:
    with Terminal([], sample.root) as terminal:
        terminal.wait_for(HELP)
        form = (*"Olga Berg", "tab", *"The war will end", "up", "enter", *"xdx", "ctrl+s")
        terminal.press("".join(Terminal.sent(key) for key in (*END_OF_WAR, "c", *form, "n", *"dx!", "ctrl+s", "q")))
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
    assert [annotation.body for annotation in own(sample)] == ["Çavuşoğlu 東京\n\nq x"]


def test_without_a_workspace_notes_are_saved_in_a_copy_of_the_sample(tmp_path: Path, own_home: Path) -> None:
    with Terminal([], tmp_path) as terminal:
        terminal.wait_for("Turkey, Russia come together")
        terminal.press("n")
        terminal.wait_for("A note on")
        terminal.press(*"mine", "ctrl+s")
        terminal.wait_gone("Ctrl+S")
        terminal.press("q")
        assert terminal.wait_end() == 0
    assert list(tmp_path.iterdir()) == []
    (record,) = own_home.rglob("mira.*.yaml")
    assert "mine" in record.read_text(encoding="utf-8")


def test_the_first_frame_is_not_wrapped_again(sample: Workspace, size: tuple[int, int]) -> None:
    with Terminal([], sample.root, size=size) as terminal:
        first = terminal.wait_for(HELP)
        terminal.press("?")
        terminal.wait_for("Esc close")
        terminal.press("escape")
        terminal.wait_for(lambda text: text == first)


def test_a_pipe_is_opened_and_keys_come_from_the_terminal(ferry: Workspace) -> None:
    line = f"printf 'Bridge closed\n\nAda Holm said so.' | {sys.executable} -m tui -"
    with Terminal([], ferry.root, program=("sh", "-c", line)) as terminal:
        terminal.wait_for("Ada Holm said so.")
        terminal.press("q")
        assert terminal.wait_end() == 0
    assert (ferry.articles / "bridge-closed.txt").is_file()
