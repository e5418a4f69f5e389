"""The relations of three accounts and twenty propositions, against a table made by hand."""

import pytest
from collations import Telling, annotate, codebook, collate
from relations import ROWS, related

from tui.analysis.comparison import (
    Comparison,
    RowOrder,
    Status,
    compare_accounts,
    rows_left_out_by,
    rows_only_in,
    rows_with_status,
    sort_rows,
)
from tui.model import Account, Collation, Stance


@pytest.fixture(scope="module")
def collation() -> Collation:
    return related()


@pytest.fixture(scope="module")
def compared(collation: Collation) -> Comparison:
    return compare_accounts(collation)


def slugs(rows: object) -> list[str]:
    return [row.proposition.slug for row in rows]  # type: ignore[attr-defined]


def test_every_status_is_as_in_the_table(compared: Comparison) -> None:
    found = {row.proposition.slug: str(row.status) for row in compared.rows}
    found |= {proposition.slug: "unspoken" for proposition in compared.unspoken}
    assert found == {row[0]: row[4] for row in ROWS}


def test_every_count_is_as_in_the_table(compared: Comparison) -> None:
    table = {row[0]: row for row in ROWS}
    for row in compared.rows:
        for column, cell in enumerate(row.cells, start=1):
            said = table[row.proposition.slug][column].split()
            counts = {stance: cell.count(stance) for stance in Stance}
            assert counts == {
                Stance.ASSERTS: sum(s[0] == "+" for s in said),
                Stance.REJECTS: sum(s[0] == "-" for s in said),
                Stance.SHARES: sum(s[0] == "=" for s in said),
                Stance.NEUTRAL: sum(s[0] == "?" for s in said),
            }
            names = [name for s in said if s[0] != "n" for name in s[1:].split(",")]
            assert cell.speakers(compared.codebook) == tuple(dict.fromkeys(names))


def test_omissions_are_as_in_the_table(compared: Comparison) -> None:
    assert slugs(rows_only_in(compared.rows, "one")) == ["p06", "p09", "p12", "p16"]
    assert slugs(rows_only_in(compared.rows, "two")) == ["p13", "p18"]
    assert slugs(rows_only_in(compared.rows, "three")) == ["p11", "p14"]
    assert slugs(rows_left_out_by(compared.rows, "one")) == ["p13", "p18", "p11", "p14"]
    assert slugs(rows_left_out_by(compared.rows, "two")) == ["p06", "p07", "p09", "p12", "p16", "p11", "p14"]


def test_totals_count_every_row_and_what_has_no_proposition(compared: Comparison) -> None:
    assert {str(status): n for status, n in compared.totals.items()} == {
        "disputed": 4,
        "agreed": 4,
        "rejected": 3,
        "single account": 3,
        "open": 4,
    }
    assert [len(cell.statements) for cell in compared.unplaced] == [1, 1, 1]
    assert compared.notes == (2, 0, 0)


def test_rows_stand_in_the_order_told(compared: Comparison) -> None:
    first = [f"p{n:02}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 17)]
    assert slugs(compared.rows) == [*first, "p13", "p18", "p11", "p14"]


def test_rows_sort_by_status_and_by_spread(compared: Comparison) -> None:
    by_status = sort_rows(compared.rows, RowOrder.STATUS, compared.codebook)
    assert slugs(by_status)[:9] == ["p05", "p06", "p07", "p08", "p01", "p02", "p03", "p04", "p09"]
    by_spread = sort_rows(compared.rows, RowOrder.SPREAD, compared.codebook)
    assert slugs(by_spread)[:6] == ["p01", "p08", "p10", "p15", "p04", "p02"]
    assert sort_rows(compared.rows, RowOrder.TOLD, compared.codebook) == compared.rows


def test_rows_are_kept_by_status(compared: Comparison) -> None:
    assert slugs(rows_with_status(compared.rows, Status.OPEN, Status.REJECTED)) == [
        *("p09", "p10", "p15", "p16", "p17", "p18", "p11"),
    ]


def test_silence_is_visible_and_evidence_is_in_order(compared: Comparison) -> None:
    row = next(row for row in compared.rows if row.proposition.slug == "p07")
    assert [cell.silent for cell in row.cells] == [False, True, False]
    assert [s.reference[0] for s in row.evidence] == ["A", "C"]
    assert row.spread == 2


def test_the_same_article_in_two_panes_is_one_account(collation: Collation) -> None:
    one: Account = collation.accounts[0]
    twice = compare_accounts(Collation((one, one), collation.codebook))
    assert len(twice.accounts) == 1
    assert Status.AGREED not in {row.status for row in twice.rows}


def test_variants_of_a_name_are_one_speaker() -> None:
    book = codebook({"p": "P"}, speakers={"Mevlüt Çavuşoğlu": ("Cavusoglu",)})
    said = (annotate("claim", "x", "Cavusoglu", "p"), annotate("claim", "y", "Mevlüt Çavuşoğlu", "p"))
    row = compare_accounts(collate(Telling("one", "x y", said), book=book)).rows[0]
    assert row.cells[0].speakers(book) == ("Mevlüt Çavuşoğlu",)
