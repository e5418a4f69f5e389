"""The codebook: its sections, and renaming, merging, editing and undoing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seen import go_to, pane, reading_screen, session, settle, shown, told
from textual.widgets import Input, Static
from waiting import until

from tui.reader.dialogs.choice import ChoiceDialog
from tui.reader.dialogs.entry_form import EntryForm
from tui.reader.screens.codebook.screen import CodebookScreen
from tui.reader.widgets.key_bar import KeyBar
from tui.storage.files.change_journal import change_files
from tui.storage.files.file_changes import FileChange
from tui.storage.files.unfinished_change import journal_path

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace


def contents(workspace: Workspace) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in workspace.annotations.iterdir() if path.is_file()}


def book(pilot: Pilot[None]) -> CodebookScreen:
    """Return the screen, which dialogs may cover."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, CodebookScreen))


async def counted(pilot: Pilot[None]) -> CodebookScreen:
    """Return the screen once it has counted the other articles."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return book(pilot)


def said(pilot: Pilot[None]) -> str:
    return book(pilot).query_one(KeyBar).message


def names(pilot: Pilot[None]) -> list[str]:
    return [entry.name for entry in book(pilot).shown]


async def test_sections_show_counts_by_account(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("b")
        await counted(pilot)
        line = next(line for line in shown(pilot).splitlines() if "radar of the Aurora" in line)
        assert line.split()[-3:] == ["1", "2", "–"]
        assert names(pilot) == ["radar-failed", "nobody-hurt", "inquiry"]
        await pilot.press("tab")
        assert "Ada Holm  Captain Holm" in shown(pilot)
        await pilot.press("4")
        assert names(pilot) == ["radar"]
        await pilot.press("shift+tab", "slash", *"knowl")
        assert names(pilot) == []
        await pilot.press("escape", "escape")
        assert pilot.app.screen is reading_screen(pilot)


async def test_two_propositions_are_merged_in_eight_keys_and_unmerged_in_one(
    reading: Reading, ferry: Workspace
) -> None:
    before = contents(ferry)
    async with reading(ferry) as pilot:
        await pilot.press("tab")
        await go_to(pilot, "agreed on an inquiry")
        await pilot.press("b")
        assert book(pilot).entry is not None
        assert book(pilot).entry.name == "inquiry"  # type: ignore[union-attr]
        await pilot.press("m", *"rad", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChoiceDialog)
        assert pilot.app.screen.question == (
            "Merge “There will be an inquiry” into “The radar of the Aurora failed”? "
            "This changes 1 record in 1 article, 2 files. u undoes it."
        )
        assert contents(ferry) == before
        await pilot.press("enter")
        await counted(pilot)
        assert said(pilot) == "Merged: 1 record in 1 article, 2 files. u undoes it."
        assert names(pilot) == ["radar-failed", "nobody-hurt"]
        assert book(pilot).entry.total == 4  # type: ignore[union-attr]
        assert b"inquiry\n" not in contents(ferry)["south.yaml"].split(b"id: agreed")[1].split(b"quote")[0]
        await pilot.press("u")
        assert said(pilot) == 'Undone: merge the proposition "inquiry" into "radar-failed".'
        assert contents(ferry) == before
        await pilot.press("ctrl+r")
        assert names(pilot) == ["radar-failed", "nobody-hurt"]
        await pilot.press("escape")
        (placed,) = [each for each in session(pilot).accounts[1].placed if each.annotation.id == "agreed"]
        assert placed.annotation.about == "radar-failed"
        await pilot.press("u")
        assert contents(ferry) == before


async def test_a_merge_can_be_called_off(reading: Reading, ferry: Workspace) -> None:
    before = contents(ferry)
    async with reading(ferry) as pilot:
        await pilot.press("b", "m", "enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is book(pilot)
        assert contents(ferry) == before


async def test_a_name_is_changed_everywhere(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("b", "4", "r")
        await settle(pilot)
        await pilot.press("home", "x", "enter")
        await settle(pilot)
        assert said(pilot) == "Renamed: 1 record in 1 article, 1 file. u undoes it."
        assert session(pilot).accounts[0].by_id["radar-open"].annotation.tags == ("xradar",)
        await pilot.press("a")
        assert said(pilot) == "A tag is there once a record has it."


async def test_a_verdict_and_a_contradiction_are_typed(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("b", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EntryForm)
        await pilot.press("tab", *"hurt", "enter", "tab", *"unproven", "ctrl+s")
        await settle(pilot)
        proposition = session(pilot).codebook.propositions["radar-failed"]
        assert (proposition.verdict, proposition.contradicts) == ("unproven", ("nobody-hurt",))
        assert "verdict: unproven" in shown(pilot)


async def test_a_form_keeps_what_cannot_be_saved(reading: Reading, ferry: Workspace) -> None:
    before = contents(ferry)
    async with reading(ferry) as pilot:
        await pilot.press("b", "3", "a")
        await settle(pilot)
        await pilot.press(*"Hints", "tab", *"two", "ctrl+s")
        form = pilot.app.screen
        assert isinstance(form, EntryForm)
        assert "must fill one cell" in str(form.query_one("#error", Static).content)
        assert form.query_one("#glyph", Input).value == "two"
        await pilot.press("backspace", "backspace", "tab", *"neut", "enter", "ctrl+s")
        await settle(pilot)
        assert session(pilot).codebook.kinds["hints"].label == "Hints"
        await counted(pilot)
        await pilot.press("x")
        assert contents(ferry) == before


async def test_only_what_is_unused_is_deleted(reading: Reading, ferry: Workspace) -> None:
    book_text = ferry.codebook.read_text()
    ferry.codebook.write_text(book_text.replace("  inquiry:", "  extra: It is so\n  inquiry:"))
    async with reading(ferry) as pilot:
        await pilot.press("b")
        await counted(pilot)
        await pilot.press("x")
        assert any("is used by 3 records; merge it instead" in message for message in told(pilot))
        await pilot.press("n")
        assert names(pilot) == ["extra"]
        await pilot.press("x")
        await counted(pilot)
        assert names(pilot) == []
        assert ferry.codebook.read_text() == book_text
        await pilot.press("escape", "3", "x")
        assert "is not in the codebook's file" in said(pilot)


async def test_a_deleted_record_offers_to_take_its_proposition_along(reading: Reading, ferry: Workspace) -> None:
    before = contents(ferry)
    async with reading(ferry) as pilot:
        await go_to(pilot, "did not confirm")
        await pilot.press("x")
        await pilot.app.workers.wait_for_complete()
        assert told(pilot)[-1] == "Deleted. u undoes it."
        await pilot.press("u", "X")
        assert told(pilot)[-1] == "No proposition was left unused; b lists all."
        await go_to(pilot, "Nobody was hurt")
        await pilot.press("x")
        await pilot.app.workers.wait_for_complete()
        assert told(pilot)[-1].endswith("Nothing else is about “Nobody was hurt”: X deletes it too.")
        await pilot.press("X")
        assert "nobody-hurt" not in session(pilot).codebook.propositions
        await pilot.press("u")
        assert contents(ferry) == before


async def test_an_interrupted_change_is_offered_at_the_start(reading: Reading, ferry: Workspace) -> None:
    before = contents(ferry)
    paths = (ferry.list_file("north"), ferry.codebook)
    changes = [FileChange(path, path.read_bytes(), path.read_bytes() + b"# more\n") for path in paths]
    keep = journal_path(ferry)
    change_files(ferry, "add", changes)
    after = contents(ferry)
    keep.write_text(_journal(ferry, changes))
    ferry.codebook.write_bytes(before["codebook.yaml"])
    async with reading(ferry) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoiceDialog))
        await pilot.press("enter")
        await settle(pilot)
        assert contents(ferry) == after
        assert told(pilot)[-1] == "Finished: add."


async def test_an_offer_to_finish_a_change_leaves_a_form_that_is_open(reading: Reading, ferry: Workspace) -> None:
    changes = [FileChange(ferry.codebook, ferry.codebook.read_bytes(), ferry.codebook.read_bytes() + b"# more\n")]
    async with reading(ferry) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.press("c")
        await settle(pilot)
        journal_path(ferry).write_text(_journal(ferry, changes))
        reading_screen(pilot).find_orphaned_files()  # as at the start, in a thread
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoiceDialog))
        await pilot.press("escape", "ctrl+s")
        await settle(pilot)
        assert told(pilot)[-1] == "Saved."
        assert pane(pilot).account is session(pilot).accounts[0]


def _journal(workspace: Workspace, changes: list[FileChange]) -> str:
    from tui.storage.files.change_journal import _journal as journal  # noqa: PLC0415 - as a killed program leaves it

    return journal(workspace, "add", changes).decode()


async def test_the_comparison_opens_it_at_the_proposition_and_shows_what_changed(
    reading: Reading, ferry: Workspace
) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("t", "i", "end", "b")
        await counted(pilot)
        entry = book(pilot).entry
        assert entry
        assert entry.name == "inquiry"
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*" at sea", "ctrl+s", "q")
        await settle(pilot)
        assert "There will be an inquiry at sea" in " ".join(shown(pilot).split())
        assert pilot.app.screen.query("ComparisonList")


async def test_counts_stand_beside_the_texts_in_a_wide_terminal(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(200, 50)) as pilot:
        await pilot.press("b")
        await counted(pilot)
        lines = shown(pilot).splitlines()
        head = next(line for line in lines if line.endswith("else"))
        text = "The radar of the Aurora failed"
        row = next(line for line in lines if text in line)
        assert len(text) < head.index("A") < 70
        assert row[head.index("A")] == "1"
        assert row[head.index("B")] == "2"


async def test_an_annotator_gets_another_name_and_u_undoes_it(reading: Reading, ferry: Workspace) -> None:
    before = contents(ferry)
    async with reading(ferry) as pilot:
        await pilot.press("b", "5", "a")
        await settle(pilot)
        await pilot.press(*"Mira", "tab", *"mk;m", "ctrl+s")
        await settle(pilot)
        assert session(pilot).codebook.annotator_name("MK") == "Mira"
        assert "Mira  mk, m" in shown(pilot)
        await pilot.press("u")
        assert contents(ferry) == before
