"""Who marked what: in the gutter, the list of records, and the headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seen import pane, reading_screen, shown
from waiting import until

from tui.analysis.account_view import View
from tui.analysis.filters import Filter
from tui.reader.reading.filter import FilterRecords, scope_in_words
from tui.reader.screens.records.screen import RecordsScreen

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace

MORE = """  - {id: ben, kind: claim, quote: ran aground on Monday, annotator: ben}
  - {id: cy, kind: claim, quote: ran aground on Monday, annotator: Cy}
"""


def gutter(pilot: Pilot[None], words: str) -> str:
    """Return the gutter of the row in which words of the first account begin."""
    first = pane(pilot, 0)
    row = first.wrapped.row_at(first.article_text.index(words))
    painted = first.painter.segments(row, first.emphasis, None, None)
    return "".join(segment.text for segment in painted)[first.left_edge : first.left_edge + 5]


def said(pilot: Pilot[None], position: int) -> str:
    """Return the counts in a header."""
    return reading_screen(pilot).columns[position].header.render().plain.split("\n")[1].strip()


async def test_a_person_with_two_names_is_picked_and_every_header_says_so(reading: Reading, ferry: Workspace) -> None:
    ferry.codebook.write_text(ferry.codebook.read_text() + "annotators:\n  Ben Okafor: [ben]\n")
    file = ferry.list_file("north")
    file.write_text(file.read_text() + MORE)
    async with reading(ferry, view=View.ALL) as pilot:
        assert gutter(pilot, "ran aground") == "  ²▸ "
        await pilot.press("W", *"okafor", "enter")
        assert reading_screen(pilot).features.get(FilterRecords).filter.annotators == ("Ben Okafor",)
        assert said(pilot, 0) == "1 of 4 annotations: only Ben Okafor"
        assert said(pilot, 1) == "0 of 3 annotations: only Ben Okafor"
        assert gutter(pilot, "ran aground") == "   ▸ "
        await pilot.resize_terminal(80, 16)
        await until(pilot, lambda: "1 of 4: only Ben" in shown(pilot))
        await pilot.resize_terminal(120, 40)
        for key in "tp":
            await pilot.press(key)
            assert "all, not only Ben Okafor" in shown(pilot).splitlines()[0]
            await pilot.press("q")
        await pilot.press("J", "E")
        await until(pilot, lambda: "Export: adjudicated only · all, not only Ben Okafor" in shown(pilot))
        await pilot.press("escape", "W", "J", "t")
        assert "not only" not in shown(pilot).splitlines()[0]
        await pilot.press("q", "V")
        assert said(pilot, 0) == "0 of 4 annotations: view mine"
        await pilot.press("N")
        assert isinstance(pilot.app.screen, RecordsScreen)
        assert [(entry.annotation.id, entry.also) for entry in pilot.app.screen.matching if entry.also] == [
            ("ben", ("Cy",)),
            ("cy", ("Ben Okafor",)),
        ]
        assert "Ben Okafor +1" in shown(pilot)


def test_a_header_says_what_a_filter_keeps() -> None:
    assert scope_in_words(Filter(annotators=("Ada", "Ben"))) == "only Ada or Ben"
    assert scope_in_words(Filter(annotators=("",))) == "only annotator none"
    assert scope_in_words(Filter(annotators=("Ada",), kinds=("claim",))) == "only kind claim · annotator Ada"
