"""The comparison: its rows, its filters, and the evidence of its cells."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from collations import Telling, annotate, codebook, collate
from relations import ROWS, related
from seen import go_to, pane, reading_screen, settle, shown
from textual.widgets import Input

from tui.analysis.comparison import Status, compare_accounts
from tui.config import Config
from tui.layout.glyphs import ASCII, UNICODE
from tui.model import AnchorState, Byline, Proposition, Workspace
from tui.reader.app import DiptychApp
from tui.reader.screens.comparison.cells import ShownLine, cell_lines
from tui.reader.screens.comparison.evidence import count_statements, evidence_lines, visited_statements
from tui.reader.screens.comparison.rows import ComparisonRows, with_rules
from tui.reader.screens.comparison.screen import ComparisonScreen
from tui.reader.screens.comparison.summary import accounts_line, status_totals
from tui.session.comparison_query import ComparisonQuery
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Collation, Workspace

SHARED = {row[0] for row in ROWS if row[4] not in ("unspoken", "single account")}
ORDERS = (
    ("", ["p08", "p05", "p07", "p06", "p04"]),
    ("most divided first", ["p08", "p05", "p07", "p06", "p04", "p10"]),
    ("most told first", ["p01", "p08", "p10", "p15"]),
    ("as told", ["p01", "p02", "p03", "p04"]),
)
"""The orders in turn, with what is shown of them and the first rows."""
GLYPHS = {"+": "▸", "-": "✗", "=": "≡", "?": "?"}
ASCII_GLYPHS = {"+": ">", "-": "x", "=": "=", "?": "?"}


def table(pilot: Pilot[None]) -> ComparisonScreen:
    """Return the comparison on the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, ComparisonScreen)
    return screen


def slugs(pilot: Pilot[None]) -> list[str]:
    """Return the slugs of the rows, in order."""
    return [row.proposition.slug for row in table(pilot).rows]


async def open_at(pilot: Pilot[None], slug: str, column: int) -> None:
    """Open the comparison with the cursor on a cell."""
    await pilot.press("t")
    if slug not in slugs(pilot):
        await pilot.press("i")
    table(pilot).list.go_to_column(column)
    table(pilot).go_to(slug)


def related_app() -> DiptychApp:
    """Return the reader on the three accounts of the hand-made table."""

    return DiptychApp(Session(plain_loader(Workspace(Path("none"), Path("none"))), "Mira", related()), Config())


async def test_cells_of_the_sample_lead_to_their_evidence(reading: Reading, sample: Workspace) -> None:
    await assert_evidence(reading, sample, step=5)


@pytest.mark.long
async def test_every_cell_of_the_sample_leads_to_its_evidence(reading: Reading, sample: Workspace) -> None:
    await assert_evidence(reading, sample, step=1)


async def assert_evidence(reading: Reading, sample: Workspace, step: int) -> None:
    """Assert that Enter on each `step`th cell goes to its statements."""
    async with reading(sample, size=(80, 13)) as pilot:
        screen = reading_screen(pilot)
        comparison = compare_accounts(screen.session.collation)
        wanted = [
            (row.proposition.slug, column, cell)
            for row in comparison.rows
            for column, cell in enumerate(row.all_cells(comparison.accounts), 1)
            if not cell.silent
        ]
        assert len(wanted) > 80
        for slug, column, cell in wanted[::step]:
            await open_at(pilot, slug, column)
            await pilot.press("enter")
            there = pane(pilot)
            assert there.account.article.id == cell.article
            assert screen.ids_under_cursor()[0] == cell.statements[0].annotation.id
            assert cell.statements[0].annotation.id in there.emphasis.current
            partners = {
                each.annotation.id
                for other in comparison.rows
                if other.proposition.slug == slug
                for each in other.all_cells(comparison.accounts)[2 - column].statements
                if each.placed.state in (AnchorState.EXACT, AnchorState.ADJUSTED)
            }
            assert pane(pilot, 2 - column).emphasis.current == partners
            if partners:
                assert partners & set(pane(pilot, 2 - column).under_cursor())


async def test_enter_on_a_row_steps_through_its_evidence_across_accounts(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        seen = []
        for _ in range(4):
            await open_at(pilot, "radar-failed", 0)
            await pilot.press("enter")
            seen.append(reading_screen(pilot).ids_under_cursor()[0])
        assert seen == ["radar-open", "crew", "holm", "radar-open"]


async def test_the_comparison_reopens_in_its_last_state(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await open_at(pilot, "inquiry", 2)
        await pilot.press("2", "escape", "escape", "t")
        row = table(pilot).row
        assert row is not None
        assert row.proposition.slug == "inquiry"
        assert table(pilot).list.column == 2


async def test_enter_on_a_silent_cell_shows_a_message(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await open_at(pilot, "nobody-hurt", 2)
        await pilot.press("enter")
        assert "B says nothing about it." in shown(pilot)
        assert table(pilot)


async def test_the_comparison_opens_on_the_proposition_under_the_cursor(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Nobody was hurt")
        await pilot.press("t")
        row = table(pilot).row
        assert row is not None
        assert row.proposition.slug == "nobody-hurt"


FILTERS = (
    ((), SHARED),
    (("d",), {"p05", "p06", "p07", "p08"}),
    (("a",), {"p01", "p02", "p03", "p04"}),
    (("r",), {"p09", "p10", "p11"}),
    (("o",), {"p15", "p16", "p17", "p18"}),
    (("i",), SHARED | {"p12", "p13", "p14"}),
    (("i", "i"), SHARED),
    (("d", "i"), SHARED | {"p12", "p13", "p14"}),
    (("i", "d", "escape"), SHARED | {"p12", "p13", "p14"}),
    (("1",), {"p06", "p09", "p12", "p16"}),
    (("2",), {"p13", "p18"}),
    (("3",), {"p11", "p14"}),
    (("m",), {"p11", "p13", "p14", "p18"}),
    (("m", "m"), {"p06", "p07", "p09", "p11", "p12", "p14", "p16"}),
    (("1", "o"), {"p16"}),
    (("d", "d"), SHARED),
    (("d", "escape"), SHARED),
    (("m", "m", "m", "m"), SHARED),
)


async def test_keys_filter_the_rows() -> None:
    async with related_app().run_test(size=(120, 40)) as pilot:
        for keys, wanted in FILTERS:
            await pilot.press("t", *keys)
            assert set(slugs(pilot)) == wanted, keys
            assert ("Esc shows all" in shown(pilot)) is (not wanted >= SHARED), keys
            await pilot.press(*["i"] * keys.count("i"), *["m"] * (-keys.count("m") % 4))
            while "Esc shows all" in shown(pilot):
                await pilot.press("escape")
            await pilot.press("q")


async def test_s_goes_through_the_orders_of_which_one_has_groups() -> None:
    async with related_app().run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        for label, first in ORDERS:
            assert slugs(pilot)[: len(first)] == first
            assert (f"sorted {label}" in shown(pilot)) is bool(label)
            assert table(pilot).entries.count(None) == (0 if label else 3)
            await pilot.press("s")
        assert slugs(pilot)[:1] == ["p08"]


async def test_the_cursor_skips_the_rules_between_groups() -> None:
    async with related_app().run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "home")
        for slug in ("p08", "p05", "p07", "p06", "p04"):
            row = table(pilot).row
            assert row is not None
            assert row.proposition.slug == slug
            await pilot.press("down")


async def test_a_proposition_that_one_account_tells_is_shown_if_the_cursor_is_on_it(
    reading: Reading, ferry: Workspace
) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("t")
        assert "nobody-hurt" not in slugs(pilot)
        await pilot.press("escape")
        await go_to(pilot, "Nobody was hurt")
        await pilot.press("t")
        assert "nobody-hurt" in slugs(pilot)
        assert "2 told by one account: i folds them" in shown(pilot)


async def test_export_and_help_open_over_the_comparison(reading: Reading, ferry: Workspace, tmp_path: Path) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("t", "E")
        await settle(pilot)
        pilot.app.screen.query_one("#path", Input).value = str(tmp_path / "out.md")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert table(pilot)
        assert f"Exported: {tmp_path / 'out.md'}"[:60] in shown(pilot)
        await pilot.press("question_mark")
        assert "In the comparison" in shown(pilot)
        assert "Show or fold what one account" in shown(pilot)


async def test_only_the_rows_and_accounts_in_view_are_laid_out() -> None:
    claims = {slug: annotate("claim", "x", "Ada", slug) for slug in (f"p{number}" for number in range(10_000))}
    book = codebook({slug: f"Proposition {slug} with some more words than fit on one line" for slug in claims})
    teller = Telling("t", "y x", tuple(claims.values()))
    again = Telling("u", "x", tuple(replace(claim, id=f"{claim.id}-u") for claim in claims.values()))
    silent = [Telling(f"s{number}", "x") for number in range(98)]
    collation = collate(teller, again, *silent, book=book)
    app = DiptychApp(Session(plain_loader(Workspace(Path("none"), Path("none"))), "Mira", collation), Config())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "right", "right")
        rows = table(pilot).list.rows
        assert isinstance(rows, ComparisonRows)
        assert len(rows) == 10_000
        assert 10 < len(rows.built) <= 40
        assert {len(cells) for cells in rows.built.values()} == {3 + rows.columns(table(pilot).list.row_width).shown}
        assert len(table(pilot).list.lines._ends) < 100


async def test_the_columns_follow_the_cursor_to_accounts_that_do_not_fit() -> None:
    claims = [Telling(f"t{number}", "x", (annotate("claim", "x", f"S{number}", "p"),)) for number in range(20)]
    collation = collate(*claims, book=codebook({"p": "p"}))
    app = DiptychApp(Session(plain_loader(Workspace(Path("none"), Path("none"))), "Mira", collation), Config())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        head = shown(pilot).splitlines()[2]
        assert head.split()[-3:] == ["E", "F", "›"]
        await pilot.press(*["right"] * 8)
        head = shown(pilot).splitlines()[2]
        assert head.split()[1:4] == ["‹", "C", "D"]
        assert head.split()[-2:] == ["H", "›"]
        assert "H ▸ S7 “x”  H1" in shown(pilot)
        await pilot.press(*["right"] * 40)
        assert shown(pilot).splitlines()[2].split()[-1] == "T"


async def test_a_comparison_without_propositions_says_so() -> None:
    collation = collate(Telling("one", "x", (annotate("claim", "x"),)))
    app = DiptychApp(Session(plain_loader(Workspace(Path("none"), Path("none"))), "Mira", collation), Config())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        assert "No annotation names a proposition yet." in shown(pilot)
        assert "all propositions" not in shown(pilot)
        await pilot.press("d")
        assert "Esc shows" not in shown(pilot)


async def test_statements_without_a_row_are_counted() -> None:
    async with related_app().run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        words = shown(pilot)
        assert "Comparison   4 disputed · 4 agreed · 3 rejected · 4 open · 3 told by one account: i shows them" in words
        assert "3 accounts: A p01.0 p02.0" in words
        assert "without a proposition: A 1, B 1, C 1" in words
        assert "readers’ notes: A 2" in words
        assert "nobody speaks of 2" in words


def test_each_cell_shows_the_counts_of_the_table() -> None:
    comparison = compare_accounts(related())
    table = {row[0]: row for row in ROWS}
    for row in comparison.rows:
        for column, cell in enumerate(row.all_cells(comparison.accounts), 1):
            said = [each for each in table[row.proposition.slug][column].split() if each[0] != "n"]
            told = cell_lines(row, cell.article, comparison.codebook, names=False, glyphs=UNICODE)
            counts = {GLYPHS[s]: sum(each[0] == s for each in said) for s in GLYPHS}
            assert [line.content.plain for line in told] == (
                [f"{glyph}{n}" for glyph, n in counts.items() if n] or ["–"]
            )
            named = cell_lines(row, cell.article, comparison.codebook, names=True, glyphs=ASCII)
            assert [line.content.plain for line in named] == (
                [named_line(sign, said) for sign in GLYPHS if counts[GLYPHS[sign]]] or ["-"]
            )


def named_line(sign: str, said: list[str]) -> str:
    """Return the line of a cell for the statements with a sign."""
    names = [each[1:].split(",") for each in said if each[0] == sign]
    number = str(len(names)) if len(names) > 1 else ""
    return f"{ASCII_GLYPHS[sign]}{number} {', '.join(dict.fromkeys(chain.from_iterable(names)))}"


async def test_the_sample_has_disputed_agreed_and_single_propositions(reading: Reading, sample: Workspace) -> None:
    async with reading(sample) as pilot:
        rows = compare_accounts(reading_screen(pilot).session.collation).rows
        found = {row.proposition.slug: row.status for row in rows}
        assert found["ankara-talks"] in (Status.DISPUTED, Status.OPEN)
        assert Status.AGREED in found.values()
        assert sum(status is Status.SINGLE for status in found.values()) > 3


async def test_key_1_shows_what_only_the_first_account_says(reading: Reading, sample: Workspace) -> None:
    async with reading(sample) as pilot:
        await pilot.press("t")
        await pilot.press("1")
        await pilot.pause()
        assert "what only A tells: 18 of 78" in shown(pilot)
        assert "russia-iran-cooperation" in slugs(pilot)
        assert "lift-sanctions" not in slugs(pilot)


async def test_key_o_shows_that_nobody_denies_the_talks(reading: Reading, sample: Workspace) -> None:
    async with reading(sample) as pilot:
        await pilot.press("t")
        await pilot.press("o")
        await pilot.pause()
        line = next(line for line in shown(pilot).splitlines() if "held talks" in line or "The Syrian regime" in line)
        assert "open" in line
        assert "✗" not in line


def test_a_line_of_a_cell_is_folded_with_an_indent() -> None:
    line = ShownLine("✗2", "", "Mevlüt Çavuşoğlu, own voice")
    assert [part.plain for part in line.folded(13)] == ["✗2 Mevlüt", "  Çavuşoğlu,", "  own voice"]
    assert line.height(13) == 3
    assert [part.plain for part in line.folded(40)] == ["✗2 Mevlüt Çavuşoğlu, own voice"]
    assert line.height(30) == line.height(40) == 1
    assert line.height(29) == 2


@pytest.mark.parametrize("width", [120, 76, 40])
def test_a_row_has_as_many_lines_as_its_height(width: int) -> None:
    comparison = compare_accounts(killed())
    rows = ComparisonRows(with_rules(comparison.rows), comparison, UNICODE)
    for index in range(len(rows)):
        lines = rows.lines(index, width, current=False)
        assert len(lines) == rows.height(index, width)
        assert {line.cell_length for line in lines} == {width}


def test_a_list_that_has_shrunk_shows_the_column_of_the_cursor() -> None:
    comparison = compare_accounts(killed())
    rows = ComparisonRows(comparison.rows, comparison, UNICODE)
    rows.column = 2
    assert rows.columns(30).shown == 1
    assert "2" in rows.lines(0, 30, current=True)[0].plain.split()[-1]


def killed() -> Collation:
    """Return two accounts that contradict each other on a number."""
    first = (annotate("claim", "19", "Ada Holm of the ministry", "killed-19"), annotate("denial", "20", "Bo", "more"))
    second = (
        annotate("agreement", "35", ("Bo", "Cyd"), "killed-35"),
        annotate("claim", "36", about="killed-35", id="x"),
    )
    killed = Proposition("killed-35", "35 people died in the attack on the town", contradicts=("killed-19",))
    book = codebook({"killed-19": "19 people died", "more": "More will follow"})
    book = replace(book, propositions={**book.propositions, killed.slug: killed})
    return collate(Telling("a", "19 20", first), Telling("b", "35 36", second), book=book)


def test_what_contradicts_a_proposition_is_in_the_cell_and_the_details() -> None:
    comparison = compare_accounts(killed())
    row = comparison.rows[0]
    named = cell_lines(row, "b", comparison.codebook, names=True, glyphs=UNICODE)
    assert [line.content.plain for line in named] == ["⇄ Bo, Cyd, own voice: 35 people died in the attack on the town"]
    counted = cell_lines(row, "b", comparison.codebook, names=False, glyphs=ASCII)
    assert [line.content.plain for line in counted] == ["!2"]
    whole = [line.plain for line in evidence_lines(row, 0, comparison, glyphs=UNICODE)]
    assert whole == [
        "A ▸ Ada Holm of the ministry “19”  A1",
        "B ⇄ Bo and Cyd “35”  B1",
        "B ⇄ own voice “36”  B2",
        "contradicts: 35 people died in the attack on the town",
    ]
    assert [line.plain for line in evidence_lines(row, 2, comparison, glyphs=UNICODE)] == whole[1:3]
    for most in range(4):  # of thousands, only what is shown is made
        few = [line.plain for line in evidence_lines(row, 0, comparison, glyphs=UNICODE, most=most)]
        assert few == [*whole[:most], whole[-1]]
    assert [count_statements(row, column, comparison) for column in (0, 1, 2)] == [3, 1, 2]
    assert [statement.reference for statement in visited_statements(row, 2, comparison)] == ["B1", "B2"]
    assert [statement.reference for statement in visited_statements(row, 0, comparison)] == ["A1"]


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (100, "Comparison   4 disputed · 4 agreed · 3 rejected · 4 open · 3 told by one account: i shows them"),
        (84, "4 disputed · 4 agreed · 3 rejected · 4 open · 3 told by one account: i shows them"),
        (76, "4 disputed · 4 agreed · 3 rejected · 4 open · 3 told by one account: i"),
        (40, "4 disputed · 4 agreed · 3 rejected · 4 …"),
    ],
)
def test_the_totals_are_shortened_to_the_width(width: int, line: str) -> None:
    totals = status_totals(compare_accounts(related()), ComparisonQuery(), width, UNICODE)
    assert totals.plain == line


def test_the_accounts_have_their_days_if_there_is_room() -> None:
    bylines = (Byline(outlet="The Post", date="2026-03-03"), Byline(outlet="Sun", date="2026-03-04"))
    comparison = compare_accounts(collate(*(Telling(byline.outlet, "x", byline=byline) for byline in bylines)))
    assert accounts_line(comparison, 80, UNICODE).plain == "2 accounts: A The Post, 3 Mar 2026 · B Sun, 4 Mar 2026"
    assert accounts_line(comparison, 40, ASCII).plain == "2 accounts: A The Post - B Sun"
    assert accounts_line(comparison, 20, UNICODE).plain == "2 accounts: A The P…"


async def test_v_goes_through_the_verdicts_and_says_so_in_the_header() -> None:
    collation = related()
    propositions = dict(collation.codebook.propositions)
    propositions["p05"] = replace(propositions["p05"], verdict="false [bold]")
    collation = replace(collation, codebook=replace(collation.codebook, propositions=propositions))
    loader = plain_loader(Workspace(Path("none"), Path("none")))
    async with DiptychApp(Session(loader, "Mira", collation), Config()).run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "v")
        assert (slugs(pilot), "verdict: false [bold]: 1 of" in shown(pilot)) == (["p05"], True)
        await pilot.press("v")
        assert "p05" not in slugs(pilot)
        assert "without a verdict" in shown(pilot)
        await pilot.press("escape")
        assert set(slugs(pilot)) == SHARED


async def test_v_says_so_if_there_is_no_verdict() -> None:
    async with related_app().run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "v")
        assert set(slugs(pilot)) == SHARED
        assert "No proposition here has a verdict." in shown(pilot)
