"""Making a selection the quote of an annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seen import at_cursor, go_to, hints, inspector, pane, selected, session, settle, shown, told
from waiting import follow, until

from tui.model import Annotation, RecordRef
from tui.reader.dialogs.quote_dialog import QuoteDialog

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace

PIECES = """  - id: pieces
    kind: claim
    speaker: [The company]
    quote: [Repairs, three weeks]
  - id: outer
    kind: claim
    speaker: [Ada Holm]
    quote: Nobody was hurt," captain Ada Holm
"""


def annotation(pilot: Pilot[None], annotation_id: str) -> Annotation:
    """Return an annotation of the north as the reader has it."""
    placed = session(pilot).find(RecordRef("north", annotation_id))
    assert placed is not None
    return placed.annotation


async def offered(pilot: Pilot[None], *keys: str) -> str:
    """Press keys that open the dialog, and return what it shows."""
    await pilot.press(*keys)
    await settle(pilot)
    assert isinstance(pilot.app.screen, QuoteDialog), shown(pilot)
    return shown(pilot)


async def test_five_keys_correct_a_quote_and_u_restores_its_bytes(reading: Reading, ferry: Workspace) -> None:
    before = ferry.list_file("north").read_text("utf-8")
    async with reading(ferry) as pilot:
        dialog = await offered(pilot, "]", "v", "w", "e")
        assert "old  Nobody was hurt" in dialog
        assert "new  Nobody was" in dialog
        assert "Tab" not in dialog
        await pilot.press("enter")
        await settle(pilot)
        assert told(pilot)[-1] == "The quote is changed. u undoes it."
        assert selected(pilot) == ""
        assert "Ada Holm" in inspector(pilot)
        changed = annotation(pilot, "hurt")
        assert (changed.quote, changed.cue, changed.about) == ("Nobody was", "told reporters", "nobody-hurt")
        assert changed.modified.endswith("Z")
        after = ferry.list_file("north").read_text("utf-8")
        assert after.partition("  # the company")[2] == before.partition("  # the company")[2]
        assert "    quote: Nobody was\n" in after
        await pilot.press("u")
        assert annotation(pilot, "hurt").quote == "Nobody was hurt"
    assert ferry.list_file("north").read_text("utf-8") == before


async def test_notes_stay_on_an_annotation_whose_quote_is_changed(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        session(pilot).add(Annotation("n1", "note", article="north", on="hurt", body="Who says?"))
        await offered(pilot, "]", "Q", "w", "e")
        await pilot.press("enter")
        await settle(pilot)
        assert annotation(pilot, "hurt").quote == 'Nobody was hurt," captain'
        assert "Who says?" in inspector(pilot)


async def test_the_selected_quote_is_changed_at_either_end(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("Q")
        assert told(pilot)[-1].startswith("Nothing is marked here.")
        await pilot.press("]", "Q")
        assert selected(pilot) == "Nobody was hurt"
        assert hints(pilot).index("new quote") < hints(pilot).index("note")
        await pilot.press("B")
        assert selected(pilot) == "Nobody was"
        await pilot.press("Q", "w")
        assert selected(pilot) == "was"
        await pilot.press("B", "shift+left")
        assert selected(pilot) == '"Nobody was'
        await offered(pilot, "e")
        await pilot.press("enter")
        await settle(pilot)
        assert annotation(pilot, "hurt").quote == '"Nobody was'
        assert at_cursor(pilot, 7) == '"Nobody'


async def test_a_quote_in_pieces_becomes_one(reading: Reading, ferry: Workspace) -> None:
    file = ferry.list_file("north")
    file.write_text(file.read_text("utf-8") + PIECES, "utf-8")
    async with reading(ferry) as pilot:
        await go_to(pilot, "Repairs will")
        await pilot.press("Q")
        assert selected(pilot) == "Repairs will take three weeks"
        dialog = await offered(pilot, "e")
        assert "old  Repairs […] three weeks" in dialog
        assert "2 pieces become one." in dialog
        await pilot.press("enter")
        await settle(pilot)
        assert annotation(pilot, "pieces").quote == "Repairs will take three weeks"
    assert "    quote: [Repairs will take three weeks]\n" in file.read_text("utf-8")


async def test_of_several_the_inspected_one_is_first_and_tab_chooses(reading: Reading, ferry: Workspace) -> None:
    file = ferry.list_file("north")
    file.write_text(file.read_text("utf-8") + PIECES, "utf-8")
    async with reading(ferry) as pilot:
        await offered(pilot, "]", "]", "Q", "w", "w", "e")
        first, second = pilot.app.screen.annotations  # type: ignore[attr-defined]
        assert [first.annotation.id, second.annotation.id] == ["hurt", "outer"]
        await pilot.press("tab")
        await pilot.pause()
        assert 'old  Nobody was hurt," captain Ada Holm' in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert annotation(pilot, "hurt").quote == "Nobody was hurt"
        assert annotation(pilot, "outer").quote == 'Nobody was hurt," captain Ada'


async def test_what_cannot_be_a_quote_is_not_offered(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("v", "e")
        assert told(pilot)[-1].startswith("Nothing is marked in the selection.")
        assert selected(pilot) == "Ferry"
        await pilot.press("escape", "]", "Q", "e")
        await settle(pilot)
        assert told(pilot)[-1].startswith("That is the quote already.")
        await offered(pilot, "B", "e")
        await pilot.press("escape")
        await settle(pilot)
        assert selected(pilot) == "Nobody was"
        assert session(pilot).history.done == []
        await pilot.press("escape", "e")
        await settle(pilot)
        assert "Edit the annotation" in shown(pilot)


async def test_a_record_that_others_changed_keeps_its_quote(reading: Reading, ferry: Workspace) -> None:
    path = ferry.list_file("north")
    async with reading(ferry) as pilot:
        await offered(pilot, "]", "v", "w", "e")
        path.write_text(path.read_text("utf-8").replace("told reporters", "told us"), "utf-8")
        await pilot.press("enter")
        await settle(pilot)
        assert told(pilot)[0].startswith("Not saved: ")
        assert selected(pilot) == "Nobody was"
        assert pane(pilot).selection_start is not None
    assert "quote: Nobody was hurt\n" in path.read_text("utf-8")


async def test_the_quote_is_what_was_selected_if_the_article_changes_meanwhile(
    reading: Reading, ferry: Workspace
) -> None:
    article = ferry.articles / "north.txt"
    async with reading(ferry) as pilot:
        await follow(pilot)
        await offered(pilot, "]", "v", "w", "e")
        article.write_text(f"Corrected on Friday.\n\n{article.read_text()}")
        await until(pilot, lambda: pane(pilot).article_text.startswith("Corrected"))
        await pilot.press("enter")
        await settle(pilot)
        assert annotation(pilot, "hurt").quote == "Nobody was"
        assert at_cursor(pilot, 15) == "Nobody was hurt"
