"""Export in the reader: filters, the form that is written, long work."""

from __future__ import annotations

from asyncio import sleep
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from seen import reading_screen, settle, shown, told
from textual.widgets import Input, Static
from waiting import until

from tui.model import Workspace
from tui.reader.dialogs import export_dialog, work_dialog
from tui.reader.dialogs.entry_form import EntryForm
from tui.reader.dialogs.export_dialog import ExportDialog
from tui.reader.widgets.dialog_buttons import DialogButton
from tui.session.export import preview_export, write_export

if TYPE_CHECKING:
    from opening import Reading


async def test_an_export_is_filtered_and_shows_the_form_that_is_written(
    reading: Reading, ferry: Workspace, tmp_path: Path
) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("E", "ctrl+f")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryForm))
        pilot.app.screen.query_one("#kinds", Input).value = "nothing"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: 'no kind is called "nothing"' in shown(pilot))
        pilot.app.screen.query_one("#kinds", Input).value = "denial"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Export: kind denial" in shown(pilot))
        await until(pilot, lambda: "Everything, as Markdown: 1 statement, " in shown(pilot))
        path = pilot.app.screen.query_one("#path", Input)
        path.value = str(tmp_path / "vault")
        await pilot.press("tab", "down", "down", "space")
        await until(pilot, lambda: " files" in shown(pilot))
        path.value = str(tmp_path / "vault.md")
        await until(pilot, lambda: " lines" in shown(pilot))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        text = (tmp_path / "vault.md").read_text("utf-8")
        assert "The radar worked" in text
        assert "> Nobody was hurt" not in text


async def test_what_is_wrong_with_a_filter_is_not_covered_by_offers(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, size=(80, 24)) as pilot:
        await pilot.press("E", "ctrl+f")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryForm))
        pilot.app.screen.query_one("#speakers", Input).value = "Zz"
        await pilot.press("tab", "tab")
        await until(pilot, lambda: "The crisis in Syria should be" in shown(pilot))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: 'nothing to export has the speaker "Zz"' in shown(pilot))
        await pilot.press("down")
        await until(pilot, lambda: "The crisis in Syria should be" in shown(pilot))


async def test_chosen_records_are_filtered_by_what_others_that_are_open_have(
    reading: Reading, ferry: Workspace
) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "space", "E", "ctrl+f")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryForm))
        pilot.app.screen.query_one("#tags", Input).value = "rader"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: 'nothing to export has the tag "rader"' in shown(pilot))
        pilot.app.screen.query_one("#tags", Input).value = "radar"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Export: 1 chosen record · tag radar" in shown(pilot))


async def test_enter_chooses_a_format_and_enter_again_exports(
    reading: Reading, sample: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(sample, size=(80, 24)) as pilot:
        await pilot.press("E", "tab", "down")
        await until(pilot, lambda: "> ( ) brief" in shown(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "A page of Markdown to paste" in shown(pilot))
        assert "(•) brief" in shown(pilot)
        assert "[ Enter export ]" in shown(pilot)
        monkeypatch.chdir(tmp_path)
        (tmp_path / "sample-brief.md").write_text("Mine.", "utf-8")
        await pilot.press("enter")
        await until(pilot, lambda: "Press Enter again to overwrite it." in shown(pilot))
        assert "[ Enter export ]" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert "## Rejected" in (tmp_path / "sample-brief.md").read_text("utf-8")


async def test_a_long_export_leaves_the_screen_free_and_esc_stops_it(
    reading: Reading, ferry: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, target = Event(), Event(), tmp_path / "notes.md"

    def slow(*args: Any, **kwargs: Any) -> Path:
        begun.set()
        assert go_on.wait(10)
        return write_export(*args, **kwargs)

    monkeypatch.setattr(work_dialog, "DELAY", 0.001)
    async with reading(ferry) as pilot:
        await pilot.press("E")
        await settle(pilot)
        pilot.app.screen.query_one("#path", Input).value = str(target)
        with mock.patch("tui.reader.dialogs.export_dialog.write_export", slow):
            await pilot.press("enter")
            await until(pilot, begun.is_set)
            await until(pilot, lambda: "Exporting" in shown(pilot))
            await pilot.press("q")
            assert not go_on.is_set()
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
            assert "Stopped; nothing was exported." in shown(pilot)
            go_on.set()
            begun.clear()
            await pilot.press("enter")
            await until(pilot, lambda: f"Exported: {target}" in told(pilot))
    assert "The radar worked" in target.read_text("utf-8")


async def test_a_worker_of_a_dialog_ends_before_its_widgets_do(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        dialog = pilot.app.screen
        found: list[Static] = []

        async def look_always() -> None:
            while True:
                found[:] = [dialog.query_one("#counts", Static)]
                await sleep(0)

        worker = dialog.run_worker(look_always())
        await until(pilot, lambda: bool(found))
        await pilot.press("escape")
        await until(pilot, lambda: worker.is_finished)
        assert worker.is_cancelled
        assert pilot.app.screen is reading_screen(pilot)


async def test_the_preview_of_an_export_moves_no_button(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_show = Event()
    monkeypatch.setattr(export_dialog, "MANY_RECORDS", 0)

    def slow(*args: Any, **kwargs: Any) -> Any:
        assert may_show.wait(10)
        return preview_export(*args, **kwargs)

    monkeypatch.setattr(export_dialog, "preview_export", slow)
    for size in ((80, 24), (120, 40), (40, 44)):
        may_show.clear()
        async with reading(ferry, size=size) as pilot:
            await pilot.press("E")
            await settle(pilot)
            before = pilot.app.screen.query(DialogButton).first().region
            assert "67 lines" not in shown(pilot)
            may_show.set()
            await until(pilot, lambda: "67 lines" in shown(pilot))
            assert pilot.app.screen.query(DialogButton).first().region == before
            assert before.height == 1
