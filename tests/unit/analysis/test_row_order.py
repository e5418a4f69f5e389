"""The orders of a comparison's rows, and what divides the accounts."""

from dataclasses import replace

import pytest
from collations import Telling, annotate, codebook, collate
from relations import related

from tui.analysis.comparison import Comparison, ComparisonRow, Status, compare_accounts
from tui.analysis.row_order import Division, RowOrder, fold_rows, measure_division, sort_rows
from tui.model import Annotation, Codebook

KINDS = {"+": "claim", "-": "denial", "=": "agreement", "?": "no-comment"}
COMPARED = compare_accounts(related())


def slugs(rows: tuple[ComparisonRow, ...]) -> list[str]:
    return [row.proposition.slug for row in rows]


def statements(stances: str, slug: str) -> tuple[Annotation, ...]:
    """Return a statement for each sign, as in `+-`."""
    return tuple(annotate(KINDS[sign], f"{slug}{sign}", "Ada", slug) for sign in stances)


def compared(*accounts: str, others: tuple[str, ...] = ()) -> Comparison:
    """Return a comparison of `p` and of `q`, which contradicts it."""
    tellings = []
    for number, signs in enumerate(accounts):
        said = (*statements(signs, "p"), *statements(others[number] if others else "", "q"))
        tellings.append(Telling(f"t{number}", " ".join(record.quote for record in said) or "x", said))
    book = codebook({"p": "p", "q": "q"})
    propositions = {**book.propositions, "p": replace(book.propositions["p"], contradicts=("q",))}
    return compare_accounts(collate(*tellings, book=Codebook(propositions, book.kinds, book.speakers)))


@pytest.mark.parametrize(
    ("accounts", "division"),
    [
        (("+", "+"), Division(0, 0, 0, 2)),
        (("+", ""), Division(0, 0, 0, 1)),
        (("+", "-"), Division(1, 0, 0, 2)),
        (("+", "=", "-"), Division(2, 0, 0, 3)),
        (("+", "+", "-", "-"), Division(4, 0, 0, 4)),
        (("+-", ""), Division(0, 1, 0, 1)),
        (("+-", "+"), Division(1, 1, 0, 2)),
        (("+-", "+-"), Division(1, 2, 0, 2)),
        (("+-", "+-", "+-"), Division(3, 3, 0, 3)),
        (("+", "?"), Division(0, 0, 1, 2)),
        (("-", "?", "?"), Division(0, 0, 2, 3)),
        (("+?", "?"), Division(0, 0, 1, 2)),
        (("?", "?"), Division(0, 0, 0, 2)),
    ],
)
def test_the_division_counts_pairs_of_accounts(accounts: tuple[str, ...], division: Division) -> None:
    (row,) = compared(*accounts).rows
    assert measure_division(row) == division


def test_an_account_that_carries_what_contradicts_a_proposition_opposes_it() -> None:
    p, q = compared("+", "+", "", others=("", "", "=")).rows
    assert measure_division(p) == Division(2, 0, 0, 2)
    assert measure_division(q) == Division(2, 0, 0, 1)
    assert [statement.reference for statement in p.contrary] == ["C1"]
    assert [statement.reference for statement in q.contrary] == ["A1", "B1"]
    assert p.contrary_in("t2") == p.contrary
    assert p.contrary_in("t0") == ()


def test_who_denies_a_contradiction_does_not_oppose() -> None:
    p, _ = compared("+", "", others=("", "-")).rows
    assert (p.contrary, p.status) == ((), Status.SINGLE)


def test_a_contradiction_is_shown_where_nobody_carries_the_proposition() -> None:
    p, q = compared("-", "", others=("", "+")).rows
    assert [statement.reference for statement in p.contrary] == ["B1"]
    assert (p.status, q.status) == (Status.REJECTED, Status.SINGLE)


def test_rows_of_one_status_are_sorted_by_what_divides_most() -> None:
    by_status = sort_rows(COMPARED.rows, RowOrder.STATUS)
    assert slugs(by_status)[:9] == ["p08", "p05", "p07", "p06", "p04", "p01", "p02", "p03", "p10"]
    assert [row.status for row in by_status] == sorted((row.status for row in COMPARED.rows), key=tuple(Status).index)


def test_what_divides_most_comes_first() -> None:
    assert slugs(sort_rows(COMPARED.rows, RowOrder.DIVIDES))[:8] == [
        *("p08", "p05", "p07", "p06", "p04", "p10", "p15", "p01"),
    ]


def test_rows_sort_by_spread_and_as_told() -> None:
    assert slugs(sort_rows(COMPARED.rows, RowOrder.SPREAD))[:6] == ["p01", "p08", "p10", "p15", "p04", "p02"]
    assert sort_rows(COMPARED.rows, RowOrder.TOLD) == COMPARED.rows


def test_what_one_account_alone_tells_is_folded() -> None:
    shown, folded = fold_rows(COMPARED.rows)
    assert slugs(folded) == ["p12", "p13", "p14"]
    assert (len(shown), shown[0]) == (15, COMPARED.rows[0])


def test_nothing_is_folded_if_nothing_else_is_there() -> None:
    single = compared("+", "").rows
    assert fold_rows(single) == (single, ())
