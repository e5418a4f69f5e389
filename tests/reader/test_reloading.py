"""Reloading changed files, and conflicts over one record."""

from __future__ import annotations

import asyncio
import errno
import os
import subprocess
import sys
from dataclasses import replace
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from blocked_paths import block, remove
from seen import at_cursor, go_to, inspector, pane, reading_screen, selected, session, settle, shown, told
from waiting import follow, until

from tui.analysis.filters import Filter
from tui.errors import SaveError
from tui.model import AnchorState, Annotation, Proposition, RecordRef
from tui.reader.dialogs.conflict_dialog import ConflictDialog
from tui.reader.dialogs.note_editor import NoteEditor
from tui.reader.dialogs.overlay import tell_overlays
from tui.reader.reading.account_column import AccountColumn, AccountRow
from tui.reader.reading.articles import Articles
from tui.reader.reading.reload import Reload
from tui.reader.screens.records.screen import RecordsScreen
from tui.reader.screens.review.screen import ReviewScreen
from tui.session.reread import reread
from tui.storage.records import repository
from tui.storage.records.record_loader import RecordLoader
from tui.storage.workspace.draft_files import read_drafts

if TYPE_CHECKING:
    from pathlib import Path

    from opening import Reading
    from textual.pilot import Pilot
    from textual.widget import AwaitMount

    from tui.model import Record, Workspace


def article(workspace: Workspace) -> Path:
    """Return the north's article."""
    return workspace.articles / "north.txt"


def rewrite(path: Path, old: str, new: str) -> None:
    """Change a file in place, as some editors do."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def replace_file(path: Path, old: str, new: str) -> None:
    """Change a file by writing another and renaming it, as other editors do."""
    other = path.with_name(f"{path.name}.new")
    other.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    other.replace(path)


def add_note(workspace: Workspace, body: str, on: str = "", annotation_id: str = "") -> Record:
    """Add a note to the north as another program would."""
    note = Annotation(annotation_id, "note", article="north", body=body, on=on, annotator="Olga")
    return repository.create(workspace, note)


def on_disk(workspace: Workspace) -> dict[str, Annotation]:
    """Return the north's annotations on disk, by id."""
    codebook, _ = RecordLoader(workspace).codebook()
    found = RecordLoader(workspace).records("north", codebook)
    assert not found.problems
    return {each.annotation.id: each.annotation for each in found.records}


def known(pilot: Pilot[None], annotation_id: str) -> Annotation | None:
    """Return an annotation in the session."""
    found = session(pilot).find(RecordRef("north", annotation_id))
    return found.annotation if found else None


def state(pilot: Pilot[None], annotation_id: str) -> AnchorState | None:
    """Return an annotation's state in the reader."""
    found = session(pilot).find(RecordRef("north", annotation_id))
    return found.state if found else None


# Articles


async def test_a_changed_article_is_anchored_again_and_states_are_counted(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        rewrite(article(ferry), "confirm or deny that", "confirm or dispute that")
        await until(pilot, lambda: state(pilot, "radar-open") is AnchorState.ADJUSTED)
        assert "A changed: 1 exact, 1 adjusted, 0 in review, 0 orphaned" in shown(pilot)
        assert "confirm or dispute" in shown(pilot)
        await pilot.press("escape")
        assert "A changed" not in shown(pilot)


async def test_an_article_replaced_by_rename_is_reloaded_each_time(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        replace_file(article(ferry), "Nobody was hurt", "No one was hurt at all")
        await until(pilot, lambda: state(pilot, "hurt") is not AnchorState.EXACT)
        replace_file(article(ferry), "No one was hurt at all", "Nobody was hurt")
        await until(pilot, lambda: state(pilot, "hurt") is AnchorState.EXACT)


async def test_an_article_may_change_while_others_are_opened(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, mount_all = ferry.articles / "south.txt", AccountRow.mount_all
    async with reading(ferry) as pilot:
        reload, gone = reading_screen(pilot).features.get(Reload), pane(pilot, 1)

        def change_and_mount(row: AccountRow, columns: list[AccountColumn]) -> AwaitMount:
            assert not gone.is_attached
            path.write_text(f"Corrected.\n\n{path.read_text()}")
            result = reread(ferry, session(pilot).collation, frozenset([path]), {}, reload._offsets())
            reload._apply_if_current(result)
            return mount_all(row, columns)

        monkeypatch.setattr(AccountRow, "mount_all", change_and_mount)
        await reading_screen(pilot).features.get(Articles)._show(["south"])
        assert pane(pilot).article_text.startswith("Corrected.")


async def test_the_cursor_stays_on_its_words(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, size=(80, 24)) as pilot:
        await follow(pilot)
        here = pane(pilot)
        await go_to(pilot, "Vladimir Putin")
        here.scroll_rows(2)
        row = here.wrapped.row_at(here.cursor) - here.top
        path = session(pilot).accounts[0].article.path
        path.write_text("A correction was added on Friday.\n\n" * 9 + path.read_text("utf-8"), "utf-8")
        await until(pilot, lambda: "A correction" in here.account.article.text)
        assert at_cursor(pilot, 14) == "Vladimir Putin"
        assert here.wrapped.row_at(here.cursor) - here.top == row


async def test_a_selection_outlives_a_change_elsewhere(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        await go_to(pilot, "Repairs will take")
        await pilot.press("v", "w", "w")
        assert selected(pilot) == "Repairs will take"
        rewrite(article(ferry), "Ferry runs aground in fog", "Ferry Aurora runs aground in thick fog")
        await until(pilot, lambda: "thick fog" in pane(pilot).account.article.text)
        assert selected(pilot) == "Repairs will take"


async def test_a_deleted_article_stays_on_screen_with_a_message(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        text = article(ferry).read_text("utf-8")
        article(ferry).unlink()
        await until(pilot, lambda: any("no such article" in message for message in told(pilot)))
        assert "coast guard" in shown(pilot)
        article(ferry).write_text(text, "utf-8")
        await until(pilot, lambda: not session(pilot).problems)


async def test_the_open_review_list_is_updated(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        rewrite(article(ferry), "confirm or deny that", "confirm or dispute that")
        await until(pilot, lambda: state(pilot, "radar-open") is AnchorState.ADJUSTED)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReviewScreen)
        rewrite(article(ferry), '"Nobody was hurt," captain Ada Holm told reporters.', "")
        await until(pilot, lambda: "1 orphaned" in shown(pilot))
        assert "Nobody was hurt" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert pane(pilot).cursor == 0


async def test_a_list_that_is_being_opened_shows_what_changed(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        records = RecordsScreen(session(pilot), Filter(), glyphs=reading_screen(pilot).glyphs)
        pilot.app.push_screen(records)
        tell_overlays(pilot.app)
        await settle(pilot)
        assert len(records.matching) == len(records.entries) > 0
        rewrite(ferry.list_file("north"), "id: radar-open", "id: radar-closed")
        reading_screen(pilot).features.get(Reload).files_changed([ferry.list_file("north")])
        await until(pilot, lambda: "radar-closed" in {entry.annotation.id for entry in records.matching})


# Records


async def test_a_record_of_another_program_appears(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        await go_to(pilot, "Nobody was hurt")
        first = add_note(ferry, "Ask the hospital", on="hurt")
        await until(pilot, lambda: "Ask the hospital" in inspector(pilot))
        assert at_cursor(pilot, 15) == "Nobody was hurt"
        assert "1 new" in told(pilot)[-1]
        add_note(ferry, "And the coast guard", on="hurt")
        await until(pilot, lambda: "And the coast guard" in inspector(pilot))
        repository.update(ferry, first, replace(first.annotation, body="Asked the hospital"))
        await until(pilot, lambda: "Asked the hospital" in inspector(pilot))


async def test_changes_by_a_second_process_are_shown(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        command = [sys.executable, "-m", "tui", "note", "-w", str(ferry.root), "north", "--body", "Seen from outside"]
        await asyncio.to_thread(subprocess.run, command, check=True, capture_output=True)
        await until(pilot, lambda: any(a.body == "Seen from outside" for a in every(pilot)))


def every(pilot: Pilot[None]) -> list[Annotation]:
    """Return the north's annotations in the session."""
    account = session(pilot).account("north")
    return [each.annotation for each in account.placed] if account else []


async def test_a_list_changed_by_hand_appears(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        rewrite(ferry.list_file("north"), "cue: told reporters", "cue: told the press")
        await until(pilot, lambda: (known(pilot, "hurt") or Annotation("", "")).cue == "told the press")
        replace_file(ferry.list_file("north"), "cue: told the press", "cue: said")
        await until(pilot, lambda: (known(pilot, "hurt") or Annotation("", "")).cue == "said")
        rewrite(ferry.list_file("north"), "  - id: radar-open", "  - id: radar-silence")
        await until(pilot, lambda: known(pilot, "radar-open") is None)
        assert known(pilot, "radar-silence")


async def test_a_broken_list_is_reported_and_the_other_files_load(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        rewrite(ferry.list_file("north"), "kind: no-comment", "kind: rumour")
        await until(pilot, lambda: any("rumour" in message for message in told(pilot)))
        assert known(pilot, "hurt")


async def test_a_codebook_changed_by_hand_appears(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        await go_to(pilot, "Nobody was hurt")
        rewrite(ferry.codebook, "nobody-hurt: Nobody was hurt", "nobody-hurt: All aboard were unharmed")
        await until(pilot, lambda: "All aboard were unharmed" in inspector(pilot))


async def test_undo_restores_a_record_file_deleted_on_disk(reading: Reading, ferry: Workspace) -> None:
    record = add_note(ferry, "Ask the hospital", annotation_id="ask")
    record.file.write_text(f"# by hand\n{record.file.read_text('utf-8')}", "utf-8")
    source = record.file.read_bytes()
    async with reading(ferry) as pilot:
        await follow(pilot)
        record.file.unlink()
        await until(pilot, lambda: known(pilot, "ask") is None)
        assert "u brings it back" in told(pilot)[-1]
        await pilot.press("u")
        await settle(pilot)
        assert record.file.read_bytes() == source
        assert known(pilot, "ask")
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert not record.file.exists()


async def test_a_note_on_a_deleted_record_stays_and_is_reported(reading: Reading, ferry: Workspace) -> None:
    record = add_note(ferry, "Ask the hospital", annotation_id="ask")
    add_note(ferry, "Which one?", on="ask", annotation_id="which")
    async with reading(ferry) as pilot:
        await follow(pilot)
        record.file.unlink()
        await until(pilot, lambda: known(pilot, "ask") is None)
        assert known(pilot, "which") is not None
        assert [problem.message for problem in session(pilot).problems] == [
            'on names no record here: "ask"; write the id of the record it is about'
        ]
        await pilot.press("u")
        await until(pilot, lambda: known(pilot, "ask") is not None and not session(pilot).problems)


async def test_a_note_on_a_record_deleted_meanwhile_stays_open_until_it_is_on_something_else(
    reading: Reading, ferry: Workspace
) -> None:
    subject = add_note(ferry, "Ask the hospital", on="hurt", annotation_id="ask")
    listed = ferry.annotations / "north.yaml"
    text = listed.read_text("utf-8")
    async with reading(ferry) as pilot:
        await follow(pilot)
        await go_to(pilot, "Nobody was hurt")
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"Who")
        subject.file.unlink()
        rewrite(listed, text[text.index("  - id: hurt") : text.index("  # the company")], "")
        await until(pilot, lambda: known(pilot, "hurt") is None)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, NoteEditor)
        assert "Not saved: the annotation that this note is on was deleted meanwhile." in shown(pilot)
        assert [each.body for each in on_disk(ferry).values()] == [""]
        pilot.app.screen.keep_draft()
        assert [draft.annotation.body for draft in read_drafts(ferry)] == ["Who"]
        await pilot.press("tab", "ctrl+s")
        await settle(pilot)
        assert [(each.body, each.on) for each in every(pilot) if each.body == "Who"] == [("Who", "")]
        assert read_drafts(ferry) == ()


async def test_a_record_that_comes_back_by_itself_needs_no_undo(reading: Reading, ferry: Workspace) -> None:
    record = add_note(ferry, "Ask the hospital", annotation_id="ask")
    source = record.file.read_bytes()
    async with reading(ferry) as pilot:
        await follow(pilot)
        record.file.unlink()
        await until(pilot, lambda: known(pilot, "ask") is None)
        record.file.write_bytes(source)
        await until(pilot, lambda: known(pilot, "ask") is not None)
        await pilot.press("u")
        assert told(pilot)[-1] == "There is nothing to undo."


async def test_edits_can_be_undone_after_a_reload(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        await go_to(pilot, "Nobody was hurt")
        await pilot.press("x")
        await settle(pilot)
        assert "hurt" not in on_disk(ferry)
        add_note(ferry, "Another one", annotation_id="other")
        await until(pilot, lambda: known(pilot, "other") is not None)
        await pilot.press("u")
        await settle(pilot)
        assert "hurt" in on_disk(ferry)


async def test_an_open_dialog_is_unchanged_by_a_reload(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        await go_to(pilot, "Nobody was hurt")
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"half a ", "t")
        add_note(ferry, "Another one", annotation_id="other")
        rewrite(article(ferry), "Ferry runs aground", "Ferry Aurora runs aground")
        await until(pilot, lambda: known(pilot, "other") is not None and "Aurora runs" in article_text(pilot))
        screen = pilot.app.screen
        assert isinstance(screen, NoteEditor)
        assert screen.edited_annotation.body == "half a t"
        await pilot.press(*"hought", "ctrl+s")
        await settle(pilot)
        assert [a.body for a in on_disk(ferry).values() if a.on == "hurt"] == ["half a thought"]


def article_text(pilot: Pilot[None]) -> str:
    """Return the north's text in the session."""
    account = session(pilot).account("north")
    return account.article.text if account else ""


async def test_a_save_during_a_reload_is_not_lost(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        reload = reading_screen(pilot).features.get(Reload)
        result = reread(ferry, session(pilot).collation, frozenset([ferry.list_file("north")]), {}, {})
        session(pilot).add(Annotation("mine", "note", article="north", body="Written meanwhile"))
        reload._apply_if_current(result)
        assert known(pilot, "mine")
        await until(pilot, lambda: reload.idle)
        assert known(pilot, "mine")
        assert not any(change.verb == "deleted" for step in session(pilot).history.done for change in step)


# The same record in two places


async def edit_note(pilot: Pilot[None], typed: str) -> None:
    """Type into the note on the annotation under the cursor."""
    await pilot.press("e")
    await settle(pilot)
    await pilot.press("down", "enter")
    await settle(pilot)
    assert isinstance(pilot.app.screen, NoteEditor)
    await pilot.press(*typed)


async def conflict(pilot: Pilot[None], workspace: Workspace) -> Record:
    """Cause a conflict over the note `ask`: mine ends in "!"."""
    record = add_note(workspace, "Ask the hospital", on="hurt", annotation_id="ask")
    session(pilot).open(["north", "south"])
    reading_screen(pilot).show_session()
    await go_to(pilot, "Nobody was hurt")
    await edit_note(pilot, "!")
    repository.update(workspace, record, replace(record.annotation, body="Ask the coroner"))
    await pilot.press("ctrl+s")
    await settle(pilot)
    assert isinstance(pilot.app.screen, ConflictDialog)
    return record


async def test_a_conflict_shows_both_versions_and_writes_nothing(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await conflict(pilot, ferry)
        assert "Ask the hospital!" in shown(pilot)
        assert "Ask the coroner" in shown(pilot)
        assert on_disk(ferry)["ask"].body == "Ask the coroner"
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, NoteEditor)
        assert pilot.app.screen.edited_annotation.body == "Ask the hospital!"


async def test_a_conflict_can_keep_mine(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await conflict(pilot, ferry)
        await pilot.press("enter")
        await settle(pilot)
        assert on_disk(ferry)["ask"].body == "Ask the hospital!"
        assert on_disk(ferry)["ask"].modified
        await pilot.press("u")
        assert on_disk(ferry)["ask"].body == "Ask the coroner"


async def test_a_conflict_can_keep_theirs(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await conflict(pilot, ferry)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert on_disk(ferry)["ask"].body == "Ask the coroner"
        assert "Ask the coroner" in inspector(pilot)
        assert "Saved." not in told(pilot)


async def test_a_conflict_can_keep_both(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await conflict(pilot, ferry)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        notes = {each.body: each for each in on_disk(ferry).values() if each.on == "hurt"}
        assert set(notes) == {"Ask the hospital!", "Ask the coroner"}
        assert notes["Ask the hospital!"].annotator == "Mira"
        assert notes["Ask the coroner"].id == "ask"
        assert "Ask the coroner" in inspector(pilot)
        assert "Ask the hospital!" in inspector(pilot)


async def test_a_record_deleted_elsewhere_is_saved_again_or_stays_deleted(reading: Reading, ferry: Workspace) -> None:
    for answer, bodies in ((("enter",), ["Ask the hospital!"]), (("down", "enter"), [])):
        async with reading(ferry) as pilot:
            record = add_note(ferry, "Ask the hospital", on="hurt", annotation_id="ask")
            session(pilot).open(["north", "south"])
            reading_screen(pilot).show_session()
            await go_to(pilot, "Nobody was hurt")
            await edit_note(pilot, "!")
            record.file.unlink()
            await pilot.press("ctrl+s")
            await settle(pilot)
            assert "deleted this record" in shown(pilot)
            await pilot.press(*answer)
            await settle(pilot)
            made = [each for each in on_disk(ferry).values() if each.on == "hurt"]
            assert [each.body for each in made] == bodies
            assert [each.id for each in made] == ["ask"] * len(bodies)
            assert [a.body for a in every(pilot) if a.on == "hurt"] == bodies
            for each in made:
                (ferry.records("north") / f"mira.{each.id}.yaml").unlink()


async def test_a_conflict_with_live_reload_shows_the_same(reading: Reading, ferry: Workspace) -> None:
    record = add_note(ferry, "Ask the hospital", on="hurt", annotation_id="ask")
    async with reading(ferry) as pilot:
        await follow(pilot)
        await go_to(pilot, "Nobody was hurt")
        await edit_note(pilot, "!")
        replace_file(record.file, "Ask the hospital", "Ask the coroner")
        await until(pilot, lambda: (known(pilot, "ask") or Annotation("", "")).body == "Ask the coroner")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ConflictDialog)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert len([each for each in on_disk(ferry).values() if each.on == "hurt"]) == 2


async def test_only_the_layout_of_a_record_changed_is_no_conflict(reading: Reading, ferry: Workspace) -> None:
    record = add_note(ferry, "Ask the hospital", on="hurt", annotation_id="ask")
    async with reading(ferry) as pilot:
        await go_to(pilot, "Nobody was hurt")
        await edit_note(pilot, "!")
        record.file.write_text(record.file.read_text("utf-8").replace("kind: note", 'kind:   "note"'), "utf-8")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, ConflictDialog)
        assert on_disk(ferry)["ask"].body == "Ask the hospital!"


# Files and folders that cannot be read


@pytest.mark.parametrize("name", ["link to itself", "link to zeros", "FIFO", "folder"])
@pytest.mark.parametrize("target", ["articles/north.txt", "annotations/north.yaml"])
async def test_a_blocked_file_is_reported_and_followed_again(
    reading: Reading, ferry: Workspace, target: str, name: str
) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        path, aside = ferry.root / target, ferry.root / "aside"
        path.rename(aside)
        block(path, name)
        await until(pilot, lambda: any(problem.file == path for problem in session(pilot).problems))
        assert any(path.name in message for message in told(pilot))
        assert "coast guard" in shown(pilot)
        remove(path)
        aside.rename(path)
        await until(pilot, lambda: not session(pilot).problems and known(pilot, "hurt") is not None)
        rewrite(article(ferry), "Nobody was hurt", "No one was hurt at all")
        await until(pilot, lambda: state(pilot, "hurt") is not AnchorState.EXACT)


@pytest.mark.parametrize("target", ["annotations", "articles"])
async def test_a_folder_that_was_away_is_followed_again(reading: Reading, ferry: Workspace, target: str) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        (ferry.root / target).rename(ferry.root / "aside")
        block(ferry.root / target, "link to itself")
        await until(pilot, lambda: bool(session(pilot).problems))
        remove(ferry.root / target)
        copytree(ferry.root / "aside", ferry.root / target)
        await until(pilot, lambda: not session(pilot).problems and known(pilot, "hurt") is not None)
        rewrite(ferry.list_file("north"), "cue: told reporters", "cue: told the press")
        await until(pilot, lambda: (known(pilot, "hurt") or Annotation("", "")).cue == "told the press")
        rewrite(article(ferry), "Nobody was hurt", "No one was hurt at all")
        await until(pilot, lambda: state(pilot, "hurt") is not AnchorState.EXACT)


async def test_a_folder_that_was_replaced_at_once_is_followed_again(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        ferry.annotations.rename(ferry.root / "aside")
        copytree(ferry.root / "aside", ferry.annotations)
        rewrite(ferry.list_file("north"), "cue: told reporters", "cue: told the press")
        await until(pilot, lambda: (known(pilot, "hurt") or Annotation("", "")).cue == "told the press")
        rewrite(ferry.list_file("north"), "cue: told the press", "cue: said")
        await until(pilot, lambda: (known(pilot, "hurt") or Annotation("", "")).cue == "said")


async def test_a_workspace_that_was_renamed_is_followed_again(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        ferry.root.rename(ferry.root.with_name("aside"))
        await until(pilot, lambda: bool(session(pilot).problems))
        ferry.root.with_name("aside").rename(ferry.root)
        await until(pilot, lambda: not session(pilot).problems and known(pilot, "hurt") is not None)
        add_note(ferry, "Back again", annotation_id="back")
        await until(pilot, lambda: known(pilot, "back") is not None)


async def test_a_name_that_is_not_utf8_does_not_end_the_watch(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        (ferry.annotations / os.fsdecode(b"\xff.yaml")).write_text("x")
        await until(pilot, lambda: any("cannot be followed now" in message for message in told(pilot)))
        await until(pilot, lambda: reading_screen(pilot).features.get(Reload).watching)
        add_note(ferry, "Still here", annotation_id="still")
        await until(pilot, lambda: known(pilot, "still") is not None)


async def test_files_that_cannot_be_read_again_are_reported(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    async with reading(ferry) as pilot:
        await follow(pilot)
        with monkeypatch.context() as context:
            context.setattr("tui.session.reread.reload", fail)
            add_note(ferry, "Ask the hospital", annotation_id="ask")
            await until(pilot, lambda: any("Input/output error" in message for message in told(pilot)))
        add_note(ferry, "And the crew", annotation_id="crew")
        await until(pilot, lambda: known(pilot, "ask") is not None and known(pilot, "crew") is not None)


async def test_a_form_does_not_wait_for_a_codebook_that_became_a_fifo(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        block(ferry.codebook, "FIFO")
        await until(pilot, lambda: any(problem.file == ferry.codebook for problem in session(pilot).problems))
        with pytest.raises(SaveError, match="is not a file"):
            session(pilot).add(Annotation("", "note", "north"), Proposition("new", "Something new"))


async def test_no_note_is_written_on_an_annotation_that_is_deleted_while_it_is_open(
    reading: Reading, ferry: Workspace
) -> None:
    async with reading(ferry) as pilot:
        await follow(pilot)
        await go_to(pilot, "Nobody")
        await pilot.press("enter")
        await settle(pilot)
        ferry.list_file("north").write_text("article: north\nannotations: []\n")
        await until(pilot, lambda: known(pilot, "hurt") is None)
        await pilot.press("n")
        await settle(pilot)
        assert told(pilot)[-1] == "It is no longer there."
        assert pilot.app.screen is reading_screen(pilot)
