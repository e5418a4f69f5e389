"""Dialogs and pages are answered once, whatever sends the second answer."""

from __future__ import annotations

import re
from threading import Event
from typing import TYPE_CHECKING, Any
from unittest import mock

from seen import go_to, reading_screen, session, settle, shown, told
from textual import events
from textual.content import Content
from textual.widgets import Input, OptionList, TextArea
from waiting import until

from tui.reader.content import LONGEST_MESSAGE
from tui.reader.dialogs.choice import ChoiceDialog
from tui.reader.dialogs.export_dialog import ExportDialog
from tui.reader.dialogs.import_dialog import ImportDialog
from tui.reader.dialogs.note_editor import NoteEditor
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.dialogs.work_dialog import WorkDialog, run_work
from tui.reader.palette import Palette
from tui.reader.reading.find import Find
from tui.reader.reading.screen import ReadingScreen
from tui.reader.runtime.base_layout import remember_base_key
from tui.reader.runtime.key_queue import drop_answers
from tui.session.export import write_export
from tui.session.import_work import prepare_import

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace
    from tui.session.import_work import PreparedImport


def is_reading(pilot: Pilot[None]) -> Callable[[], bool]:
    return lambda: isinstance(pilot.app.screen, ReadingScreen)


def type_at_once(pilot: Pilot[None], *keys: str) -> None:
    """Send keys at once, before any has had its effect."""
    for key in keys:
        event = events.Key(key, key if len(key) == 1 else None)
        event.set_sender(pilot.app)
        pilot.app.post_message(event)


async def test_a_second_answer_does_nothing(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        for key in ("E", "o", "t", "p", "N", "question_mark", "exclamation_mark", "ctrl+f", "ctrl+p", "n"):
            await pilot.press(key)
            await until(pilot, lambda: not isinstance(pilot.app.screen, ReadingScreen))
            screen = pilot.app.screen
            screen.dismiss(None)
            screen.dismiss(None)
            await until(pilot, is_reading(pilot))
            assert len(pilot.app.screen_stack) == 1, key


async def test_a_command_of_the_palette_runs_once(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("ctrl+p", *"compar")
        await until(pilot, lambda: "Show who says what" in shown(pilot))
        type_at_once(pilot, "enter", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Palette | ReadingScreen))
        assert len(pilot.app.screen_stack) == 2


async def test_the_same_key_sent_twice_does_not_reach_the_screen_below(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Nobody was hurt")
        await pilot.press("v", "t")
        type_at_once(pilot, "q", "q")
        await until(pilot, is_reading(pilot))
        assert pilot.app.is_running
        assert reading_screen(pilot).pane is not None


async def test_a_double_click_on_an_answer_reaches_nothing_else(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("n", *"typed", "escape")
        await until(pilot, lambda: "Discard what was typed" in shown(pilot))
        options = pilot.app.screen.query_one(OptionList)
        cursor = reading_screen(pilot).columns[0].pane.cursor
        await pilot.click(options, offset=(4, 1), times=2)
        await until(pilot, is_reading(pilot))
        assert reading_screen(pilot).columns[0].pane.cursor == cursor
        assert not [placed for placed in session(pilot).accounts[0].placed if placed.annotation.body == "typed"]


async def test_the_highlighted_answer_and_offer_have_a_mark(reading: Reading, ferry: Workspace) -> None:
    def marked(pilot: Pilot[None]) -> list[str]:
        return re.findall(r"▌ (.*?) *(?:│|$)", shown(pilot), re.MULTILINE)

    async with reading(ferry) as pilot:
        await pilot.press("n", *"typed", "escape")
        await until(pilot, lambda: marked(pilot) == ["Keep editing"])
        await pilot.press("down")
        await until(pilot, lambda: marked(pilot) == ["Discard what was typed"])
        await pilot.press("enter")
        await until(pilot, is_reading(pilot))
        await pilot.press("c")
        await until(pilot, lambda: not is_reading(pilot)())
        assert not marked(pilot)
        await pilot.press("down")
        await until(pilot, lambda: marked(pilot) == ["The coast guard"])


async def test_a_click_outside_the_window_takes_no_focus_away(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        focused = pilot.app.focused
        event = events.MouseDown(None, 500, 500, 0, 0, 1, False, False, False)
        event.set_sender(pilot.app)
        pilot.app.post_message(event)
        await pilot.pause()
        assert focused is not None
        assert pilot.app.focused is focused


async def test_keys_typed_fast_take_an_offer_before_they_save(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Repairs will")
        type_at_once(pilot, "c", *"crew", "enter", "tab", *"radar", "enter", "ctrl+s")
        await until(pilot, lambda: len(session(pilot).history.done) == 1)
        made = session(pilot).accounts[0].placed[-1].annotation
        assert made.speaker == ("Two crew members",)
        assert made.about == "radar-failed"


async def test_keys_typed_fast_wait_for_the_command_of_the_palette(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        type_at_once(pilot, "ctrl+p", *"note", "enter", *"cd")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteEditor))
        await until(pilot, lambda: pilot.app.screen.query_one(TextArea).text == "cd")


async def test_keys_typed_fast_leave_the_search_line_before_they_go_on(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        type_at_once(pilot, "slash", *"radar", "enter", "f", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, StatementForm))
        find = reading_screen(pilot).features.get(Find)
        assert find.query.text == "radar"
        assert reading_screen(pilot).active == 1


async def test_keys_typed_fast_answer_the_question_that_esc_asks(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        type_at_once(pilot, "n", *"typed", "escape", "down", "enter", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, StatementForm))
        assert not session(pilot).history.done


async def test_an_export_overwrites_nothing_by_a_key_that_came_before_the_question(
    reading: Reading, ferry: Workspace
) -> None:
    existing = ferry.root / "mine.md"
    existing.write_text("Mine.", encoding="utf-8")
    async with reading(ferry) as pilot:
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        pilot.app.screen.query_one("#path", Input).value = str(existing)
        type_at_once(pilot, "enter", "enter", "ctrl+s")
        await until(pilot, lambda: "Press Enter again to overwrite it." in shown(pilot))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ExportDialog)
        assert existing.read_text(encoding="utf-8") == "Mine."
        await pilot.press("enter")
        await until(pilot, is_reading(pilot))
        assert existing.read_text(encoding="utf-8") != "Mine."


async def test_a_key_that_arrives_after_a_question_but_was_pressed_before_does_not_answer(
    reading: Reading, ferry: Workspace
) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        pressed = events.Key("ctrl+s", None)
        drop_answers(pilot.app)
        with mock.patch.object(ExportDialog, "action_save") as save:
            pilot.app.post_message(pressed)
            await settle(pilot)
            save.assert_not_called()
            await pilot.press("ctrl+s")
            save.assert_called_once()


async def test_an_import_saves_nothing_by_a_key_that_came_before_its_preview(
    reading: Reading, ferry: Workspace, tmp_path: Path
) -> None:
    table = tmp_path / "notes.csv"
    table.write_text("article,kind,quote,body\nnorth,note,Nobody was hurt,Who says so?\n", encoding="utf-8")
    async with reading(ferry) as pilot:
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportDialog))
        pilot.app.screen.query_one("#files", Input).value = str(table)
        await settle(pilot)
        with mock.patch.object(ImportDialog, "_save") as save:
            type_at_once(pilot, "ctrl+s", "ctrl+s")
            await until(pilot, lambda: "1 new" in shown(pilot))
            await settle(pilot)
            save.assert_not_called()
            await pilot.press("ctrl+s")
            save.assert_called_once()


async def test_a_double_click_on_a_button_answers_once(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        with mock.patch.object(ExportDialog, "action_save") as save:
            await pilot.double_click("DialogButton")
            save.assert_called_once()


async def test_a_long_message_keeps_its_beginning_and_its_end(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        pilot.app.notify(f"Not saved: {'x' * 10_000}. Choose another name.", markup=False)
        await until(pilot, lambda: len(pilot.app._notifications) > 0)
        (message,) = (notification.message for notification in pilot.app._notifications)
        assert len(message) < LONGEST_MESSAGE + 10
        assert message.startswith("Not saved: xxx")
        assert message.endswith("Choose another name.")


async def test_escape_behind_an_export_that_fails_closes_the_dialog(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        pilot.app.screen.query_one("#path", Input).value = str(ferry.root / "missing" / "mine.md")
        type_at_once(pilot, "ctrl+s", "escape")
        await until(pilot, is_reading(pilot))


async def test_a_click_on_the_button_of_a_dialog_that_opens_again_is_no_double_click(
    reading: Reading, ferry: Workspace
) -> None:
    async with reading(ferry) as pilot:
        for _ in range(2):
            await pilot.press("E")
            await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
            await pilot.click("DialogButton:last-of-type")
            await until(pilot, is_reading(pilot))


async def test_alt_and_enter_breaks_a_line_of_a_note(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteEditor))
        await pilot.press("a", "x", "shift+left", "alt+enter", "b")
        assert pilot.app.screen.query_one(TextArea).text == "a\nb"


async def test_an_enter_behind_the_one_that_exports_does_not_stop_it(reading: Reading, ferry: Workspace) -> None:
    target, may_end = ferry.root / "mine.md", Event()

    def slow(*args: Any, **kwargs: Any) -> Path:
        assert may_end.wait(10)
        return write_export(*args, **kwargs)

    async with reading(ferry) as pilot:
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        pilot.app.screen.query_one("#path", Input).value = str(target)
        with mock.patch("tui.reader.dialogs.export_dialog.write_export", slow):
            type_at_once(pilot, "enter", "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, WorkDialog))
            type_at_once(pilot, "enter", "space", "n")
            await settle(pilot)
            may_end.set()
            await until(pilot, is_reading(pilot))
        await until(pilot, lambda: f"Exported: {target}" in told(pilot))
        await settle(pilot)
        assert is_reading(pilot)()


async def test_only_text_typed_before_an_import_is_read_reaches_its_field(
    reading: Reading, ferry: Workspace, tmp_path: Path
) -> None:
    table, may_end = tmp_path / "notes.csv", Event()
    table.write_text("article,kind,quote,body\nnorth,note,Nobody was hurt,Who says so?\n", encoding="utf-8")

    def slow(*args: Any, **kwargs: Any) -> PreparedImport:
        assert may_end.wait(10)
        return prepare_import(*args, **kwargs)

    async with reading(ferry) as pilot:
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportDialog))
        pilot.app.screen.query_one("#files", Input).value = str(table)
        pilot.app.screen.query_one("#annotator", Input).focus()
        await settle(pilot)
        with mock.patch("tui.reader.dialogs.import_dialog.prepare_import", slow):
            type_at_once(pilot, "enter", *"Zoex", "backspace", "tab", "ctrl+u")
            await until(pilot, lambda: isinstance(pilot.app.screen, WorkDialog))
            type_at_once(pilot, *"ex", "backspace", "enter", "tab", "ctrl+u")
            await settle(pilot)
            may_end.set()
            await until(pilot, lambda: isinstance(pilot.app.screen, ImportDialog))
        await until(pilot, lambda: pilot.app.screen.query_one("#annotator", Input).value == "Zoe")
        assert pilot.app.focused is pilot.app.screen.query_one("#annotator")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ImportDialog)


async def test_esc_stops_work_though_other_keys_wait(reading: Reading, ferry: Workspace) -> None:
    may_end = Event()
    async with reading(ferry) as pilot:
        cursor = reading_screen(pilot).columns[0].pane.cursor
        worker = reading_screen(pilot).run_worker(run_work(pilot.app, "Counting", lambda _: may_end.wait(10)))
        await until(pilot, lambda: isinstance(pilot.app.screen, WorkDialog))
        type_at_once(pilot, "j", "enter", "n", "escape")
        await worker.wait()
        may_end.set()
        assert worker.result is None
        await settle(pilot)
        assert is_reading(pilot)()
        assert reading_screen(pilot).columns[0].pane.cursor == cursor


async def test_ctrl_c_of_another_keyboard_tells_how_to_stop_work(reading: Reading, ferry: Workspace) -> None:
    may_end = Event()
    async with reading(ferry) as pilot:
        worker = reading_screen(pilot).run_worker(run_work(pilot.app, "Counting", lambda _: may_end.wait(10)))
        await until(pilot, lambda: isinstance(pilot.app.screen, WorkDialog))
        pilot.app.post_message(remember_base_key(events.Key("ctrl+с", None), "ctrl+c"))
        await until(pilot, lambda: WorkDialog.QUIT_ADVICE in "".join(told(pilot)))
        may_end.set()
        await worker.wait()


async def test_work_that_ends_under_a_question_closes_its_dialog_after_it(reading: Reading, ferry: Workspace) -> None:
    may_end = Event()
    async with reading(ferry) as pilot:
        work = run_work(pilot.app, "Counting", lambda _: may_end.wait(10), can_stop=False)
        worker = reading_screen(pilot).run_worker(work)
        await until(pilot, lambda: isinstance(pilot.app.screen, WorkDialog))
        ended = next(each for each in pilot.app.workers if each.group == "work")
        await pilot.app.push_screen(ChoiceDialog("Finish the change?", [Content("Yes")]))
        may_end.set()
        await ended.wait()
        assert isinstance(pilot.app.screen, ChoiceDialog)
        await pilot.press("escape")
        await until(pilot, is_reading(pilot))
        assert worker.result is True
