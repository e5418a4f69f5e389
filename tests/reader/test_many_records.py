"""Several records are chosen in the list, and changed in one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from seen import go_to, inspector, pane, reading_screen, session, shown
from waiting import until

from tui.model import Annotation, RecordRef
from tui.reader.dialogs.choice import ChoiceDialog
from tui.reader.screens.records.screen import RecordsScreen
from tui.reader.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace


def records(pilot: Pilot[None]) -> RecordsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, RecordsScreen)
    return screen


def chosen(pilot: Pilot[None]) -> list[str]:
    """Return the ids of the chosen records, in the order of the list."""
    screen = records(pilot)
    return [entry.annotation.id for entry in screen.entries if entry.annotation.ref in screen.choice.refs]


def message(pilot: Pilot[None]) -> str:
    return records(pilot).query_one(KeyBar).message


def fields(pilot: Pilot[None], name: str) -> list[object]:
    """Return a field of all records, in the order of the list."""
    return [getattr(entry.annotation, name) for entry in records(pilot).entries]


async def test_keys_choose_rows_ranges_and_all_that_are_shown(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "space", "down", "space")
        assert chosen(pilot) == ["hurt", "crew"]
        assert "2 chosen of 5   Esc chooses none" in shown(pilot)
        await pilot.press("escape", "g", "shift+down", "shift+down", "shift+up")
        assert chosen(pilot) == ["hurt", "radar-open"]
        await pilot.press("escape", "g", "v", "down", "down", "v", "down")
        assert chosen(pilot) == ["hurt", "radar-open", "crew"]
        await pilot.press("escape", "c", "asterisk")
        assert chosen(pilot) == ["hurt", "crew"]
        await pilot.press("c", "d")
        assert "2 chosen of 5, 2 of them not shown" in shown(pilot)
        await pilot.press("ctrl+a")
        assert chosen(pilot) == ["hurt", "crew", "holm"]


async def test_chosen_records_have_a_sign(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N")
        assert "●" not in shown(pilot)
        await pilot.press("space")
        lines = [line for line in shown(pilot).splitlines() if "A1" in line or "A2" in line]
        assert ["●" in line for line in lines] == [True, False]


async def test_tags_are_previewed_saved_and_undone_as_one(reading: Reading, ferry: Workspace) -> None:
    before = ferry.list_file("north").read_bytes()
    async with reading(ferry) as pilot:
        await pilot.press("N", "asterisk", "T", *"radar; sea")
        assert "Tag 5 records" in shown(pilot)
        assert "In use: radar 1" in shown(pilot)
        await until(pilot, lambda: "5 records change" in shown(pilot))
        await pilot.press("enter")
        assert fields(pilot, "tags") == [("radar", "sea")] * 5
        assert message(pilot) == "Saved: 5 records change. u undoes it."
        assert "5 chosen of 5" in shown(pilot)
        await pilot.press("u")
        assert message(pilot) == "Undone: edit 5 records."
        assert ferry.list_file("north").read_bytes() == before
        await pilot.press("ctrl+r")
        assert fields(pilot, "tags") == [("radar", "sea")] * 5


async def test_the_kind_and_the_proposition_are_set(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "space", "space", "K", *"denial", "enter")
        assert message(pilot) == "Saved: 2 records change. u undoes it."
        assert fields(pilot, "kind")[:3] == ["denial", "denial", "claim"]
        await pilot.press("P")
        assert "Set the proposition of 2 records" in shown(pilot)
        await pilot.press(*"inquiry", "enter")
        assert fields(pilot, "about")[:3] == ["inquiry", "inquiry", "radar-failed"]
        await pilot.press("P", *"inquiry", "enter")
        assert message(pilot) == "Nothing to save: 0 records change, 2 stay as they are."


async def test_without_a_choice_keys_change_the_record_at_the_cursor(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "down", "x")
        assert message(pilot) == "Deleted: 1 record. u undoes it."
        assert fields(pilot, "id") == ["hurt", "crew", "holm", "agreed"]
        assert records(pilot).entry == records(pilot).entries[1]
        await pilot.press("escape")
        assert len(session(pilot).accounts[0].placed) == 1
        await pilot.press("u")
        assert len(session(pilot).accounts[0].placed) == 2


async def test_several_records_are_deleted_with_their_notes_after_a_question(
    reading: Reading, ferry: Workspace
) -> None:
    async with reading(ferry) as pilot:
        session(pilot).add(Annotation("n1", "note", article="north", on="hurt", body="Really?"))
        await pilot.press("N", "space", "down", "space", "x")
        assert isinstance(pilot.app.screen, ChoiceDialog)
        assert "Delete 2 records with 1 note on them?" in shown(pilot)
        await pilot.press("enter")
        assert fields(pilot, "id") == ["crew", "holm", "agreed"]
        assert chosen(pilot) == []
        await pilot.press("u")
        assert fields(pilot, "id") == ["hurt", "n1", "radar-open", "crew", "holm", "agreed"]


async def test_only_chosen_records_are_exported(
    reading: Reading, ferry: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(ferry) as pilot:
        await pilot.press("N", "d", "space", "E")
        assert "Export: 1 chosen record" in shown(pilot)
        await pilot.press("enter")
        assert message(pilot) == "Exported: chosen-records.md"
    written = (tmp_path / "chosen-records.md").read_text("utf-8")
    assert "The radar worked" in written
    assert "Nobody was hurt" not in written
    assert "Only what matches: 1 chosen record." in written


async def test_what_cannot_be_saved_is_reported_and_nothing_changed(reading: Reading, ferry: Workspace) -> None:
    before = ferry.list_file("north").read_bytes()
    async with reading(ferry) as pilot:
        await pilot.press("N", "asterisk", "T", *"sea")
        ferry.list_file("south").write_text("annotations: [\n", encoding="utf-8")
        await pilot.press("enter")
        (notification,) = pilot.app._notifications
        assert notification.message.startswith("Nothing was saved: ")
        assert ferry.list_file("north").read_bytes() == before
        assert chosen(pilot) == ["hurt", "radar-open", "crew", "holm", "agreed"]
        await pilot.press("escape", "escape")
        assert pilot.app.screen is reading_screen(pilot)
        assert not session(pilot).history.done


async def test_panes_are_not_asked_for_a_record_that_they_do_not_show_yet(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Nobody")
        placed = session(pilot).find(RecordRef("north", "hurt"))
        assert placed is not None
        own = session(pilot).add(replace(placed.annotation, id=""))
        session(pilot).delete([own])
        reading_screen(pilot).show_session()
        await pilot.press("N", "u")
        assert session(pilot).find(own.annotation.ref) is not None
        assert session(pilot).overview.survey.together["north"]
        reading_screen(pilot).refresh_context()  # as when a search has ended, or suggestions are found
        await pilot.press("escape")
        assert "also here" not in inspector(pilot)
        assert pane(pilot).account is session(pilot).accounts[0]
