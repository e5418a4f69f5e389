"""The answer to a dialog changes nothing that is gone by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import go_to, reading_screen, session, settle, shown, told
from textual.widgets import Input
from waiting import follow, until

from tui.model import RecordRef, Workspace
from tui.reader.dialogs.conflict_dialog import ConflictDialog
from tui.reader.dialogs.detail_dialog import DetailDialog
from tui.reader.dialogs.entry_form import EntryForm
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.dialogs.value_picker import ValuePicker
from tui.reader.reading.reload import Reload
from tui.reader.screens.codebook.forms import entry_fields_of, merged_values
from tui.reader.screens.codebook.screen import CodebookScreen
from tui.reader.widgets.autocomplete import Autocomplete
from tui.storage.records.name_edits import NameKind
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from collections.abc import Callable

    from opening import Reading
    from textual.pilot import Pilot

OWN = "Repairs will take"
"""Words that only the record `own` is on."""


CONTRADICTED = "propositions: {c: {text: C}, a: {text: A, contradicts: [b, c]}, b: {text: B}, d: {text: D}}\n"


@pytest.fixture
def coded(ferry: Workspace) -> Workspace:
    """Return a workspace with a record that has a file to itself."""
    folder = ferry.annotations / "north"
    folder.mkdir()
    record = "id: own\nkind: claim\nannotator: Mira\nspeaker: [Ada Holm]\nabout: inquiry\nquote: Repairs will take\n"
    (folder / "mira.own.yaml").write_text(record, "utf-8")
    return ferry


def own_file(workspace: Workspace) -> str:
    return (workspace.annotations / "north" / "mira.own.yaml").read_text("utf-8")


def contents(workspace: Workspace) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in workspace.annotations.rglob("*.yaml")}


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def opened(pilot: Pilot[None], keys: tuple[str, ...], kind: type[object], words: str = OWN) -> None:
    await follow(pilot)
    await go_to(pilot, words)
    await press(pilot, *keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))


async def type_into_entry(pilot: Pilot[None], field: str, value: str) -> None:
    """Open the form of the proposition `inquiry` and fill in a field."""
    await opened(pilot, ("b", "G", "e"), EntryForm)
    pilot.app.screen.query_one(field, Input).value = value


async def changed(pilot: Pilot[None], change: Callable[[Workspace], object]) -> dict[str, bytes]:
    """Change files as somebody else does, and return what they hold then."""
    before, workspace = session(pilot).collation, session(pilot).workspace
    change(workspace)
    await until(pilot, lambda: session(pilot).collation is not before)
    await until(pilot, lambda: reading_screen(pilot).features.get(Reload).idle)
    return contents(workspace)


def delete_record(workspace: Workspace) -> None:
    (workspace.annotations / "north" / "mira.own.yaml").unlink()


def empty_article(workspace: Workspace) -> None:
    (workspace.articles / "north.txt").write_text("", "utf-8")


def delete_proposition(workspace: Workspace) -> None:
    lines = workspace.codebook.read_text("utf-8").splitlines(keepends=True)
    workspace.codebook.write_text("".join(line for line in lines if "inquiry" not in line), "utf-8")


@pytest.mark.parametrize("key", ["e", "x", "n"])
async def test_details_of_a_deleted_record_lead_nowhere(coded: Workspace, reading: Reading, key: str) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, ("enter",), DetailDialog)
        after = await changed(pilot, delete_record)
        await press(pilot, key)
        assert pilot.app.screen is reading_screen(pilot)
        assert told(pilot)[-1] == "It is no longer there."
        assert contents(coded) == after


async def test_a_form_without_changes_does_not_save_a_deleted_record(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, ("e",), StatementForm)
        after = await changed(pilot, delete_record)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConflictDialog))
        await press(pilot, "down", "enter")  # leave it deleted
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert "Saved." not in told(pilot)
        assert contents(coded) == after


async def test_a_proposition_that_is_deleted_is_no_longer_taken(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, ("c",), StatementForm, "captain")
        pilot.app.screen.query_one("#about", Input).value = "There will be an inquiry"
        after = await changed(pilot, delete_proposition)
        await press(pilot, "ctrl+s")
        assert "About: choose a proposition" in shown(pilot)
        assert pilot.app.screen.query_one("#about", Input).value == "There will be an inquiry"
        assert contents(coded) == after


async def test_a_record_keeps_the_proposition_that_was_deleted_under_its_form(
    coded: Workspace, reading: Reading
) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, ("e",), StatementForm)
        await changed(pilot, delete_proposition)
        pilot.app.screen.query_one("#cue", Input).value = "said"
        await press(pilot, "ctrl+s")
        assert told(pilot)[-1] == "Saved."
        placed = session(pilot).find(RecordRef("north", "own"))
        assert placed is not None
        assert (placed.annotation.about, placed.annotation.cue) == ("inquiry", "said")


async def test_a_record_keeps_its_proposition_if_another_gets_its_sentence(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, ("e",), StatementForm)
        await changed(pilot, swap_sentences)
        pilot.app.screen.query_one("#cue", Input).value = "said"
        await press(pilot, "ctrl+s")
        assert told(pilot)[-1] == "Saved."
        assert "about: inquiry\n" in own_file(coded)
        assert "cue: said\n" in own_file(coded)


async def test_a_form_without_changes_closes_while_its_file_is_broken(coded: Workspace, reading: Reading) -> None:
    file = coded.annotations / "north" / "mira.own.yaml"
    async with reading(coded) as pilot:
        await opened(pilot, ("e",), StatementForm)
        after = await changed(pilot, lambda _: file.write_text(f"<<<<<<< HEAD\n{own_file(coded)}", "utf-8"))
        await press(pilot, "ctrl+s")
        assert pilot.app.screen is reading_screen(pilot)
        assert contents(coded) == after


async def test_many_records_get_a_proposition_while_the_codebook_is_broken(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, ("N", "asterisk", "P", *"inquiry"), ValuePicker)
        await changed(pilot, break_codebook)
        await press(pilot, "enter")
        assert not [message for message in told(pilot) if message.startswith("Nothing was saved")]
        assert {placed.annotation.about for placed in session(pilot).accounts[0].placed} == {"inquiry"}


async def test_a_broken_codebook_does_not_refuse_a_proposition(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, ("c",), StatementForm, "captain")
        pilot.app.screen.query_one("#about", Input).value = "There will be an inquiry"
        await changed(pilot, break_codebook)
        await press(pilot, "ctrl+s")
        assert told(pilot)[-1] == "Saved."
        assert "inquiry" in [placed.annotation.about for placed in session(pilot).accounts[0].placed]


async def test_the_highlighted_offer_stays_when_other_files_change(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, ("c", "down", "down"), StatementForm, "captain")
        offers = pilot.app.screen.query_one("#speaker").query_ancestor(Autocomplete).list
        highlighted = offers.highlighted
        assert highlighted
        await changed(pilot, delete_record)
        assert offers.highlighted == highlighted


async def test_many_records_do_not_get_a_proposition_that_is_deleted(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await opened(pilot, ("N", "asterisk", "P", *"inquiry"), ValuePicker)
        after = await changed(pilot, delete_proposition)
        await press(pilot, "enter")
        refusal = "Nothing was saved: “There will be an inquiry” is not in the codebook any more"
        assert refusal in told(pilot)
        assert contents(coded) == after


def swap_sentences(workspace: Workspace) -> None:
    text = workspace.codebook.read_text("utf-8")
    before = "  inquiry: There will be an inquiry\n"
    assert before in text
    after = "  inquiry: There will be an inquiry into the radar\n  any-inquiry: There will be an inquiry\n"
    workspace.codebook.write_text(text.replace(before, after), "utf-8")


def break_codebook(workspace: Workspace) -> None:
    workspace.codebook.write_text("propositions: [", "utf-8")


def judge_proposition(workspace: Workspace) -> None:
    text = workspace.codebook.read_text("utf-8")
    judged = text.replace(
        "inquiry: There will be an inquiry", 'inquiry: {text: There will be an inquiry, verdict: "true", because: So.}'
    )
    workspace.codebook.write_text(judged, "utf-8")


async def test_a_form_of_the_codebook_keeps_what_others_changed_in_other_fields(
    coded: Workspace, reading: Reading
) -> None:
    async with reading(coded) as pilot:
        await type_into_entry(pilot, "#text", "There will be a long inquiry")
        await changed(pilot, judge_proposition)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, CodebookScreen))
        inquiry = session(pilot).codebook.propositions["inquiry"]
        assert (inquiry.text, inquiry.verdict, inquiry.because) == ("There will be a long inquiry", "true", "So.")


async def test_a_field_of_the_codebook_that_others_changed_is_not_overwritten(
    coded: Workspace, reading: Reading
) -> None:
    async with reading(coded) as pilot:
        await type_into_entry(pilot, "#verdict", "false")
        after = await changed(pilot, judge_proposition)
        await press(pilot, "ctrl+s")
        assert "Verdict: somebody else wrote “true” meanwhile" in shown(pilot)
        assert pilot.app.screen.query_one("#verdict", Input).value == "false"
        assert contents(coded) == after


async def test_a_form_of_a_proposition_that_was_deleted_saves_all_of_it(coded: Workspace, reading: Reading) -> None:
    async with reading(coded) as pilot:
        await type_into_entry(pilot, "#verdict", "false")
        await changed(pilot, delete_proposition)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, CodebookScreen))
        inquiry = session(pilot).codebook.propositions["inquiry"]
        assert (inquiry.text, inquiry.verdict) == ("There will be an inquiry", "false")


def test_names_in_another_order_are_no_change_of_others(ferry: Workspace) -> None:
    ferry.codebook.write_text(CONTRADICTED)
    before = plain_loader(ferry).collation(()).codebook
    fields = entry_fields_of(NameKind.PROPOSITION, before, "a")
    typed = {field.id: field.value for field in fields} | {"contradicts": "b; c; d"}
    ferry.codebook.write_text(CONTRADICTED.replace("c: {text: C}", "c: {text: C, contradicts: [a]}"))
    now = plain_loader(ferry).collation(()).codebook
    assert now.contradicting("a") != before.contradicting("a")
    assert merged_values(NameKind.PROPOSITION, now, "a", fields, typed)["contradicts"] == "b; c; d"
