"""The reader shows nothing of others in blind mode, until it is lifted."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from planted_records import SECRET, plant_records
from seen import inspector, reading_screen, session, settle, shown, told
from textual.widgets import Input
from waiting import follow, until

from tui.reader.dialogs import marks_dialog
from tui.reader.dialogs.entry_form import EntryForm
from tui.reader.dialogs.export_dialog import ExportDialog
from tui.reader.dialogs.help_dialog import HelpDialog
from tui.reader.dialogs.line_dialog import LineDialog
from tui.reader.dialogs.note_editor import NoteEditor
from tui.reader.dialogs.overlay import Overlay
from tui.reader.dialogs.tag_dialog import TagDialog
from tui.reader.dialogs.value_picker import ValuePicker
from tui.reader.dialogs.work_dialog import WorkDialog
from tui.reader.palette import Palette
from tui.reader.reading.reload import Reload
from tui.session.export import all_records

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace

SCREENS = (
    ("]",),
    ("enter",),
    ("N",),
    ("t",),
    ("p",),
    ("b", "2", "3", "4", "5"),
    ("o",),
    ("r",),
    ("exclamation_mark",),
    ("E",),
    ("S",),
)
"""Keys that open what shows records, each left by Esc."""


async def test_no_screen_shows_what_others_marked(ferry: Workspace, reading: Reading) -> None:
    plant_records(ferry)
    async with reading(ferry) as pilot:
        assert "1 claim  ! 6 wrong in the file  blind" in shown(pilot)
        for keys in SCREENS:
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
                assert SECRET not in shown(pilot), keys
            if keys == ("o",):
                await until(pilot, lambda: "The North" in shown(pilot))
                assert "in common:" not in shown(pilot)
            await pilot.press("escape")
            await settle(pilot)
        await pilot.press("C")
        await settle(pilot)
        assert "blind: what others marked is hidden" in told(pilot)[-1]
        await pilot.press("escape", "H")
        await settle(pilot)
        assert "blind: what others marked is hidden" in "".join(told(pilot))
        assert SECRET not in inspector(pilot) + "".join(told(pilot))


async def test_a_change_of_others_is_read_and_not_shown(ferry: Workspace, reading: Reading) -> None:
    plant_records(ferry)
    async with reading(ferry) as pilot:
        await follow(pilot)
        before = session(pilot).collation
        theirs = ferry.annotations / "north" / "ben.zqx9.yaml"
        theirs.write_text("id: zqx9\nkind: claim\nannotator: Ben zqx\nquote: three weeks\nbody: zqx\n")
        await until(pilot, lambda: session(pilot).collation is not before)
        await until(pilot, lambda: reading_screen(pilot).features.get(Reload).idle)
        assert "Records on disk" not in "".join(told(pilot))
        assert SECRET not in shown(pilot) + "".join(told(pilot))
        await pilot.press("b")
        assert "blind: only your own records are counted" in shown(pilot)
        await pilot.press("B")
        await settle(pilot)
        assert "Lift blind mode?" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "blind" not in shown(pilot)
        assert {"zqx1", "zqx9"} <= session(pilot).accounts[0].by_id.keys()
        await pilot.press("u")
        await settle(pilot)
        assert "Undone: lift blind mode." in told(pilot)
        assert session(pilot).accounts[0].by_id.keys() == {"own1"}
        assert "  blind" in shown(pilot)


async def begin_blind_mode(pilot: Pilot[None], workspace: Workspace) -> None:
    codebook = workspace.annotations / "codebook.yaml"
    codebook.write_text("blind: true\n" + codebook.read_text(encoding="utf-8"), encoding="utf-8")
    await until(pilot, lambda: session(pilot).codebook.blind)
    await settle(pilot)


DIALOGS = (
    (("E",), ExportDialog),
    (("E", "ctrl+f"), EntryForm),
    (("N", "E"), ExportDialog),
    (("N", "s"), ValuePicker),
    (("p", "question_mark"), HelpDialog),
    (("n",), NoteEditor),
)
"""Keys that open a dialog, and its class."""


@pytest.mark.parametrize(("keys", "kind"), DIALOGS, ids=[" ".join(keys) for keys, _ in DIALOGS])
async def test_a_dialog_with_marks_of_others_closes_when_blind_mode_begins(
    ferry: Workspace, reading: Reading, keys: tuple[str, ...], kind: type[Overlay[Any]]
) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        await until(pilot, lambda: isinstance(pilot.app.screen, kind))
        await begin_blind_mode(pilot, ferry)
        assert isinstance(pilot.app.screen, kind) is (kind in {HelpDialog, NoteEditor})
        assert len(pilot.app.screen_stack) == (1 if keys[0] == "E" else 2 if keys[0] == "N" else len(keys) + 1)


@pytest.mark.parametrize(
    ("keys", "kind"),
    [(("o", "ctrl+a"), LineDialog), (("ctrl+p",), Palette), (("N", "T"), TagDialog), (("E",), ExportDialog)],
    ids=["article", "palette", "tags", "export"],
)
async def test_a_dialog_that_is_typed_in_stays_when_blind_mode_begins(
    ferry: Workspace, reading: Reading, keys: tuple[str, ...], kind: type[Overlay[Any]]
) -> None:
    plant_records(ferry)
    async with reading(ferry) as pilot:
        await follow(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        await pilot.press("x")
        await begin_blind_mode(pilot, ferry)
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(pilot.app.screen, kind)
        assert "xq" in pilot.app.screen.query_one(Input).value
        assert SECRET not in shown(pilot)


async def test_a_dialog_that_is_being_opened_closes_when_blind_mode_begins(ferry: Workspace, reading: Reading) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        source = all_records(session(pilot).overview.survey, "", is_adjudicated=False)
        pilot.app.push_screen(ExportDialog(source, "mine.md"))
        marks_dialog.begin_blind_mode(pilot.app)  # before it has any widgets
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert "Closed, because blind mode began." in told(pilot)


async def test_an_export_of_others_is_not_begun_in_blind_mode(ferry: Workspace, reading: Reading) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        await settle(pilot)
        target = ferry.root / "mine.md"
        pilot.app.screen.query_one("#path", Input).value = str(target)
        await begin_blind_mode(pilot, ferry)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert "Closed, because blind mode began." in "".join(told(pilot))
        assert not target.exists()


async def test_an_export_that_was_stopped_closes_in_blind_mode(ferry: Workspace, reading: Reading) -> None:
    may_end = Event()

    def slow(*_: Any, **__: Any) -> None:
        assert may_end.wait(10)

    async with reading(ferry) as pilot:
        await follow(pilot)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        await settle(pilot)
        with mock.patch("tui.reader.dialogs.export_dialog.write_export", slow):
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, WorkDialog))
            await begin_blind_mode(pilot, ferry)
            await pilot.press("escape")
            may_end.set()
            await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
