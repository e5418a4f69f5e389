"""The comparison of three accounts, checked against a table."""

from dataclasses import replace

import pytest
from collations import Telling, annotate, codebook, collate
from relations import ROWS, related

from tui.analysis.comparison import (
    Comparison,
    Status,
    compare_accounts,
    rows_left_out_by,
    rows_only_in,
    rows_with_status,
)
from tui.model import Account, Collation, Proposition, Stance


@pytest.fixture(scope="module")
def collation() -> Collation:
    return related()


@pytest.fixture(scope="module")
def compared(collation: Collation) -> Comparison:
    return compare_accounts(collation)


def slugs(rows: object) -> list[str]:
    return [row.proposition.slug for row in rows]  # type: ignore[attr-defined]


def test_every_status_is_as_in_the_table(compared: Comparison) -> None:
    statuses = {row.proposition.slug: str(row.status) for row in compared.rows}
    statuses |= {proposition.slug: "unspoken" for proposition in compared.unspoken}
    assert statuses == {row[0]: row[4] for row in ROWS}


def test_every_count_is_as_in_the_table(compared: Comparison) -> None:
    table = {row[0]: row for row in ROWS}
    for row in compared.rows:
        for column, cell in enumerate(row.all_cells(compared.accounts), start=1):
            statements = table[row.proposition.slug][column].split()
            counts = {stance: cell.count(stance) for stance in Stance}
            assert counts == {
                Stance.ASSERTS: sum(s[0] == "+" for s in statements),
                Stance.REJECTS: sum(s[0] == "-" for s in statements),
                Stance.SHARES: sum(s[0] == "=" for s in statements),
                Stance.NEUTRAL: sum(s[0] == "?" for s in statements),
            }
            names = [name for s in statements if s[0] != "n" for name in s[1:].split(",")]
            assert cell.speakers == tuple(dict.fromkeys(names))


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
        "doubtful": 0,
    }
    assert [len(cell.statements) for cell in compared.unplaced] == [1, 1, 1]
    assert compared.notes == (2, 0, 0)


def test_rows_are_in_the_order_told(compared: Comparison) -> None:
    first = [f"p{n:02}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 17)]
    assert slugs(compared.rows) == [*first, "p13", "p18", "p11", "p14"]


def test_shared_propositions_are_numbered_in_the_order_told(compared: Comparison) -> None:
    shared = [row.proposition.slug for row in compared.rows if row.spread > 1 or row.status is Status.DISPUTED]
    assert list(compared.numbers.items()) == [(slug, number) for number, slug in enumerate(shared, 1)]
    assert "p12" not in compared.numbers
    assert "p06" in compared.numbers
    assert len(shared) > 5


def test_rows_can_be_chosen_by_status(compared: Comparison) -> None:
    assert slugs(rows_with_status(compared.rows, Status.OPEN, Status.REJECTED)) == [
        *("p09", "p10", "p15", "p16", "p17", "p18", "p11"),
    ]


def test_a_silent_account_has_an_empty_cell(compared: Comparison) -> None:
    row = next(row for row in compared.rows if row.proposition.slug == "p07")
    assert [cell.silent for cell in row.all_cells(compared.accounts)] == [False, True, False]
    assert [s.reference[0] for s in row.evidence] == ["A", "C"]
    assert row.spread == 2


def test_the_same_article_in_two_panes_is_one_account(collation: Collation) -> None:
    account: Account = collation.accounts[0]
    twice = compare_accounts(Collation((account, account), collation.codebook))
    assert len(twice.accounts) == 1
    assert Status.AGREED not in {row.status for row in twice.rows}


def test_variants_of_a_name_are_one_speaker() -> None:
    book = codebook({"p": "P"}, speakers={"Mevlüt Çavuşoğlu": ("Cavusoglu",)})
    claims = (annotate("claim", "x", "Cavusoglu", "p"), annotate("claim", "y", "Mevlüt Çavuşoğlu", "p"))
    row = compare_accounts(collate(Telling("one", "x y", claims), book=book)).rows[0]
    assert row.cells[0].speakers == ("Mevlüt Çavuşoğlu",)


def test_kinds_come_in_the_codebooks_order_and_unknown_ones_are_not_counted() -> None:
    records = (
        annotate("rumour", "x", about="p"),
        annotate("denial", "y", about="p"),
        annotate("claim", "z", about="p"),
    )
    comparison = compare_accounts(collate(Telling("one", "x y z", records), book=codebook({"p": "P"})))
    (row,) = comparison.rows
    assert [(line.kind.name, len(line.statements)) for line in row.cells[0].lines(comparison.codebook)] == [
        *(("claim", 1), ("denial", 1)),
    ]


def doubtful() -> Comparison:
    """Return what two accounts say, of which the first has lost most quotes."""
    first = (
        annotate("claim", "here", "Ada", "late"),
        annotate("denial", "gone", "Ada", "early"),
        annotate("claim", "gone too", "Ada", "lost"),
        annotate("denial", "gone at last", "Ada"),
    )
    second = tuple(annotate("claim", slug, "Bo", slug) for slug in ("plain", "early", "late"))
    book = codebook({slug: slug for slug in ("early", "late", "lost", "never", "plain")})
    return compare_accounts(collate(Telling("a", "here", first), Telling("b", "plain early late", second), book=book))


def test_doubtful_statements_decide_no_status() -> None:
    compared = doubtful()
    statuses = {row.proposition.slug: row.status for row in compared.rows}
    assert statuses == {
        "late": Status.AGREED,
        "plain": Status.SINGLE,
        "early": Status.SINGLE,
        "lost": Status.DOUBTFUL,
    }
    assert compared.doubtful == {"a": 3}
    assert [proposition.slug for proposition in compared.unspoken] == ["never"]


def test_rows_are_told_by_who_says_them_for_certain() -> None:
    assert slugs(doubtful().rows) == ["late", "plain", "early", "lost"]


def test_an_account_with_doubtful_statements_alone_neither_speaks_nor_is_silent() -> None:
    rows = doubtful().rows
    assert [row.spread for row in rows] == [2, 1, 1, 0]
    assert slugs(rows_only_in(rows, "b")) == ["plain"]
    assert slugs(rows_only_in(rows, "a")) == []
    assert slugs(rows_left_out_by(rows, "a")) == ["plain"]
    assert slugs(rows_left_out_by(rows, "b")) == ["lost"]


def test_silent_accounts_are_given_in_runs() -> None:
    compared = compare_accounts(collate(*(Telling(name, "x") for name in "abcde")))
    runs = [(first.siglum, last.siglum) for first, last in compared.silent(["d", "b"])]
    assert runs == [("A", "A"), ("C", "C"), ("E", "E")]


def test_accounts_that_carry_what_contradicts_a_row_are_in_order() -> None:
    tellings = [Telling(f"account-{name}", "x", (annotate("claim", "x", about="q"),)) for name in "hgfedcba"]
    tellings.append(Telling("z", "x", (annotate("claim", "x", about="p"),)))
    book = replace(
        codebook(), propositions={"p": Proposition("p", "P", contradicts=("q",)), "q": Proposition("q", "Q")}
    )
    row = compare_accounts(collate(*tellings, book=book)).row("p")
    assert row
    assert row.contrary_articles == tuple(telling.id for telling in tellings[:-1])


def test_statements_of_an_unknown_kind_or_proposition_are_counted_apart() -> None:
    records = (annotate("rumour", "x", about="p"), annotate("claim", "y", about="q"), annotate("claim", "z"))
    compared = compare_accounts(collate(Telling("one", "x y z", records), book=codebook({"p": "P"})))
    assert (compared.rows, compared.unresolved, compared.without_proposition) == ((), (2,), (1,))


def test_an_account_with_statements_of_unknown_kinds_alone_neither_speaks_nor_is_silent() -> None:
    a = Telling("a", "x y", (annotate("claim", "x", about="p"), annotate("claim", "y", about="q")))
    b = Telling("b", "x", (annotate("rumour", "x", about="p", id="r"),))
    c = Telling("c", "x", (annotate("rumour", "x", about="r"), annotate("rumour", about="q"), annotate("rumour")))
    book = codebook({"p": "P", "q": "Q", "r": "R"})
    compared = compare_accounts(collate(a, b, c, book=book))
    assert [(row.proposition.slug, row.status, row.spread) for row in compared.rows] == [
        ("p", Status.SINGLE, 1),
        ("q", Status.SINGLE, 1),
    ]
    assert [statement.annotation.id for statement in compared.rows[0].uncounted] == ["r"]
    assert [[cell.article for cell in row.cells] for row in compared.rows] == [["a", "b"], ["a", "c"]]
    assert slugs(rows_only_in(compared.rows, "a")) == []
    assert [slugs(rows_left_out_by(compared.rows, name)) for name in "abc"] == [[], ["q"], ["p"]]
    assert compared.unresolved == (0, 1, 2)
