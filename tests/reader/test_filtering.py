"""The list of records and its filter, which dims everything else."""

from __future__ import annotations

import re
from asyncio import timeout
from threading import Event, get_ident
from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, go_to, pane, reading_screen, session, shown
from waiting import until

from tui.analysis.filters import Filter
from tui.layout.glyphs import UNICODE
from tui.model import Annotation, Codebook, TextSelector
from tui.reader.reading.filter import FilterRecords
from tui.reader.screens.records.rows import RecordRows, record_detail
from tui.reader.screens.records.screen import RecordsScreen
from tui.reader.widgets.pane.painter import Markup
from tui.session import overview
from tui.session.record_list import RecordEntry

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.layout.glyphs import Glyphs
    from tui.model import Account, Workspace


def records(pilot: Pilot[None]) -> RecordsScreen:
    """Return the list of records on top."""
    screen = pilot.app.screen
    assert isinstance(screen, RecordsScreen)
    return screen


def listed(pilot: Pilot[None]) -> list[str]:
    """Return the ids of what is listed."""
    return [entry.annotation.id for entry in records(pilot).matching]


async def test_everything_is_listed_with_notes_after_what_they_are_on(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        session(pilot).add(Annotation("n1", "note", article="north", on="hurt", body="Is that so?"))
        session(pilot).add(Annotation("n2", "note", about="inquiry", body="When?"))
        await pilot.press("N")
        assert listed(pilot) == ["hurt", "n1", "radar-open", "crew", "holm", "agreed", "n2"]
        assert "7 records   c ▸ 2 claims" in shown(pilot)
        assert "on A1" in shown(pilot)


FILTERS = (
    (("d",), ["holm"]),
    (("d", "a"), ["holm", "agreed"]),
    (("d", "d"), ["hurt", "radar-open", "crew", "holm", "agreed"]),
    (("o",), ["radar-open"]),
    (("slash", *"inquiry", "enter"), ["agreed"]),
    (("s", *"holm", "enter"), ["hurt", "holm"]),
    (("s", *"holm", "enter", "d"), ["holm"]),
    (("s", *"holm", "enter", "s"), ["hurt", "radar-open", "crew", "holm", "agreed"]),
    (("p", *"radar", "enter"), ["radar-open", "crew", "holm"]),
    (("t", "enter"), ["radar-open"]),
    (("w", "enter"), ["hurt", "radar-open", "crew", "holm", "agreed"]),
    (("s", "escape"), ["hurt", "radar-open", "crew", "holm", "agreed"]),
)


async def test_single_keys_filter_the_list(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        for keys, wanted in FILTERS:
            await pilot.press("N", *keys)
            assert listed(pilot) == wanted, keys
            while pilot.app.screen is not reading_screen(pilot):
                await pilot.press("escape")


async def test_enter_goes_to_the_record_and_keeps_the_filter(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "d", "enter")
        assert at_cursor(pilot, 16) == "The radar worked"
        assert pane(pilot, 0).emphasis.dimmed == frozenset({"hurt", "radar-open"})
        assert pane(pilot, 1).emphasis.dimmed == frozenset({"crew", "agreed"})
        await until(pilot, lambda: "kind denial: 1 of 5" in shown(pilot))


async def test_escape_clears_the_filter(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "d", "q")
        assert reading_screen(pilot).features.get(FilterRecords).filter == Filter(kinds=("denial",))
        await pilot.press("escape")
        assert pane(pilot, 0).emphasis.dimmed is None
        assert "kind denial" not in shown(pilot)


async def test_escape_in_the_list_clears_the_filter_and_then_closes(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "d", "slash", *"xyz")
        assert listed(pilot) == []
        await pilot.press("escape")
        assert len(listed(pilot)) == 5
        await pilot.press("escape")
        assert pilot.app.screen is reading_screen(pilot)
        assert not reading_screen(pilot).features.get(FilterRecords).filter.active


async def test_escape_clears_a_selection_before_the_filter(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "d", "q", "v", "l", "escape")
        assert reading_screen(pilot).features.get(FilterRecords).filter.active
        await pilot.press("escape")
        assert not reading_screen(pilot).features.get(FilterRecords).filter.active


async def test_brackets_skip_dimmed_annotations(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "o", "q", "]")
        assert at_cursor(pilot, 15) == "did not confirm"


async def test_the_list_opens_with_the_active_filter(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "d", "q", "N")
        assert listed(pilot) == ["holm"]


async def test_a_note_on_a_proposition_has_no_place_in_an_article(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        session(pilot).add(Annotation("n2", "note", about="inquiry", body="When?"))
        await pilot.press("N", "G", "enter")
        assert records(pilot)
        assert "not in an article" in shown(pilot)


async def test_a_note_on_an_annotation_leads_to_that_annotation(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        session(pilot).add(Annotation("n1", "note", article="south", on="holm", body="Really?"))
        await pilot.press("N", "n", "enter")
        assert at_cursor(pilot, 16) == "The radar worked"


async def test_who_recorded_what_is_a_column_if_several_people_did(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        session(pilot).add(Annotation("n1", "note", article="north", body="Is that so?"))
        await pilot.press("N", "n")
        assert re.search(r"✎ Note {38}you {13}Is that so\?", shown(pilot))
        await pilot.press("n")
        assert re.search(r"▸ Claim +Ada Holm {36}“", shown(pilot))


def test_a_note_has_its_annotator_in_the_place_of_a_speaker_if_all_are_by_one() -> None:
    entries = (RecordEntry("A1", "north", Annotation("n1", "note", body="So?", annotator="Bea")),)
    plain = [
        RecordRows(entries, Codebook(), UNICODE, annotators=several).lines(0, 100, current=False)[0].plain
        for several in (False, True)
    ]
    assert [re.split(" {2,}", line) for line in plain] == [["A1", "✎ Note", "Bea", "So?"]] * 2
    assert [line.index("Bea") for line in plain] == [26, 54]


@pytest.mark.parametrize("state", ["exact", "adjusted", "review", "orphan", ""])
def test_a_quote_that_does_not_count_is_marked(state: str) -> None:
    entry = RecordEntry("A1", "north", Annotation("c1", "claim", target=TextSelector("it is so")), state)
    (line,) = RecordRows((entry,), Codebook(), UNICODE, annotators=False).lines(0, 100, current=False)
    marked = {"review": "review  ", "orphan": "orphan  "}.get(state, "")
    assert line.plain.endswith(f"own voice{' ' * 19}{marked}“it is so”")


async def test_control_characters_are_shown_harmless(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        body = "[Reuters] said [/] \x1b[31m[@click=app.quit]x"
        session(pilot).add(Annotation("n1", "note", article="north", body=body))
        await go_to(pilot, "Nobody")
        await pilot.press("N", "n")
        assert "[Reuters] said [/] ␛[31m[@click=app.quit]x" in shown(pilot)


@pytest.mark.parametrize(("longest", "computed"), [(1, True), (1000, False)])
async def test_long_lists_are_computed_before_they_are_opened(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch, longest: int, computed: bool
) -> None:
    monkeypatch.setattr(overview, "QUICK_RECORDS", longest)
    async with reading(ferry) as pilot:
        async with timeout(20):
            while computed and "records" not in vars(session(pilot).overview):
                await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert ("records" in vars(session(pilot).overview)) is computed


async def test_long_lists_open_before_they_are_computed_and_fill_themselves(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_compute, computed_in = Event(), set[int]()
    indexed: list[Account] = []
    compute, markup_of = overview.Overview._compute, Markup.of

    def wait_and_compute(self: overview.Overview, part: overview.Part) -> object:
        may_compute.wait(20)
        computed_in.add(get_ident())
        return compute(self, part)

    def count_and_index(account: Account, codebook: Codebook, *, glyphs: Glyphs) -> Markup:
        indexed.append(account)
        return markup_of(account, codebook, glyphs=glyphs)

    monkeypatch.setattr(overview, "QUICK_RECORDS", 1)
    monkeypatch.setattr(overview.Overview, "_compute", wait_and_compute)
    async with reading(ferry) as pilot:
        try:
            for key, waiting in (("t", "Comparing 5 records …"), ("p", "Comparing 5 records …")):
                await pilot.press(key)
                assert waiting in shown(pilot)
                await pilot.press(key)
            await pilot.press("N", "slash", *"wor")
            assert "Listing 5 records …" in shown(pilot)
        finally:
            may_compute.set()
        await until(pilot, lambda: "Listing" not in shown(pilot) and listed(pilot) == ["holm"])
        monkeypatch.setattr(Markup, "of", count_and_index)
        await pilot.press("enter", "q")
        await until(pilot, lambda: "1 of 5" in shown(pilot))
    assert get_ident() not in computed_in
    assert indexed == []  # nothing was changed, so no text is indexed again


def test_the_detail_of_a_record_has_a_last_line_only_if_there_is_more_to_tell() -> None:
    bare = RecordEntry("A1", "a", Annotation("c", "claim", "a", TextSelector("Fog")), "exact")
    tagged = RecordEntry("A1", "a", Annotation("c", "claim", "a", TextSelector("Fog"), tags=("sea",)), "exact")
    assert [str(line) for line in record_detail(bare, Codebook(), "Mira")] == ["“Fog”"]
    assert [str(line) for line in record_detail(tagged, Codebook(), "Mira")] == ["“Fog”", "#sea"]
