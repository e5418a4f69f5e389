"""An account's records by id, by proposition and in reading order."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import (
    Account,
    Anchor,
    AnchorState,
    Annotation,
    Article,
    Collation,
    Placed,
    Record,
    Span,
    TextSelector,
    siglum,
)


def placed(name: str, anchor: Anchor | None = None, *, about: str = "", on: str = "") -> Placed:
    return Placed(Record(Annotation(name, "claim", about=about, on=on), Path("a.yaml"), 1), anchor)


def account(*records: Placed, article: str = "a") -> Account:
    return Account("A", Article(article, "text", Path(f"{article}.txt")), records)


EXACT = Anchor(AnchorState.EXACT, 2, 6, 1.0)
ADJUSTED = Anchor(AnchorState.ADJUSTED, 2, 6, 0.9)
ORPHAN = Anchor(AnchorState.ORPHAN)


@pytest.mark.parametrize(
    ("anchor", "span", "state", "adjusted"),
    [
        (None, None, None, False),
        (ORPHAN, None, AnchorState.ORPHAN, False),
        (EXACT, Span(2, 6), AnchorState.EXACT, False),
        (ADJUSTED, Span(2, 6), AnchorState.ADJUSTED, True),
    ],
)
def test_a_record_is_where_its_anchor_is(
    anchor: Anchor | None, span: Span | None, state: AnchorState | None, adjusted: bool
) -> None:
    record = placed("a", anchor)
    assert (record.span, record.state, record.is_adjusted) == (span, state, adjusted)


@pytest.mark.parametrize(
    "anchor",
    [
        None,
        ORPHAN,
        EXACT,
        Anchor(AnchorState.EXACT, 0, 0, 1.0),
        Anchor(AnchorState.EXACT, 2, 9, 1.0, pieces=(Span(2, 4), Span(6, 9))),
    ],
)
def test_a_record_with_spans_has_a_place(anchor: Anchor | None) -> None:
    record = placed("a", anchor)
    assert record.has_place is bool(record.spans)


@pytest.mark.parametrize(
    ("anchor", "words"),
    [(None, "quote"), (ORPHAN, "quote"), (Anchor(AnchorState.REVIEW), "quote"), (EXACT, "quote"), (ADJUSTED, "word")],
)
def test_the_words_of_an_adjusted_quote_are_todays(anchor: Anchor | None, words: str) -> None:
    annotation = Annotation("a", "claim", target=TextSelector("quote"))
    assert Placed(Record(annotation, Path("a.yaml"), 1), anchor).words("a word b") == words


@pytest.mark.parametrize(
    ("anchor", "doubtful"),
    [(None, False), (EXACT, False), (ADJUSTED, False), (ORPHAN, True), (Anchor(AnchorState.REVIEW), True)],
)
def test_quotes_in_review_and_orphans_are_doubtful(anchor: Anchor | None, *, doubtful: bool) -> None:
    assert placed("a", anchor).is_doubtful is doubtful


@pytest.mark.parametrize(
    ("anchor", "certain"),
    [(None, True), (EXACT, True), (ADJUSTED, False), (ORPHAN, False), (Anchor(AnchorState.REVIEW), False)],
)
def test_only_the_place_of_an_exact_quote_is_certain(anchor: Anchor | None, *, certain: bool) -> None:
    assert placed("a", anchor).is_certain is certain


def test_records_are_found_by_id() -> None:
    first, second = placed("a"), placed("b")
    assert account(first, second).by_id == {"a": first, "b": second}


def test_notes_on_an_annotation_are_no_statements() -> None:
    first, note, second, reply = placed("a"), placed("n", on="a"), placed("b"), placed("m", on="a")
    records = account(first, note, second, reply)
    assert list(records.statements()) == [first, second]
    assert list(records.numbered()) == [(1, first), (2, second)]
    assert records.notes_on("a") == (note, reply)
    assert records.notes_on("b") == ()


def test_statements_are_grouped_by_proposition_with_their_numbers() -> None:
    first, second, third = placed("a", about="x"), placed("b", about="y"), placed("c", about="x")
    records = account(first, placed("n", on="a", about="x"), second, third)
    assert records.by_proposition == {"x": ((1, first), (3, third)), "y": ((2, second),)}


def test_only_anchored_records_are_counted_in_the_text() -> None:
    exact, adjusted = placed("a", EXACT), placed("c", ADJUSTED)
    records = account(exact, placed("b", ORPHAN), adjusted, placed("d"))
    assert records.anchored == {"a": exact, "c": adjusted}
    assert records.anchored_numbers == {"a": 1, "c": 2}


def test_an_article_that_is_open_twice_counts_once() -> None:
    first, second, again = account(article="a"), account(article="b"), account(placed("x"), article="a")
    assert Collation((first, second, again)).articles_once == (first, second)


@pytest.mark.parametrize(
    ("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_sigla_are_letters_in_order(position: int, letters: str) -> None:
    assert siglum(position) == letters


@given(st.integers(0, 100_000))
def test_each_siglum_comes_after_the_one_before(position: int) -> None:
    before, after = siglum(position), siglum(position + 1)
    assert (len(before), before) < (len(after), after)
