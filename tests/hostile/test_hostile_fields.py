"""Test that hostile text is safe to edit and copy, and stays the same."""

from pathlib import Path

import pytest
from hostile_workspace import build
from opening import Reading
from payloads import FAMILIES
from seen import go_to, pane, reading_screen, session, settle, shown
from sequences import invisible
from textual.app import App, ComposeResult

from tui.layout.visible import make_visible
from tui.model import Workspace
from tui.reader.dialogs.note_editor import NoteEditor
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.reading.edit import Edit
from tui.reader.reading.screen import ReadingScreen
from tui.reader.runtime.key_queue import DIALOG
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.text_input import TextInput
from tui.terminal import clipboard

HOSTILE = "\x1b]52;c;eA==\x07 \x9b31m\ttab \u202eevil\u200b\r\x0b\x0c\x1c\x85\u2028 [/] [@click=app.quit]"
BODY = f"one {HOSTILE}\n\ntwo {HOSTILE}\nthree"


class Fields(App[None]):
    """An input for one line and one for several."""

    def compose(self) -> ComposeResult:
        yield LineInput(HOSTILE)
        yield TextInput(BODY, entry_id="body")


@pytest.fixture(params=["seven-bit", "eight-bit", "unseen", "markup"])
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Workspace:
    return build(tmp_path / "w", FAMILIES[request.param])


async def test_inputs_show_control_characters_visibly() -> None:
    async with Fields().run_test() as pilot:
        await pilot.press("end")
        await pilot.pause()
        screen = shown(pilot)
        assert not invisible(screen.replace("\n", ""))
        assert screen.count(make_visible("\x1b]52;c;eA==")) == 3
        assert screen.count("[@click=app.quit]") == 3


async def test_an_edit_changes_no_other_line() -> None:
    async with Fields().run_test() as pilot:
        writing = pilot.app.query_one(TextInput)
        assert writing.value == BODY
        writing.insert("added ", (3, 0))
        assert writing.value == BODY.replace("three", "added three")
        writing.insert("x", (0, 0))
        first, _, rest = BODY.partition("\n")
        assert writing.value.partition("\n")[2] == rest.replace("three", "added three")
        assert writing.value.startswith("xone \x1b]52;c;eA==\x07")
        assert "\n" not in writing.value.partition("\n")[0]
        assert first != writing.value.partition("\n")[0]


async def test_pasted_text_is_shown_visibly_and_stays_the_same() -> None:
    async with Fields().run_test() as pilot:
        writing, line = pilot.app.query_one(TextInput), pilot.app.query_one(LineInput)
        writing.insert("\x1b[2J", (0, 0))
        line.value = "\x1b[2J"
        await pilot.pause()
        assert not invisible(shown(pilot).replace("\n", ""))
        assert writing.value.startswith("\x1b[2J")


async def test_opening_and_closing_a_form_changes_nothing(reading: Reading, hostile: Workspace) -> None:
    async with reading(hostile) as pilot:
        await go_to(pilot, "Another statement")
        await pilot.press("e")
        await settle(pilot)
        form = pilot.app.screen
        assert isinstance(form, StatementForm)
        assert form.edited_annotation == form.annotation
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReadingScreen)  # it did not ask whether to discard changes


async def test_opening_and_closing_a_note_changes_nothing(reading: Reading, hostile: Workspace) -> None:
    async with reading(hostile) as pilot:
        note = next(record for record in session(pilot).accounts[0].placed if record.annotation.on)
        screen = reading_screen(pilot)
        screen.run_worker(screen.features.get(Edit)._edit(note), group=DIALOG)
        await settle(pilot)
        editor = pilot.app.screen
        assert isinstance(editor, NoteEditor)
        assert editor.edited_annotation == editor.annotation == note.annotation


async def test_copied_text_has_no_control_character(
    reading: Reading, hostile: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "PROGRAMS", ())
    async with reading(hostile) as pilot:
        await pilot.press("v", "G", "y")
        copied = pilot.app.clipboard
        controls = {letter for letter in copied if letter < " " or "\x7f" <= letter <= "\x9f"}
        assert controls <= {"\n", "\t"}
        assert "OMEGA" in copied
        text = pane(pilot).account.article.text
        assert {letter for letter in text if letter > "\x9f"} <= set(copied)
