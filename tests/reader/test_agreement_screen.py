"""The agreement screen: figures, disagreements, and settling them."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from five_annotators import five_annotators
from seen import at_cursor, pane, reading_screen, session, settle, shown, told
from textual.widgets import Input
from two_coders import two_coders

from tui.analysis.agreement.agreement import find_agreement
from tui.errors import SaveError
from tui.layout.glyphs import ASCII, UNICODE
from tui.layout.graphemes import cell_len
from tui.model import Annotation, TextSelector
from tui.reader.dialogs.entry_form import EntryForm
from tui.reader.dialogs.help_dialog import HelpDialog
from tui.reader.dialogs.log_dialog import LogDialog
from tui.reader.dialogs.overlay import tell_overlays
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.dialogs.value_picker import ValuePicker
from tui.reader.dialogs.work_dialog import WorkDialog, run_work
from tui.reader.reading.new_kind import KindMaker
from tui.reader.screens.agreement.figure_rows import chosen_figures, cut_figures, figure_lines
from tui.reader.screens.agreement.keys import agreement_hints
from tui.reader.screens.agreement.rows import DisagreementRows, disagreement_detail, sides_head, squeeze
from tui.reader.screens.agreement.screen import AgreementScreen
from tui.reader.screens.agreement.summary import left_out, too_few
from tui.reader.widgets.key_bar import KeyBar
from tui.session.agreement_list import DisagreedPlace, disagreed_places
from tui.session.blind_mode import blind_refusal
from tui.session.pending_edit import PendingEdit
from tui.storage.records import repository
from tui.storage.workspace.draft_files import read_drafts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from opening import Reading
    from textual.pilot import Pilot
    from textual.screen import Screen

    from tui.model import Workspace


def page(pilot: Pilot[None]) -> AgreementScreen:
    """Return the screen, which dialogs may cover."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, AgreementScreen))


async def opened(pilot: Pilot[None]) -> AgreementScreen:
    """Open the screen, and return it once everything is computed."""
    await pilot.press("C")
    await pilot.app.workers.wait_for_complete()
    await settle(pilot)
    return page(pilot)


def words(pilot: Pilot[None]) -> list[str]:
    """Return the words of the places that are listed."""
    return [place.words for place in page(pilot).shown]


def said(pilot: Pilot[None]) -> str:
    return page(pilot).query_one(KeyBar).message


async def test_a_place_is_found_visited_and_found_again(reading: Reading, tmp_path: Path) -> None:
    async with reading(two_coders(tmp_path)) as pilot:
        await opened(pilot)
        assert words(pilot) == ["Nobody was hurt", "The radar had failed", "Repairs will take three weeks"]
        screen = shown(pilot)
        assert "Ada and Ben · 1 article · 4 marked places   3 differ, by place" in screen
        assert "Spans, exact: F1         0.571" in screen
        assert "1 Ada  ▸ Claim  Ada Holm  Nobody was hurt" in screen
        await pilot.press("n")
        assert words(pilot) == ["The radar had failed"]
        await pilot.press("slash", *"zz")
        assert words(pilot) == []
        await pilot.press("escape")
        assert len(words(pilot)) == 3
        await pilot.press("enter")
        await settle(pilot)
        assert pilot.app.screen is reading_screen(pilot)
        assert at_cursor(pilot, 9) == "The radar"
        await opened(pilot)
        assert page(pilot).place == page(pilot).shown[1]
        await pilot.press("escape")
        assert pilot.app.screen is reading_screen(pilot)


def files(workspace: Workspace) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in workspace.annotations.rglob("*.yaml")}


def results(pilot: Pilot[None]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return kind, words and what it resolves of each result."""
    annotations = [placed.annotation for placed in session(pilot).accounts[0].placed]
    return [(one.kind, one.quote, one.resolves) for one in annotations if one.resolves]


async def test_places_are_settled_in_each_way_and_unsettled(reading: Reading, tmp_path: Path) -> None:
    workspace = two_coders(tmp_path)
    before = files(workspace)
    async with reading(workspace) as pilot:
        screen = await opened(pilot)
        await pilot.press("2")
        assert said(pilot) == "Settled: like Ben. u undoes it."
        assert results(pilot) == [("denial", "Nobody was hurt", ("ada2", "ben2"))]
        assert words(pilot) == ["The radar had failed", "Repairs will take three weeks"]
        assert "2 differ, by place   1 settled: t shows them" in shown(pilot)
        await pilot.press("t")
        assert "settled by Mira" in shown(pilot)
        await pilot.press("k")
        assert "settled by Mira  ✗ Denial  Ada Holm  Nobody was hurt" in shown(pilot)
        await pilot.press("t", "b")
        assert [kind for kind, _, ids in results(pilot) if ids == ("ada3", "ben3")] == ["claim", "claim"]
        await pilot.press("1")
        assert said(pilot) == "Settled: like Ada, who did not mark it. u undoes it."
        assert results(pilot)[-1] == ("note", "Repairs will take three weeks", ("ben4",))
        assert "All places at which they differ are settled." in shown(pilot)
        await pilot.press("u")
        assert screen.place == screen.shown[0]
        await pilot.press("u", "u")
        assert said(pilot) == "Undone: disagreement settled."
        assert len(words(pilot)) == 3
        assert files(workspace) == before
        await pilot.press("e")
        await settle(pilot)
        assert isinstance(pilot.app.screen, StatementForm)
        assert pilot.app.screen.query_one("#speaker", Input).value == "Ada Holm"
        await pilot.press("end", "s", "ctrl+s")
        await settle(pilot)
        assert said(pilot) == "Settled by the form. u undoes it."
        assert results(pilot) == [("claim", "Nobody was hurt", ("ada2", "ben2"))]
        assert len(words(pilot)) == 2
        await pilot.press("q", "J")
        assert "adjudicated only: 2 records left out  Esc shows all" in shown(pilot)
        assert pane(pilot).emphasis.dimmed == frozenset({"ada2", "ben2"})
        for key in "tpN":
            await pilot.press(key)
            await settle(pilot)
            assert "adjudicated only" in shown(pilot).splitlines()[0]
            await pilot.press("q")
        await pilot.press("escape")
        assert pane(pilot).emphasis.dimmed is None
        assert "adjudicated only" not in shown(pilot)


async def test_marks_of_others_go_when_blind_mode_begins(reading: Reading, tmp_path: Path) -> None:
    async with reading(two_coders(tmp_path)) as pilot:
        await opened(pilot)
        assert "Nobody was hurt" in shown(pilot)
        collation = session(pilot).collation
        session(pilot).adopt(replace(collation, codebook=replace(collation.codebook, blind=True)))
        tell_overlays(pilot.app)
        for key in ("tab", "f", "t", "w", "e", "1"):
            assert "blind: what others marked is hidden" in shown(pilot)
            await pilot.press(key)
            assert [word for word in ("hurt", "Ada", "Ben", "F1") if word in shown(pilot)] == [], key
        session(pilot).adopt(collation)
        tell_overlays(pilot.app)
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        assert len(words(pilot)) == 3


async def test_a_log_shows_nothing_of_others_when_blind_mode_begins(reading: Reading, tmp_path: Path) -> None:
    async with reading(two_coders(tmp_path)) as pilot:
        log = LogDialog("Changes", ["Ben added it"], lambda: blind_refusal(session(pilot)))
        await pilot.app.push_screen(log)
        assert "Ben added it" in shown(pilot)
        collation = session(pilot).collation
        session(pilot).adopt(replace(collation, codebook=replace(collation.codebook, blind=True)))
        tell_overlays(pilot.app)
        await settle(pilot)
        assert "blind: what others marked is hidden" in shown(pilot)
        assert "Ben added it" not in shown(pilot)


@pytest.mark.parametrize(("key", "opened_by_it"), [("w", ValuePicker), ("e", StatementForm)])
async def test_dialogs_over_the_page_close_when_blind_mode_begins(
    reading: Reading, tmp_path: Path, key: str, opened_by_it: type[Screen[object]]
) -> None:
    workspace = two_coders(tmp_path)
    mark = Annotation("", "claim", article="ferry", annotator="Cy", target=TextSelector("Repairs"))
    repository.create(workspace, mark)
    async with reading(workspace) as pilot:
        await opened(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(pilot.app.screen, opened_by_it)
        await pilot.press("s")
        collation = session(pilot).collation
        session(pilot).adopt(replace(collation, codebook=replace(collation.codebook, blind=True)))
        tell_overlays(pilot.app)
        await settle(pilot)
        assert pilot.app.screen is page(pilot)
        drafts = [draft.annotation for draft in read_drafts(session(pilot).workspace)]
        assert [draft.speaker for draft in drafts] == ([("The coast guards",)] if key == "e" else [])
        assert any("kept as a draft" in message for message in told(pilot)) is bool(drafts)


async def begin_blind_mode(pilot: Pilot[None]) -> None:
    collation = session(pilot).collation
    session(pilot).adopt(replace(collation, codebook=replace(collation.codebook, blind=True)))
    tell_overlays(pilot.app)
    await settle(pilot)


async def settling_form(pilot: Pilot[None]) -> StatementForm:
    """Open the page, and the form that settles a disagreement."""
    await opened(pilot)
    await pilot.press("e")
    await settle(pilot)
    form = pilot.app.screen
    assert isinstance(form, StatementForm)
    return form


async def test_a_dialog_that_is_opened_in_blind_mode_stays(reading: Reading, tmp_path: Path) -> None:
    async with reading(two_coders(tmp_path)) as pilot:
        await opened(pilot)
        await begin_blind_mode(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        tell_overlays(pilot.app)
        await settle(pilot)
        assert isinstance(pilot.app.screen, HelpDialog)


async def test_a_form_stays_when_blind_mode_begins_if_no_draft_can_be_kept(
    reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SaveError("the disk is full")

    async with reading(two_coders(tmp_path)) as pilot:
        form = await settling_form(pilot)
        await pilot.press("s")
        form.keep_draft()
        monkeypatch.setattr(PendingEdit, "keep_draft", fail)
        await pilot.press("t")
        await begin_blind_mode(pilot)
        assert pilot.app.screen is form
        assert "No draft could be kept: the disk is full" in shown(pilot)
        assert not any("kept as a draft" in message for message in told(pilot))


async def test_a_form_with_its_first_text_again_leaves_no_draft_when_blind_mode_begins(
    reading: Reading, tmp_path: Path
) -> None:
    async with reading(two_coders(tmp_path)) as pilot:
        form = await settling_form(pilot)
        await pilot.press("tab", "x")
        form.keep_draft()
        await pilot.press("backspace")
        assert form.draft == form.annotation
        await begin_blind_mode(pilot)
        assert pilot.app.screen is page(pilot)
        assert told(pilot) == []
        assert read_drafts(session(pilot).workspace) == ()


@pytest.mark.parametrize("typed", ["", "label"])
async def test_a_form_of_a_kind_stays_when_blind_mode_begins_if_something_was_typed(
    reading: Reading, tmp_path: Path, typed: str
) -> None:
    async with reading(two_coders(tmp_path)) as pilot:
        await settling_form(pilot)
        await pilot.app.push_screen(KindMaker(session(pilot)).form())
        await pilot.press(*typed)
        await begin_blind_mode(pilot)
        front = pilot.app.screen
        assert isinstance(front, EntryForm) is bool(typed)


async def test_work_goes_on_when_blind_mode_begins(reading: Reading, tmp_path: Path) -> None:
    async with reading(two_coders(tmp_path)) as pilot:
        screen, may_end = await opened(pilot), Event()

        async def work() -> bool | None:
            return await run_work(pilot.app, "Counting", lambda _: may_end.wait(30))

        worker = screen.run_worker(work())
        await settle(pilot)
        await begin_blind_mode(pilot)
        assert isinstance(pilot.app.screen, WorkDialog)
        may_end.set()
        await worker.wait()
        assert worker.result is True


def places(annotators: Iterable[str] = ()) -> tuple[DisagreedPlace, ...]:
    collation = five_annotators()
    return disagreed_places(find_agreement(collation, tuple(annotators)).whole, collation)


def listed(annotators: tuple[str, ...], width: int) -> list[list[str]]:
    rows = DisagreementRows(places(annotators), annotators, five_annotators().codebook, UNICODE)
    lines = [rows.lines(index, width, current=False) for index in range(len(rows))]
    assert [len(row) for row in lines] == [rows.height(index, width) for index in range(len(rows))]
    assert {line.cell_length for row in lines for line in row} == {width}
    return [[" ".join(line.plain.split()) for line in row] for row in lines]


def test_a_row_has_a_line_for_all_that_differs_with_a_column_for_each_annotator() -> None:
    assert listed(("Ada", "Ben"), 90) == [
        ["A kind “bbbbbbbbbb” ▸ Claim ✗ Denial"],
        ["B proposition “eeeeeeeeee” One. Two."],
        ["B not marked “ffffffffff” – ▸ Sun"],
    ]
    assert sides_head(("Ada", "Ben"), 90).plain.split() == ["Differ", "in", "Words", "1", "Ada", "2", "Ben"]


def test_one_row_has_what_all_of_them_chose_if_there_is_no_room_for_columns() -> None:
    five = ("Ada", "Ben", "Cem", "Dora", "machine:rules")
    assert listed(five, 76)[0] == [
        "A span “aaaaaaaaaa” 2 spans",
        "kind Dora ✗ Denial · Ada, Ben, Cem, ma…",
        "speaker machine:rules Moon · Ada, Ben, Ce…",
    ]
    assert listed(five, 120)[0][1] == "kind ▸ Claim ▸ Claim ▸ Claim ✗ Denial ▸ Claim"


def test_what_fewer_chose_is_bold_so_that_it_is_seen_without_colours() -> None:
    five = ("Ada", "Ben", "Cem", "Dora", "machine:rules")
    rows = DisagreementRows(places(five), five, five_annotators().codebook, UNICODE)
    kind = rows.lines(0, 120, current=False)[1]
    bold = {kind.plain[span.start : span.end].strip() for span in kind.spans if "bold" in str(span.style)}
    assert "✗ Denial" in bold
    assert not any("Claim" in words for words in bold)


async def test_a_place_is_settled_as_the_list_shows_it_while_others_are_compared(
    reading: Reading, tmp_path: Path
) -> None:
    async with reading(two_coders(tmp_path)) as pilot:
        await opened(pilot)
        others = replace(find_agreement(five_annotators()).whole, annotators=("Zoe", "Ada"))
        with mock.patch.object(AgreementScreen, "contrast", others):
            await pilot.press("j", "2")
            await settle(pilot)
        assert results(pilot) == [("claim", "radar had failed", ("ada3", "ben3"))]


async def test_a_high_screen_has_a_line_for_each_annotator(reading: Reading, tmp_path: Path) -> None:
    workspace = two_coders(tmp_path)
    file = workspace.list_file("ferry")
    others = (f"  - {{id: {name}, annotator: {name}, kind: denial, quote: Nobody was hurt}}\n" for name in "cde")
    file.write_text(file.read_text() + "".join(others))
    async with reading(workspace, size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("j")
        assert "5 e  ✗ Denial" in shown(pilot)
        await pilot.resize_terminal(120, 24)
        assert "5 e  ✗ Denial" not in shown(pilot)


def test_the_detail_has_everybody_and_marks_what_is_not_shared() -> None:
    place, book = places()[0], five_annotators().codebook
    everybody = find_agreement(five_annotators()).annotators
    lines = disagreement_detail(place, everybody, book, UNICODE)
    assert [line.plain for line in lines][3:] == [
        "4 Dora  ✗ Denial  Sun  One.  “aaaaaaaaaa”",
        "5 machine:rules  ▸ Claim  Moon  One.  “aaaaa”",
    ]
    marked = [
        line.plain[span.start : span.end] for line in lines for span in line.spans if "underline" in str(span.style)
    ]
    assert marked == ["aaaaa"] * 4
    last = disagreement_detail(places()[2], everybody, book, UNICODE)[-1]
    assert last.plain == "1 Ada, 2 Ben, 4 Dora, 5 machine:rules did not mark it"


def test_a_figure_has_its_interval_when_it_is_known() -> None:
    contrast = find_agreement(five_annotators()).whole
    figures = contrast.figures
    assert [figure.measure for _, figure in chosen_figures(figures, complete=False)] == [
        "span-f1-exact",
        "kind-fleiss-kappa",
        "speaker-alpha",
        "proposition-alpha",
    ]
    line = figure_lines(contrast, [(0, figures[0])], 0, UNICODE)[1].plain
    assert line.split() == ["Spans,", "exact:", "F1", "0.500", "4", "…", "5", "marked", "places"]
    assert figure_lines(contrast, [(0, figures[0])], 1, UNICODE)[1].plain.split()[5:7] == ["0.100", "to"]
    everything = figure_lines(contrast, chosen_figures(figures, complete=True), 9, UNICODE)
    assert len(everything) == 1 + 9
    assert [line.plain for line in cut_figures(everything, 5)][3:] == [everything[3].plain, "and 6 more"]
    assert cut_figures(everything, 10) == everything


@pytest.mark.parametrize(("names", "begins"), [(("Ada",), "What is open was marked only by Ada, so"), ((), "")])
def test_with_fewer_than_two_annotators_it_says_what_to_do(names: tuple[str, ...], begins: str) -> None:
    agreement = find_agreement(five_annotators(), names)
    assert too_few(agreement).startswith(begins)
    assert bool(too_few(agreement)) is bool(begins)
    nameless = replace(find_agreement(five_annotators()), annotators=("",))
    assert too_few(nameless).startswith("What is open was marked without a name only, so")
    assert "third, which only Ada read" in left_out(find_agreement(five_annotators()), ASCII).plain


@pytest.mark.parametrize(
    ("annotators", "pairs", "keys"),
    [(2, False, "Enter 12 b e 0 u / o f ? Esc"), (2, True, "Enter 12 b e 0 u Tab w / o f ? Esc"), (1, False, "? Esc")],
)
def test_the_footer_has_the_keys_that_do_something(annotators: int, pairs: bool, keys: str) -> None:
    hints = agreement_hints(empty=False, annotators=annotators, pairs=pairs, filtered=False, can_undo=True)
    assert [hint.key.replace(" ", "") for hint in hints] == keys.split()


def test_a_line_is_squeezed_to_its_ends() -> None:
    assert squeeze("船は九時に出た", 8) == "船は…た"
    assert cell_len(squeeze("船は九時に出た", 9)) <= 9
    assert [squeeze("the ferry left at nine", width) for width in (1, 2, 11, 22)] == [
        "the ferry left at nine",
        "t…",
        "the f… nine",
        "the ferry left at nine",
    ]
