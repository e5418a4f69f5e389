"""Dialogs that are open when blind mode begins hide what others marked."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from planted_records import SECRET, plant_records
from seen import go_to, reading_screen, session, settle, shown, told
from textual.widgets import Input
from waiting import follow, until

from tui.model import RecordRef, Workspace
from tui.reader.dialogs import export_dialog
from tui.reader.dialogs.accept_dialog import AcceptDialog
from tui.reader.dialogs.choice import AnnotationChoice, ChoiceDialog
from tui.reader.dialogs.conflict_dialog import ConflictDialog
from tui.reader.dialogs.export_dialog import ExportFilter
from tui.reader.dialogs.import_dialog import ImportDialog
from tui.reader.dialogs.note_editor import NoteEditor
from tui.reader.dialogs.problems_dialog import ProblemsDialog
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.dialogs.tag_dialog import TagDialog
from tui.reader.dialogs.work_dialog import WorkDialog
from tui.reader.reading.reload import Reload
from tui.reader.screens.articles.screen import ArticlesScreen
from tui.session import drafts
from tui.session.export import write_export
from tui.session.session import Session
from tui.storage.workspace.draft_files import read_drafts
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from pathlib import Path

    from opening import Reading
    from textual.pilot import Pilot

    from tui.reader.dialogs.overlay import Overlay

CLOSED = "Closed, because blind mode began."
THEIRS = "radar had failed"
"""Words that others marked."""
OWN = "ran aground"
"""Words that the reader marked, with a note of somebody else."""


@pytest.fixture
def coded(ferry: Workspace) -> Workspace:
    """Return a workspace with records of others, before blind mode begins."""
    plant_records(ferry)
    set_blind(ferry, blind=False)
    return ferry


def set_blind(workspace: Workspace, *, blind: bool) -> None:
    text = workspace.codebook.read_text("utf-8")
    before, after = ("blind: false", "blind: true") if blind else ("blind: true", "blind: false")
    workspace.codebook.write_text(text.replace(before, after), "utf-8")


async def begin_blind_mode(pilot: Pilot[None]) -> None:
    """Begin blind mode as another reader does, by the codebook's file."""
    set_blind(session(pilot).workspace, blind=True)
    await until(pilot, lambda: session(pilot).codebook.blind)
    await until(pilot, lambda: reading_screen(pilot).features.get(Reload).idle)
    await settle(pilot)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def opened(pilot: Pilot[None], words: str, keys: tuple[str, ...], kind: type[Overlay[Any]]) -> None:
    """Open a dialog with keys at some words, while the files are followed."""
    await follow(pilot)
    await go_to(pilot, words)
    await press(pilot, *keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))


def contents(workspace: Workspace) -> dict[str, bytes]:
    files = (path for path in workspace.annotations.rglob("*.yaml") if path != workspace.codebook)
    return {str(path): path.read_bytes() for path in files}


DIALOGS: tuple[tuple[str, tuple[str, ...], type[Overlay[Any]]], ...] = (
    (OWN, ("exclamation_mark",), ProblemsDialog),
    (OWN, ("N", "asterisk", "x"), AnnotationChoice),
    (OWN, ("x", "enter"), AnnotationChoice),
    (THEIRS, ("e", "enter"), StatementForm),
)
"""Words, the keys that open a dialog there, and its class."""


@pytest.mark.parametrize(("words", "keys", "kind"), DIALOGS, ids=[" ".join(keys) for _, keys, _ in DIALOGS])
async def test_a_dialog_on_records_of_others_closes(
    coded: Workspace, reading: Reading, words: str, keys: tuple[str, ...], kind: type[Overlay[Any]]
) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, words, keys, kind)
        dialog, before = pilot.app.screen, contents(coded)
        await begin_blind_mode(pilot)
        await until(pilot, lambda: dialog not in pilot.app.screen_stack)
        assert CLOSED in told(pilot)
        assert SECRET not in shown(pilot)
        assert contents(coded) == before


async def test_what_was_typed_into_a_record_of_others_is_kept_as_a_draft(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, THEIRS, ("e", "enter"), StatementForm)
        before = contents(coded)
        pilot.app.screen.query_one("#cue", Input).value = "typed"
        await begin_blind_mode(pilot)
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert any("kept as a draft" in message for message in told(pilot))
        assert [draft.annotation.cue for draft in read_drafts(coded)] == ["typed"]
        assert contents(coded) == before


async def test_a_question_over_the_form_of_a_record_of_others_closes_with_it(
    coded: Workspace, reading: Reading
) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, THEIRS, ("e", "enter"), StatementForm)
        pilot.app.screen.query_one("#cue", Input).value = "typed"
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoiceDialog))
        await begin_blind_mode(pilot)
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert [draft.annotation.cue for draft in read_drafts(coded)] == ["typed"]


def leave_draft(workspace: Workspace, record: str, body: str) -> None:
    """Keep a draft on a record, as a reader does that was killed."""
    reader = Session(plain_loader(workspace), "Mira")
    reader.open(("north",))
    placed = reader.find(RecordRef("north", record))
    assert placed is not None
    drafts.save_draft(workspace, "999999999-abc", replace(placed.annotation, body=body))


async def test_a_question_about_a_draft_on_a_record_of_others_closes(coded: Workspace, reading: Reading) -> None:
    leave_draft(coded, "zqx1", "over zqx")
    async with reading(coded) as pilot:
        await follow(pilot)
        await until(pilot, lambda: "Typed and not saved" in shown(pilot))
        await begin_blind_mode(pilot)
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert len(read_drafts(coded)) == 1


async def test_a_question_about_a_draft_of_ones_own_stays(coded: Workspace, reading: Reading) -> None:
    leave_draft(coded, "own1", "mine")
    async with reading(coded) as pilot:
        await follow(pilot)
        await until(pilot, lambda: "Typed and not saved" in shown(pilot))
        await begin_blind_mode(pilot)
        assert "Typed and not saved: “mine”" in shown(pilot)


async def test_the_form_of_a_record_without_a_name_closes(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, "Nobody", ("e",), StatementForm)
        pilot.app.screen.query_one("#cue", Input).value = "typed"
        await begin_blind_mode(pilot)
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert [draft.annotation.cue for draft in read_drafts(coded)] == ["typed"]


async def test_copies_of_records_of_others_are_not_compared(coded: Workspace, reading: Reading) -> None:
    for name in ("ben.zqx1", "machine.zqx2"):
        file = coded.annotations / "north" / f"{name}.yaml"
        file.with_stem(f"{name} (1)").write_text(file.read_text("utf-8").replace("body zqx", "other zqx"), "utf-8")
    async with reading(coded) as pilot:
        await opened(pilot, OWN, ("exclamation_mark", "c"), ConflictDialog)
        await begin_blind_mode(pilot)
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))


async def test_tags_are_not_saved_into_records_of_others(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, OWN, ("N", "asterisk", "T"), TagDialog)
        await press(pilot, *"seen")
        before = contents(coded)
        await begin_blind_mode(pilot)
        await press(pilot, "ctrl+s")
        assert any("Nothing was saved: blind mode has begun and hides" in message for message in told(pilot))
        assert contents(coded) == before


async def test_the_note_editor_hides_the_record_of_others_that_a_note_is_on(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, THEIRS, ("n",), NoteEditor)
        await press(pilot, *"Hm")
        assert SECRET in shown(pilot)
        await begin_blind_mode(pilot)
        assert isinstance(pilot.app.screen, NoteEditor)
        assert SECRET not in shown(pilot)
        assert "hidden in blind mode" in shown(pilot)
        await press(pilot, "ctrl+s")
        assert told(pilot)[-1] == "Saved."


async def test_the_form_no_longer_offers_speakers_of_others(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, "captain", ("c",), StatementForm)
        await press(pilot, *"spe")
        assert "Speaker zqx" in shown(pilot)
        await begin_blind_mode(pilot)
        assert pilot.app.screen.query_one("#speaker", Input).value == "spe"
        assert SECRET not in shown(pilot)


async def test_no_suggestion_is_accepted_that_was_not_shown(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, OWN, ("S",), type(reading_screen(pilot)))  # type: ignore[arg-type]
        await until(pilot, lambda: not any(worker.group == "draft suggestions" for worker in pilot.app.workers))
        await press(pilot, "A")
        dialog = pilot.app.screen
        assert isinstance(dialog, AcceptDialog)
        records = set(contents(coded))
        await begin_blind_mode(pilot)  # what others have marked is suggested again
        await press(pilot, "enter")
        added = len(contents(coded).keys() - records)
        assert dialog.question == f"Accept {added} suggestions?"


async def test_the_list_of_articles_counts_ones_own_records(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, OWN, ("o",), ArticlesScreen)
        await until(pilot, lambda: "in common: " in shown(pilot))
        await begin_blind_mode(pilot)
        await until(pilot, lambda: "in common: " not in shown(pilot))


async def test_an_import_of_what_others_marked_is_refused(coded: Workspace, reading: Reading, tmp_path: Path) -> None:
    table = tmp_path / "theirs.csv"
    table.write_text("quote,body,annotator,article,kind\nNobody was hurt,Hm,Ben zqx,north,note\n", "utf-8")
    async with reading(coded) as pilot:
        await opened(pilot, OWN, ("ctrl+p", *"import", "enter"), ImportDialog)
        pilot.app.screen.query_one("#files", Input).value = str(table)
        await press(pilot, "enter")
        await until(pilot, lambda: "Enter imports it" in shown(pilot))
        before = contents(coded)
        await begin_blind_mode(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: "blind: the file has what others marked" in shown(pilot))
        assert contents(coded) == before


async def test_an_export_that_was_running_tells_that_it_is_not_limited(coded: Workspace, reading: Reading) -> None:
    may_end, target = Event(), coded.root / "mine.md"

    def slow(*arguments: Any, **options: Any) -> Any:
        assert may_end.wait(10)
        return write_export(*arguments, **options)

    async with reading(coded) as pilot:
        await opened(pilot, OWN, ("E",), export_dialog.ExportDialog)
        pilot.app.screen.query_one("#path", Input).value = str(target)
        with mock.patch.object(export_dialog, "write_export", slow):
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, WorkDialog))
            await begin_blind_mode(pilot)
            may_end.set()
            await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert target.exists()
        assert "Blind mode began during the export, which is not limited to your own records." in told(pilot)


@pytest.mark.parametrize("typed", ["", "x"])
async def test_dialogs_that_close_together_are_reported_once(coded: Workspace, reading: Reading, typed: str) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, OWN, ("E", *typed, "ctrl+f"), ExportFilter)
        await begin_blind_mode(pilot)
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert told(pilot).count(CLOSED) == 1


async def test_records_that_blind_mode_hides_are_not_reported_as_gone(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await follow(pilot)
        await begin_blind_mode(pilot)
        assert told(pilot)[-1] == "Blind mode has begun."
        set_blind(coded, blind=False)
        await until(pilot, lambda: told(pilot)[-1] == "Blind mode was lifted.")
