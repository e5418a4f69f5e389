"""The statements of accounts, and those about each proposition."""

from dataclasses import replace

from collations import NO_COMMENT, Telling, annotate, codebook, collate

from tui.analysis.statements import find_all_statements, find_statements, group_by_proposition, statements_about
from tui.model import Collation, Stance, siglum

BOOK = codebook({"aid": "Aid should come", "talks": "Talks took place", "quiet": "Nobody says this"})


def sample() -> Collation:
    first = Telling(
        "one",
        "Aid must come. No talks. No word.",
        (
            annotate("note", "Aid", about="aid", id="remark"),
            annotate("claim", "Aid must come", "Lavrov", "aid", id="a1"),
            annotate("denial", "No talks", "Zarif", "talks", id="a2"),
            annotate("no-comment", "No word", "Putin", "talks", id="a3"),
            annotate("note", on="a1", id="note", body="Hm"),
        ),
    )
    second = Telling(
        "two",
        "Aid shall come. More.",
        (
            annotate("claim", "Aid shall come", "Zarif", "aid", id="b1"),
            annotate("claim", "More", "Zarif", "unknown", id="b2"),
            annotate("claim", "gone", "Zarif", id="b3"),
        ),
    )
    return collate(first, second, book=BOOK)


def ids_by_slug(collation: Collation) -> dict[str, list[list[str]]]:
    return {
        group.proposition.slug: [
            [statement.annotation.id for statement in group.by_position.get(position, ())]
            for position in range(len(collation.articles_once))
        ]
        for group in group_by_proposition(find_all_statements(collation), collation.codebook)
    }


def test_each_proposition_has_each_accounts_statements_and_no_notes() -> None:
    assert ids_by_slug(sample()) == {
        "aid": [["a1"], ["b1"]],
        "talks": [["a2", "a3"], []],
        "quiet": [[], []],
    }


def test_an_unknown_slug_counts_only_if_the_codebook_may_have_it() -> None:
    collation = sample()
    broken = replace(collation, codebook=replace(BOOK, complete=False))
    assert ids_by_slug(broken) == ids_by_slug(collation) | {"unknown": [[], ["b2"]]}
    assert group_by_proposition(find_all_statements(broken), broken.codebook)[-1].proposition.text == "unknown"


def test_a_statement_of_an_unknown_kind_or_proposition_is_under_none() -> None:
    records = (
        annotate("hint", "x", about="aid"),
        annotate("claim", "y", about="visa"),
        annotate("claim", "z", about="aid"),
    )
    collation = collate(Telling("one", "x y z", records), book=BOOK)
    (account,) = collation.accounts
    assert [statement.about for statement in find_statements(account, BOOK)] == ["", "", "aid"]
    assert statements_about(account, "visa", BOOK) == ()
    assert [statement.kind.name for statement in statements_about(account, "aid", BOOK)] == ["hint", "claim"]


def test_an_article_that_is_open_twice_counts_once() -> None:
    collation = sample()
    one, two = collation.accounts
    twice = Collation((one, two, one), collation.codebook)
    assert twice.articles_once == (one, two)
    assert ids_by_slug(twice) == ids_by_slug(collation)


def test_statements_are_referred_to_by_siglum_and_number_in_reading_order() -> None:
    collation = sample()
    statements = list(find_statements(collation.accounts[0], collation.codebook))
    assert [(s.reference, s.annotation.id, s.stance) for s in statements] == [
        ("A2", "a1", Stance.ASSERTS),
        ("A3", "a2", Stance.REJECTS),
        ("A4", "a3", NO_COMMENT.stance),
    ]


def test_sigla_go_on_after_z() -> None:
    assert [siglum(n) for n in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
