"""Marking, editing, deleting and undo, on the screen and on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import go_to, inspector, pane, reading_screen, session, settle, shown, told

from tui.model import Annotation, Proposition
from tui.storage.records import repository
from tui.storage.records.record_loader import RecordLoader

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace


def on_disk(workspace: Workspace, article: str = "north") -> list[Annotation]:
    """Return an article's annotations on disk.

    Fail on problems in the files.
    """
    codebook, problems = RecordLoader(workspace).codebook()
    found = RecordLoader(workspace).records(article, codebook)
    assert not problems
    assert not found.problems
    return [record.annotation for record in found.records]


async def typed(pilot: Pilot[None], text: str) -> None:
    """Type text into the focused widget."""
    await pilot.press(*("space" if character == " " else character for character in text))


@pytest.mark.parametrize(("key", "kind"), [("c", "claim"), ("d", "denial"), ("a", "agreement")])
async def test_a_sentence_is_marked_with_a_new_speaker_and_a_new_proposition(
    reading: Reading, ferry: Workspace, key: str, kind: str
) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Repairs will")
        await pilot.press(key)
        await settle(pilot)
        await typed(pilot, "Olga Berg")
        await pilot.press("tab")
        await typed(pilot, "Repairs will take three weeks")
        await pilot.press("ctrl+s")
        assert "choose a proposition" in shown(pilot)
        assert pilot.app.focused is pilot.app.screen.query_one("#about")
        assert on_disk(ferry)[-1].annotator == ""
        await pilot.press("up", "enter")
        await typed(pilot, "it said")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Saved." in told(pilot)[-1]
        assert "Olga Berg" in inspector(pilot)
    made = on_disk(ferry)[-1]
    assert made.kind == kind
    assert made.speaker == ("Olga Berg",)
    assert made.cue == "it said"
    assert made.quote == "Repairs will take three weeks, it said."
    assert made.annotator == "Mira"
    assert made.created.endswith("Z")
    codebook, _ = RecordLoader(ferry).codebook()
    assert codebook.proposition_text(made.about) == "Repairs will take three weeks"


async def test_18_keys_mark_words_with_a_known_speaker_and_they_are_inspected(
    reading: Reading, ferry: Workspace
) -> None:
    keys = ("v", "w", "w", "w", "w", "w", "c", *"coas", "enter", "tab", *"inq", "enter", "ctrl+s")
    assert len(keys) == 18
    async with reading(ferry) as pilot:
        await go_to(pilot, "Nobody was hurt")
        await pilot.press(*keys)
        await settle(pilot)
        assert "▸ The coast guard claims: There will be an inquiry" in inspector(pilot).splitlines()[0]
        marked = pane(pilot).account.by_id[reading_screen(pilot).ids_under_cursor()[0]].annotation
        assert (marked.quote, marked.about) == ('Nobody was hurt," captain Ada Holm', "inquiry")


async def test_a_marked_selection_is_completed_from_known_values(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "the radar had failed")
        await pilot.press("v", "w", "w", "w", "c")
        await settle(pilot)
        await typed(pilot, "crew")
        assert "Two crew members" in shown(pilot)
        await pilot.press("enter", "tab")
        await typed(pilot, "radar failed")
        assert "The radar of the Aurora failed" in shown(pilot)
        await pilot.press("enter", "ctrl+s")
        await settle(pilot)
    made = on_disk(ferry)[-1]
    assert made.speaker == ("Two crew members",)
    assert made.about == "radar-failed"
    assert made.quote in pane_text(ferry)
    assert len(RecordLoader(ferry).codebook()[0].propositions) == 3


def pane_text(workspace: Workspace) -> str:
    """Return the text of the north article."""
    return (workspace.articles / "north.txt").read_text(encoding="utf-8")


async def test_cancelling_a_form_asks_only_if_something_was_typed(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("c")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is pilot.app.screen_stack[0]
        await pilot.press("c")
        await settle(pilot)
        await typed(pilot, "Ada")
        await pilot.press("escape")
        await settle(pilot)
        assert "Close without saving?" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Mark a claim" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert pilot.app.screen is pilot.app.screen_stack[0]
    assert len(on_disk(ferry)) == 2


async def test_a_note_on_the_annotation_under_the_cursor(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("]", "n")
        await settle(pilot)
        await typed(pilot, "Check the crew list")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Check the crew list" in inspector(pilot)
        assert "you" in inspector(pilot)
    made = on_disk(ferry)[-1]
    assert (made.kind, made.on, made.quote, made.body) == ("note", "hurt", "", "Check the crew list")


async def test_a_note_on_a_selection_and_one_on_the_article(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "coast guard")
        await pilot.press("v", "w", "n")
        await settle(pilot)
        await typed(pilot, "Which one?")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Which one?" in inspector(pilot)
        await pilot.press("g", "n")
        await settle(pilot)
        await typed(pilot, "No byline")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "No byline" in inspector(pilot)
        assert "on the whole article" in inspector(pilot)
    on_words, on_article = sorted(on_disk(ferry)[-2:], key=lambda each: not each.quote)
    assert on_words.quote == "coast guard"
    assert (on_article.quote, on_article.on) == ("", "")


async def test_an_empty_note_is_not_saved(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Write something first" in shown(pilot)
    assert len(on_disk(ferry)) == 2


async def test_editing_a_record_in_a_list_changes_only_its_lines(reading: Reading, ferry: Workspace) -> None:
    before = ferry.list_file("north").read_text(encoding="utf-8")
    async with reading(ferry) as pilot:
        await pilot.press("]", "e")
        await settle(pilot)
        await pilot.press("tab", "tab", "end")
        await typed(pilot, " on Monday")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "told reporters on Monday" in inspector(pilot)
    after = ferry.list_file("north").read_text(encoding="utf-8")
    kept = [line for line in before.splitlines() if "cue:" not in line]
    assert [line for line in after.splitlines() if line in kept] == kept
    assert "cue: told reporters on Monday" in after


async def test_the_words_left_out_of_a_quote_and_who_reports_it(reading: Reading, ferry: Workspace) -> None:
    before = ferry.list_file("north").read_bytes()
    async with reading(ferry) as pilot:
        await go_to(pilot, "Repairs will")
        await pilot.press("c")
        await settle(pilot)
        await typed(pilot, "Olga Berg")
        await pilot.press(*["tab"] * 5)
        for text in ("she", "TASS; Interfax", "will"):
            await typed(pilot, text)
            await pilot.press("tab")
        await pilot.press("ctrl+u")
        await typed(pilot, "Repairs [...] take two weeks")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "does not have these words in this order" in shown(pilot)
        await pilot.press("ctrl+u")
        await typed(pilot, "Repairs [...] take three weeks")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Saved." in told(pilot)[-1]
        assert "Olga Berg (“she”)" in inspector(pilot)
        assert "via TASS, Interfax" in inspector(pilot)
        (marked,) = [placed for placed in session(pilot).accounts[0].placed if placed.annotation.hedge]
        assert [span.of(session(pilot).accounts[0].article.text) for span in marked.spans] == [
            "Repairs",
            "take three weeks",
        ]
        assert pane(pilot).markup.index.at(marked.spans[0].end + 1) == ()
        assert pane(pilot).markup.index.at(marked.spans[1].start) == (marked.annotation.id,)
        await pilot.press("u")
        await settle(pilot)
    made = marked.annotation
    assert (made.speaker_words, made.via, made.hedge) == ("she", ("TASS", "Interfax"), "will")
    assert ferry.list_file("north").read_bytes() == before


async def test_delete_undo_and_redo(reading: Reading, ferry: Workspace) -> None:
    before = ferry.list_file("north").read_bytes()
    async with reading(ferry) as pilot:
        await pilot.press("]", "x")
        await settle(pilot)
        assert "hurt" not in {each.id for each in on_disk(ferry)}
        assert b"# the company keeps quiet" in ferry.list_file("north").read_bytes()
        await pilot.press("u")
        assert ferry.list_file("north").read_bytes() == before
        assert "Undone: claim deleted." in told(pilot)
        await pilot.press("ctrl+r")
        assert "hurt" not in {each.id for each in on_disk(ferry)}
        await pilot.press("u", "u")
        assert "There is nothing to undo." in told(pilot)
    assert ferry.list_file("north").read_bytes() == before


async def test_undo_removes_a_new_record_and_redo_restores_its_bytes(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await typed(pilot, "A thought")
        await pilot.press("ctrl+s")
        await settle(pilot)
        (made,) = ferry.records("north").glob("*.yaml")
        content = made.read_bytes()
        await pilot.press("u")
        assert not made.exists()
        await pilot.press("ctrl+r")
        assert made.read_bytes() == content


async def test_deleting_an_annotation_with_notes_asks_and_one_undo_restores_all(
    reading: Reading, ferry: Workspace
) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("]", "n")
        await settle(pilot)
        await typed(pilot, "Who says?")
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "1 note on it" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert [each.id for each in on_disk(ferry)] == ["radar-open"]
        await pilot.press("u")
        assert {each.kind for each in on_disk(ferry)} == {"claim", "no-comment", "note"}


async def test_a_step_that_cannot_be_undone_names_the_key_that_skips_it(reading: Reading, ferry: Workspace) -> None:
    before = ferry.list_file("north").read_bytes()
    async with reading(ferry) as pilot:
        await pilot.press("U")
        assert told(pilot)[-1] == "There is no step to skip."
        await pilot.press("]", "x")
        await settle(pilot)
        record = session(pilot).add(Annotation("n1", "note", article="north", body="Hm."))
        record.file.unlink()
        await pilot.press("u")
        assert told(pilot)[0].startswith("Not undone: ")
        assert told(pilot)[0].endswith(". U skips this step.")
        assert ferry.list_file("north").read_bytes() != before
        await pilot.press("U")
        assert told(pilot)[-1] == "Skipped: note added."
        await pilot.press("u")
        assert told(pilot)[-1] == "Undone: claim deleted."
    assert ferry.list_file("north").read_bytes() == before


async def test_a_new_proposition_is_undone_with_its_statement(reading: Reading, ferry: Workspace) -> None:
    before = ferry.codebook.read_bytes()
    async with reading(ferry) as pilot:
        fog = Proposition("fog", "There was fog")
        session(pilot).add(Annotation("n1", "note", article="north", about="fog", body="Hm."), fog)
        session(pilot).add(Annotation("n2", "note", article="south", about="fog", body="Hm."))
        await pilot.press("u", "u")
        assert told(pilot)[-1] == "Undone: note added."
        assert ferry.codebook.read_bytes() == before
        await pilot.press("ctrl+r", "ctrl+r")
        repository.create(ferry, Annotation("n3", "note", article="south", about="fog"))
        await pilot.press("u", "u")
        assert "“There was fog” stays" in told(pilot)[-1]
        assert ferry.codebook.read_bytes() != before


async def test_overlapping_annotations_ask_which_one_is_meant(reading: Reading, sample: Workspace) -> None:
    async with reading(sample) as pilot:
        await go_to(pilot, "come together")
        assert len(pane(pilot).under_cursor()) == 2
        await pilot.press("enter")
        await settle(pilot)
        assert "Open which?" in shown(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "line " in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is pilot.app.screen_stack[0]


async def test_a_change_by_others_is_not_overwritten(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("]", "e")
        await settle(pilot)
        path = ferry.list_file("north")
        path.write_text(path.read_text(encoding="utf-8").replace("told reporters", "told us"), encoding="utf-8")
        await pilot.press("tab", "tab", "end")
        await typed(pilot, "!")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Somebody else changed this record" in shown(pilot)
        assert session(pilot).history.done == []
    assert "told us" in ferry.list_file("north").read_text(encoding="utf-8")
