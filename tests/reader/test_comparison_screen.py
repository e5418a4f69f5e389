"""The comparison: its rows, its filters, and the evidence of its cells."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from collations import Telling, annotate, collate
from relations import ROWS, related
from seen import go_to, pane, reading_screen, shown

from tui.analysis.comparison import Status, compare_accounts
from tui.config import Config
from tui.layout.glyphs import ASCII, UNICODE
from tui.model import AnchorState, Workspace
from tui.reader.app import DiptychApp
from tui.reader.screens.comparison.rows import cell_lines, fit_columns
from tui.reader.screens.comparison.screen import ComparisonScreen
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace

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
    table(pilot).list.go_to_column(column)
    table(pilot).list.go_to(slugs(pilot).index(slug))


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
        await pilot.press("i", "escape", "escape", "t")
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


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ((), None),
        (("d",), {"p05", "p06", "p07", "p08"}),
        (("a",), {"p01", "p02", "p03", "p04"}),
        (("r",), {"p09", "p10", "p11"}),
        (("o",), {"p15", "p16", "p17", "p18"}),
        (("i",), {"p12", "p13", "p14"}),
        (("1",), {"p06", "p09", "p12", "p16"}),
        (("2",), {"p13", "p18"}),
        (("3",), {"p11", "p14"}),
        (("m",), {"p11", "p13", "p14", "p18"}),
        (("m", "m"), {"p06", "p07", "p09", "p11", "p12", "p14", "p16"}),
        (("1", "o"), {"p16"}),
        (("d", "d"), None),
        (("d", "escape"), None),
        (("m", "m", "m", "m"), None),
    ],
)
async def test_keys_filter_the_rows(keys: tuple[str, ...], wanted: set[str] | None) -> None:
    async with related_app().run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        await pilot.press(*keys)
        told = {row[0] for row in ROWS if row[4] != "unspoken"}
        assert set(slugs(pilot)) == (told if wanted is None else wanted)
        assert ("Esc shows all" in shown(pilot)) is (wanted is not None)


async def test_s_goes_through_three_sort_orders() -> None:
    async with related_app().run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        assert slugs(pilot)[:5] == ["p05", "p06", "p07", "p08", "p01"]
        await pilot.press("s")
        assert slugs(pilot)[:4] == ["p01", "p08", "p10", "p15"]
        await pilot.press("s")
        assert slugs(pilot)[:4] == ["p01", "p02", "p03", "p04"]


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
        assert "18 propositions" in words
        assert "d 4 disputed   a 4 agreed   r 3 rejected   o 4 open   i 3 single account" in words
        assert "without a proposition: A 1, B 1, C 1" in words
        assert "readers’ notes: A 2" in words
        assert "nobody speaks of 2" in words


def test_each_cell_shows_the_counts_of_the_table() -> None:
    comparison = compare_accounts(related())
    table = {row[0]: row for row in ROWS}
    for row in comparison.rows:
        for column, cell in enumerate(row.all_cells(comparison.accounts), 1):
            said = [each for each in table[row.proposition.slug][column].split() if each[0] != "n"]
            told = cell_lines(cell, comparison.codebook, names=False, glyphs=UNICODE)
            counts = {GLYPHS[s]: sum(each[0] == s for each in said) for s in GLYPHS}
            assert [line.plain for line in told] == ([f"{glyph}{n}" for glyph, n in counts.items() if n] or ["·"])
            named = [line.plain for line in cell_lines(cell, comparison.codebook, names=True, glyphs=ASCII)]
            assert named == ([named_line(sign, said) for sign in GLYPHS if counts[GLYPHS[sign]]] or ["silent"])


def named_line(sign: str, said: list[str]) -> str:
    """Return the line of a cell for the statements with a sign."""
    names = [each[1:].split(",") for each in said if each[0] == sign]
    return f"{ASCII_GLYPHS[sign]}{len(names)}  {', '.join(dict.fromkeys(chain.from_iterable(names)))}"


@pytest.mark.parametrize("accounts", [1, 2, 3, 6])
@pytest.mark.parametrize("width", [40, 76, 116, 196])
def test_the_columns_fit_the_width(width: int, accounts: int) -> None:
    columns = fit_columns(width, accounts)
    used = columns.proposition + columns.status + accounts * columns.account + 2 * (accounts + 1)
    assert used <= max(width, 10 + 8 + accounts * 5 + 2 * (accounts + 1))
    assert columns.at(0) == 0
    assert columns.at(columns.proposition + columns.status + 4) == 1


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
