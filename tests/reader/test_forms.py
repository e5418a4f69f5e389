"""Forms show all they have, and their buttons can be clicked and reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import go_to, reading_screen, session, settle, shown, told
from waiting import until

from tui.config import Config
from tui.reader.dialogs.entry_form import EntryForm
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.reading.screen import ReadingScreen
from tui.reader.widgets.dialog_buttons import DialogButton
from tui.reader.widgets.kind_choice import KindChoice, flow
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.marked_option_list import MarkedOptionList

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace

LABELS = ("Kind", "Speaker", "About", "Cue", "Tags", "Comment", "As", "Via", "Hedge", "Quote", "Ctrl+S save")


def value(pilot: Pilot[None], field: str) -> str:
    return pilot.app.screen.query_one(f"#{field}", LineInput).value


def missing(pilot: Pilot[None]) -> list[str]:
    """Return the labels of the statement form that are not on the screen."""
    return [label for label in LABELS if label not in shown(pilot)]


def painted(pilot: Pilot[None]) -> dict[str, str]:
    """Return the style of each piece in the first row of the focused field."""
    field = pilot.app.focused
    assert field is not None
    strip = pilot.app.screen._compositor.render_strips(pilot.app.screen.size)[field.region.y]
    return {part.text: str(part.style) for part in strip.crop(field.region.x, field.region.right)}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_form_shows_every_field_and_every_kind_in_words(
    reading: Reading, sample: Workspace, size: tuple[int, int]
) -> None:
    async with reading(sample, size=size) as pilot:
        await pilot.press("c", "tab")
        await settle(pilot)
        assert missing(pilot) == []
        assert [word for word in ("Claim", "Denial", "No comment", "new kind …") if word not in shown(pilot)] == []


async def test_offers_lie_over_the_fields_and_move_none(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(80, 24)) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: "Two crew members" in shown(pilot))
        cue = pilot.app.screen.query_one("#cue").region
        await pilot.press("tab", "tab")
        assert pilot.app.screen.query_one("#cue").region == cue
        assert missing(pilot) == []


async def test_a_button_saves_when_it_is_clicked(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Repairs will")
        await pilot.press("c", *"Olga")
        await pilot.click(DialogButton)
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        assert session(pilot).accounts[0].placed[-1].annotation.speaker == ("Olga",)


async def test_tab_reaches_the_buttons_and_enter_presses_one(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("c", "tab", "shift+tab", "shift+tab", "shift+tab")
        await until(pilot, lambda: isinstance(pilot.app.focused, DialogButton))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))


async def test_tab_after_an_offer_taken_with_enter_stays_in_the_next_field(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("c", "tab", *"radar", "enter", "tab", *"said", "tab", *"sea")
        assert value(pilot, "about") == "The radar of the Aurora failed"
        assert (value(pilot, "cue"), value(pilot, "tags")) == ("said", "sea")


async def test_enter_on_an_unknown_sentence_offers_the_new_proposition_and_again_takes_it(
    reading: Reading, ferry: Workspace
) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("c", "tab", *"fog", "enter")
        assert (value(pilot, "about"), pilot.app.focused) == ("fog", pilot.app.screen.query_one("#about"))
        await pilot.press("enter", *"said")
        assert (value(pilot, "about"), value(pilot, "cue")) == ("new: fog", "said")


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_a_key_that_quits_tells_in_a_form_what_to_press(reading: Reading, ferry: Workspace, key: str) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("c", key)
        assert told(pilot) == ["Ctrl+S saves, Esc cancels; then q quits."]
        assert isinstance(pilot.app.screen, StatementForm)


async def test_a_new_kind_is_made_in_the_form_and_chosen(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Repairs will")
        await pilot.press("c", "shift+tab", "left", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryForm))
        await pilot.press(*"Hints", "tab", "~", "tab", *"neutral", "enter", "ctrl+s")
        choice = next(screen for screen in pilot.app.screen_stack if isinstance(screen, StatementForm)).query_one(
            KindChoice
        )
        await until(pilot, lambda: choice.kind.name == "hints")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert session(pilot).accounts[0].placed[-1].annotation.kind == "hints"
    assert '  hints: {"label": Hints, "glyph": "~", "stance": neutral}\n' in ferry.codebook.read_text()


def test_kinds_flow_into_rows_of_a_width() -> None:
    assert flow([" a ", " b ", " c "], 8) == [(" a ", 0, 0), (" b ", 0, 4), (" c ", 1, 0)]
    assert flow([" a ", " b ", " c "], 11)[-1] == (" c ", 0, 8)
    assert flow([" long ", " b "], 3) == [(" long ", 0, 0), (" b ", 1, 0)]


async def test_the_cursor_and_the_selection_of_a_field_need_no_colour(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, config=Config(theme="terminal")) as pilot:
        await pilot.press("c", *"crew")
        offers = pilot.app.screen.query_one("Autocomplete OptionList", MarkedOptionList)
        assert {str(segment.style) for segment in offers.render_line(0)} == {"bright_white on blue"}
        await pilot.press(*["backspace"] * 4, *"Olga", "shift+left")
        assert painted(pilot)["Olg"] == "default on default"
        assert painted(pilot)["a"] == "underline reverse default on default"
        await pilot.press(*["tab"] * 4, *"Olga", "home")
        assert painted(pilot)["O"] == "reverse default on default"
        assert painted(pilot)["lga "] == "default on default"
