"""Keys of another script run commands, and are text in text fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import reading_screen
from textual import events
from textual.keys import _character_to_key
from textual.widgets import TextArea
from waiting import until

from tui.reader.dialogs.note_editor import NoteEditor
from tui.reader.runtime.base_layout import command_key, with_alternate_keys
from tui.reader.runtime.input_driver import TolerantParser
from tui.storage.workspace.settings_rules import key_names

if TYPE_CHECKING:
    from opening import Reading

    from tui.model import Workspace


def pressed(data: str) -> events.Key:
    """Return the last key of what a terminal sends."""
    return [message for message in TolerantParser().feed(data.encode()) if isinstance(message, events.Key)][-1]


@pytest.mark.parametrize(
    ("data", "typed", "command"),
    [
        ("\x1b[1089::99;;1089u", "с", "c"),
        ("\x1b[1089:1057:99;2;1057u", "С", "C"),
        ("\x1b[1089::99;5u", "ctrl+с", "ctrl+c"),
        ("\x1b[1093::91;;1093u", "х", "left_square_bracket"),
        ("\x1b[1093:1061:91;2;1061u", "Х", "left_curly_bracket"),
        ("\x1b[122::121;;122u", "z", "z"),
        ("\x1b[233::50;;233u", "é", "é"),
        ("\x1b[99;;99u", "c", "c"),
    ],
)
def test_a_key_of_another_script_is_that_of_the_english_keyboard(data: str, typed: str, command: str) -> None:
    assert pressed(data).key == typed
    assert command_key(pressed(data)).key == command


def test_the_terminal_is_asked_for_the_english_keys() -> None:
    assert with_alternate_keys("\x1b[>25u") == "\x1b[>29u"
    assert with_alternate_keys("\x1b[>1;2m text") == "\x1b[>1;2m text"


async def test_it_runs_commands_and_is_text_in_a_note(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        for data in ("\x1b[1090::110;;1090u", "\x1b[1090::110;;1090u"):
            event = pressed(data)
            event.set_sender(pilot.app)
            pilot.app.post_message(event)
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteEditor))
        await until(pilot, lambda: pilot.app.screen.query_one(TextArea).text == "т")
        event = pressed("\x1b[1099::115;5u")
        event.set_sender(pilot.app)
        pilot.app.post_message(event)
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))


def test_keys_have_one_name_in_the_settings_and_in_textual() -> None:
    for character in map(chr, range(33, 127)):
        if character != ",":
            assert key_names(character) == [_character_to_key(character)]
    assert key_names("n, ],ctrl+/") == ["n", "right_square_bracket", "ctrl+slash"]
