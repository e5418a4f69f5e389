"""The views, the numbers, the headers and the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, go_to, hints, inspector, pane, reading_screen, session, settle, shown, told
from textual.widgets import Static

from tui import __version__
from tui.analysis.account_view import View
from tui.config import Config
from tui.model import Annotation
from tui.reader.app import DiptychApp
from tui.reader.reading.views import Views
from tui.reader.widgets.key_bar import KeyBar
from tui.session.session import Session
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.reader_state import is_first_start, read_reader_state

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace


def gutters(pilot: Pilot[None], position: int) -> list[str]:
    """Return the gutter of every row of a pane."""
    shown_pane = pane(pilot, position)
    rows = range(shown_pane.wrapped.height)
    painted = [shown_pane.painter.segments(row, shown_pane.emphasis, None, None) for row in rows]
    left = shown_pane.left_edge
    return ["".join(segment.text for segment in row)[left : left + 5] for row in painted]


def highlighted(pilot: Pilot[None], position: int) -> set[str]:
    """Return the ids of the annotations whose words are highlighted."""
    shown_pane = pane(pilot, position)
    return {key for key in shown_pane.markup.anchored if shown_pane.emphasis.is_highlighted(key)}


def scrollbar_marks(pilot: Pilot[None], position: int) -> int:
    """Return in how many cells of its scrollbar a pane marks an annotation."""
    shown_pane = pane(pilot, position)
    cells = [strip.crop(strip.cell_length - 1) for strip in shown_pane.render_lines(shown_pane.size.region)]
    styles = [segment.style for cell in cells for segment in cell]
    return sum(style is not None and style.color != shown_pane.pane_styles["track"].color for style in styles)


async def test_v_changes_the_view_and_the_next_start_has_it(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, view=View.CONTRAST) as pilot:
        assert highlighted(pilot, 0) == {"radar-open"}
        assert highlighted(pilot, 1) == {"crew", "holm"}
        assert "view:" not in shown(pilot)
        assert scrollbar_marks(pilot, 0) == 1
        await pilot.press("V")
        assert highlighted(pilot, 0) == {"hurt", "radar-open"}
        assert scrollbar_marks(pilot, 0) == 2
        assert shown(pilot).splitlines()[-2].strip() == "view: all"
        await pilot.press("V")
        assert highlighted(pilot, 0) == set()
        assert scrollbar_marks(pilot, 0) == 0
        assert "▸" not in "".join(gutters(pilot, 0))
    assert read_reader_state(ferry).view == "mine"


async def test_brackets_go_through_what_the_view_shows(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, view=View.CONTRAST) as pilot:
        await pilot.press("]")
        assert at_cursor(pilot, 7) == "did not"
        await pilot.press("]")
        assert at_cursor(pilot, 7) == "did not"
        await pilot.press("V", "V", "]")
        assert told(pilot)[-1] == "Nothing stands out in this account; V changes the view."


async def test_the_annotation_under_the_cursor_stands_out_in_every_view(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, view=View.CONTRAST) as pilot:
        await go_to(pilot, "Nobody")
        assert highlighted(pilot, 0) == {"hurt", "radar-open"}
        await pilot.press("V", "V", "V")
        assert highlighted(pilot, 0) == {"hurt"}


async def test_every_number_of_the_sample_is_in_both_gutters(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, view=View.CONTRAST) as pilot:
        numbers = reading_screen(pilot).features.get(Views).numbers.values()
        assert len(numbers) == 9
        for position in (0, 1):
            in_gutter = "".join(gutters(pilot, position))
            assert {number for number in numbers if str(number) in in_gutter} == set(numbers)


async def test_a_number_goes_to_its_next_statement_and_brings_the_others(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("tab", "number_sign", "1", "enter")
        await settle(pilot)
        assert reading_screen(pilot).active == 1
        assert at_cursor(pilot, 9) == "The radar"
        assert pane(pilot, 0).article_text[pane(pilot, 0).cursor :].startswith("did not confirm")
        assert " 1▸ Two crew members claim: The radar of the Aurora failed   DISPUTED" in inspector(pilot)
        await pilot.press("number_sign", "1", "enter")
        await settle(pilot)
        assert at_cursor(pilot, 16) == "The radar worked"
        await pilot.press("number_sign", "7", "enter")
        await settle(pilot)
        assert told(pilot)[-1] == "There is no number 7; the last one is 1."


async def test_esc_closes_the_line_for_a_number(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("number_sign")
        await settle(pilot)
        assert hints(pilot) == ["go there", "cancel"]
        await pilot.press("x", "escape")
        await settle(pilot)
        assert pilot.app.focused is pane(pilot)
        assert "next" in hints(pilot)
        assert len(pane(pilot).account.placed) == 2


async def test_a_number_that_nothing_has(reading: Reading, ferry: Workspace) -> None:
    ferry.list_file("south").unlink()
    async with reading(ferry) as pilot:
        await pilot.press("number_sign")
        await settle(pilot)
        assert told(pilot)[-1] == "No proposition has a number: the open accounts share none."


async def test_a_note_leaves_a_sign_beside_the_glyph(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        assert "   ▸ " in gutters(pilot, 0)
        session(pilot).add(Annotation("", "note", article="north", on="hurt", body="Really?"))
        reading_screen(pilot).show_session()
        assert "  ✎▸ " in gutters(pilot, 0)


async def test_tab_chooses_what_a_note_is_on(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Nobody")
        await pilot.press("n", *"Hm")
        await settle(pilot)
        titles = []
        for _ in range(3):
            titles.append(str(pilot.app.screen.query_one(".dialog-title", Static).content))
            await pilot.press("tab")
        assert titles == ["A note on this annotation", "A note on the whole article", "A note on this annotation"]
        await pilot.press("ctrl+s")
        await settle(pilot)
        (note,) = [placed.annotation for placed in pane(pilot).account.placed if placed.annotation.kind == "note"]
        assert (note.on, note.body) == ("", "Hm")


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
async def test_the_footer_ends_alike_at_every_width(reading: Reading, ferry: Workspace, width: int) -> None:
    async with reading(ferry, size=(width, 24)) as pilot:
        await pilot.press("x", "]")
        reading_screen(pilot).show_message("Done it.")
        await pilot.pause()
        *_, above, footer = shown(pilot).splitlines()
        assert footer.endswith("t compare  E export  ? help  q quit")
        sign = "A ‹B›  view: all" if width < 80 else "view: all"
        assert above.split("   ·   ") == [f"  {sign}", "Done it."]


async def test_the_lasting_hints_can_be_clicked(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(80, 24)) as pilot:
        column = shown(pilot).splitlines()[-1].index("? help")
        await pilot.click(KeyBar, offset=(column, 0))
        await settle(pilot)
        assert "somebody asserts it" in shown(pilot)


async def test_a_header_has_the_title_only_while_the_text_does_not_show_it(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(80, 12)) as pilot:
        title = pane(pilot).account.article.title
        assert shown(pilot).splitlines()[0].split("│")[0].strip() == "A  The North"
        await pilot.press("G")
        await settle(pilot)
        assert f"A  The North · {title}"[:30] in shown(pilot).splitlines()[0]


async def test_the_active_account_has_the_heavy_rule_and_counts_in_words(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        _, counts, rule = shown(pilot).splitlines()[:3]
        assert counts.split("│")[0].strip() == "1 claim  1 open"
        assert counts.split("│")[1].strip() == "1 claim  1 denial  1 agreement"
        assert rule.split("│") == ["━" * 60, "─" * 59]
        await pilot.press("tab")
        assert shown(pilot).splitlines()[2].split("│") == ["─" * 60, "━" * 59]


async def test_the_greeting_is_shown_once(ferry: Workspace) -> None:
    def app() -> DiptychApp:
        opened = Session(plain_loader(ferry), "Mira")
        opened.open(article_ids(ferry))
        return DiptychApp(opened, Config())

    assert is_first_start()
    async with app().run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert inspector(pilot).startswith(f"Diptych {__version__}   2 accounts of one event, side by side.")
        await pilot.press("V", "]")
        assert "Diptych" not in inspector(pilot)
    assert not is_first_start()
    async with app().run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Diptych" not in inspector(pilot)


async def test_the_palette_finds_the_legend(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        await pilot.press(*"legend")
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        assert "Show the legend of the signs" in shown(pilot)


def greeted(workspace: Workspace) -> DiptychApp:
    """Return the reader at its very first start."""
    opened = Session(plain_loader(workspace), "Mira")
    opened.open(article_ids(workspace))
    return DiptychApp(opened, Config())


async def test_the_first_step_under_the_greeting_stays_at_what_is_marked_there(sample: Workspace) -> None:
    async with greeted(sample).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("]")
        assert pane(pilot).cursor == 0
        assert "working together on Syria" in inspector(pilot)
        await pilot.press("]")
        assert pane(pilot).cursor > 0


async def test_a_key_of_the_greeting_can_be_clicked(ferry: Workspace) -> None:
    async with greeted(ferry).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        row = next(y for y, line in enumerate(shown(pilot).splitlines()) if "signs and keys" in line)
        await pilot.click(offset=(shown(pilot).splitlines()[row].index("signs"), row))
        await settle(pilot)
        assert "somebody asserts it" in shown(pilot)


async def test_the_greeting_of_unmarked_texts_says_how_to_mark(ferry: Workspace) -> None:
    ferry.list_file("north").unlink()
    ferry.list_file("south").unlink()
    async with greeted(ferry).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Nothing is marked yet. Go to a sentence" in inspector(pilot)
        assert "c claim   d denial   a agreement   n note   S suggestions" in inspector(pilot)
