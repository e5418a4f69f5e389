"""Drafts survive the end of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from seen import inspector, reading_screen, session, settle, shown, told
from textual.worker_manager import WorkerManager
from waiting import until

from tui.errors import SaveError
from tui.model import NOTE, Annotation, TextSelector
from tui.reader.dialogs.draft_dialog import DraftDialog
from tui.session import drafts
from tui.storage.workspace import draft_files

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot
    from textual.worker import Worker

    from tui.model import Workspace

NOBODY = "999999999"
"""A number that no process has."""


def left_behind(workspace: Workspace, annotation: Annotation) -> str:
    """Leave a draft as a program does that was killed."""
    drafts.save_draft(workspace, f"{NOBODY}-abc", annotation)
    return f"{NOBODY}-abc"


def written(folder: Path) -> list[str]:
    return [file.read_text("utf-8") for file in folder.glob("diptych.mira.*.yaml")]


async def typed_note(pilot: Pilot[None]) -> DraftDialog:
    """Open the note editor, type "Hi", and return the editor."""
    await pilot.press("n")
    await settle(pilot)
    await pilot.press("H", "i")
    assert isinstance(pilot.app.screen, DraftDialog)
    return pilot.app.screen


async def test_a_draft_is_written_while_typing_and_removed_on_saving(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        dialog = await typed_note(pilot)
        dialog.keep_draft()
        (draft,) = draft_files.read_drafts(ferry)
        assert draft.annotation.body == "Hi"
        assert drafts.abandoned_drafts(ferry) == ()
        await pilot.press("!", "ctrl+s")
        dialog.keep_draft()
        await settle(pilot)
    assert draft_files.read_drafts(ferry) == ()


@pytest.fixture
def no_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise SaveError("no room", Path("/drafts"))

    monkeypatch.setattr(drafts, "save_draft", fail)


@pytest.mark.usefixtures("no_drafts")
async def test_a_lost_draft_does_not_hide_why_a_save_failed(reading: Reading, ferry: Workspace) -> None:
    ferry.records("north").write_text("not a folder")
    async with reading(ferry) as pilot:
        dialog = await typed_note(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Not saved:" in shown(pilot))
        dialog.keep_draft()
        dialog.keep_draft()
        await settle(pilot)
        assert "Not saved:" in shown(pilot)
        assert ["No draft could be kept" in message for message in told(pilot)].count(True) == 1


@pytest.mark.usefixtures("no_drafts")
async def test_a_lost_draft_is_reported_once(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        dialog = await typed_note(pilot)
        dialog.keep_draft()
        await settle(pilot)
        assert "No draft could be kept: " in shown(pilot)
        dialog.show_error("Something newer")
        await pilot.press("!")
        dialog.keep_draft()
        await settle(pilot)
        assert "Something newer" in shown(pilot)
        assert not any("draft" in message for message in told(pilot))


async def test_drafts_are_saved_every_second(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks: list[float] = []
    original = DraftDialog.set_interval

    def noted(self: DraftDialog, interval: float, callback: object, **more: object) -> object:
        if callback == self.keep_draft:
            ticks.append(interval)
        return original(self, interval, callback, **more)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(DraftDialog, "set_interval", noted)
    async with reading(ferry) as pilot:
        for key in ("n", "c"):
            await pilot.press(key)
            await settle(pilot)
            await pilot.press("escape")
            await settle(pilot)
    assert ticks == [1.0, 1.0]


async def test_a_recovered_note_is_offered_and_can_be_saved(reading: Reading, ferry: Workspace) -> None:
    left_behind(ferry, Annotation("", NOTE.name, article="north", body="Half a thou", on="hurt"))
    async with reading(ferry) as pilot:
        await settle(pilot)
        assert "Half a thou" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("g", "h", "t", "ctrl+s")
        await settle(pilot)
        await pilot.press("]")
        assert "Half a thought" in inspector(pilot)
    assert draft_files.read_drafts(ferry) == ()


async def test_a_recovered_statement_keeps_its_new_proposition(reading: Reading, ferry: Workspace) -> None:
    quote = TextSelector("Repairs will take three weeks")
    left_behind(ferry, Annotation("", "claim", "north", quote, ("Ada Holm",), about="new: Repairs take long"))
    async with reading(ferry) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Repairs take long" in shown(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert session(pilot).codebook.proposition_text("repairs-take-long") == "Repairs take long"


async def test_a_draft_can_be_kept_or_discarded(reading: Reading, ferry: Workspace) -> None:
    left_behind(ferry, Annotation("", NOTE.name, article="north", body="Half a thou"))
    async with reading(ferry) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
    assert len(draft_files.read_drafts(ferry)) == 1
    async with reading(ferry) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
    assert draft_files.read_drafts(ferry) == ()


async def test_closing_a_recovered_note_asks_even_without_changes(reading: Reading, ferry: Workspace) -> None:
    left_behind(ferry, Annotation("", NOTE.name, article="north", body="Half a thou"))
    async with reading(ferry) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Close without saving?" in shown(pilot)
    assert len(draft_files.read_drafts(ferry)) == 1


async def test_drafts_are_offered_once_at_the_start(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    original = WorkerManager.add_worker

    def noted(self: WorkerManager, worker: Worker[object], start: bool = True, exclusive: bool = True) -> None:
        begun.append(worker.name)
        original(self, worker, start, exclusive)

    monkeypatch.setattr(WorkerManager, "add_worker", noted)
    left_behind(ferry, Annotation("", NOTE.name, article="north", body="Half a thou"))
    async with reading(ferry) as pilot:
        await settle(pilot)
        assert "Half a thou" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is reading_screen(pilot)
    assert begun.count("offer_drafts") == 1


async def test_what_cannot_be_saved_can_be_written_elsewhere(
    reading: Reading, ferry: Workspace, own_home: Path
) -> None:
    ferry.records("north").write_text("not a folder")
    async with reading(ferry) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("H", "i", "ctrl+s")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, DraftDialog)
    assert ["\nbody: Hi\n" in text for text in written(own_home)] == [True]
