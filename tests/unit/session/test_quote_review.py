"""Tests of `tui.session.quote_review`."""

from dataclasses import replace
from pathlib import Path

import pytest
from collations import annotate, codebook

from tui.anchoring import describe_pieces
from tui.anchoring.place_records import place_records
from tui.model import (
    Account,
    AnchorState,
    Annotation,
    Article,
    Collation,
    Placed,
    Record,
    RecordRef,
    Span,
    TextPiece,
    TextSelector,
    siglum,
)
from tui.session.quote_review import (
    DoubtfulQuote,
    RefusedPlace,
    doubtful_quotes,
    reanchored,
    without_refused,
)

TEXT = (
    "The ferry ran aground in thick fog on Monday, the coast guard said. "
    "On Friday the ferry sailed again, and the ferry was full."
)
EXACT = annotate("claim", "sailed again", id="exact", article="a")
REVIEW = annotate("claim", "the ferry", id="review", article="a")
ADJUSTED = annotate("claim", "The ferry ran aground in dense fog on Monday", id="adjusted", article="a")
ORPHAN = annotate("denial", "swam ashore through burning oil", id="orphan", article="a")
FIRST, SECOND = Span(78, 87), Span(106, 115)
CHANGED_WORDS = Span(0, 44)


def placed(*annotations: Annotation) -> tuple[Placed, ...]:
    return place_records(Article("a", TEXT, Path("a.txt")), [Record(each, Path("a.yaml"), 1) for each in annotations])


def unplaced(annotation: Annotation) -> Placed:
    return Placed(Record(annotation, Path("a.yaml"), 1))


def collation(*articles: tuple[str, tuple[Annotation, ...]]) -> Collation:
    accounts = [
        Account(siglum(position), Article(article, TEXT, Path(f"{article}.txt")), placed(*annotations))
        for position, (article, annotations) in enumerate(articles)
    ]
    return Collation(tuple(accounts), codebook())


def refuse(annotation: Annotation, *places: Span) -> Placed:
    """Return an annotation as it is shown after places of it were refused."""
    (result,) = without_refused(placed(annotation), [RefusedPlace(annotation.ref, place) for place in places])
    return result


def candidates(result: Placed) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in (result.anchor.candidates if result.anchor else ())]


# The list


def test_doubtful_quotes_are_those_to_review_then_orphans_then_adjusted_ones() -> None:
    quotes = doubtful_quotes(
        collation(("a", (ADJUSTED, EXACT, ORPHAN)), ("b", (replace(ORPHAN, id="other"), REVIEW, annotate("note"))))
    )
    assert [(quote.annotation.id, quote.state) for quote in quotes] == [
        ("review", AnchorState.REVIEW),
        ("orphan", AnchorState.ORPHAN),
        ("other", AnchorState.ORPHAN),
        ("adjusted", AnchorState.ADJUSTED),
    ]


def test_an_article_in_two_panes_is_listed_once() -> None:
    assert len(doubtful_quotes(collation(("a", (REVIEW,)), ("a", (REVIEW,))))) == 1


def test_a_quote_is_called_by_its_number_in_the_account_and_a_note_by_the_account() -> None:
    note = replace(REVIEW, id="note", kind="note", on="exact")
    quotes = doubtful_quotes(collation(("a", (EXACT,)), ("b", (EXACT, ORPHAN, note))))
    assert {quote.annotation.id: quote.reference for quote in quotes} == {"orphan": "B2", "note": "B"}


def quote_of(annotation: Annotation) -> DoubtfulQuote:
    (quote,) = doubtful_quotes(collation(("a", (annotation,))))
    return quote


def test_the_candidates_are_the_places_with_the_words_there() -> None:
    assert [(each.span, each.words) for each in quote_of(REVIEW).candidates] == [
        (FIRST, "the ferry"),
        (SECOND, "the ferry"),
    ]


def test_an_adjusted_quote_has_one_candidate_with_the_words_of_today() -> None:
    (candidate,) = quote_of(ADJUSTED).candidates
    assert (candidate.span, candidate.words) == (CHANGED_WORDS, "The ferry ran aground in thick fog on Monday")


def test_an_orphan_has_a_candidate_without_a_place() -> None:
    (candidate,) = quote_of(ORPHAN).candidates
    assert (candidate.span, candidate.words) == (None, "")
    assert candidate.quote.annotation == ORPHAN


# Accept


def test_an_accepted_place_becomes_the_quote_and_the_old_quote_is_kept() -> None:
    after = reanchored(unplaced(replace(ADJUSTED, was=("older",))), TEXT, CHANGED_WORDS)
    assert after.quote == "The ferry ran aground in thick fog on Monday"
    assert (after.target and (after.target.start, after.target.end)) == CHANGED_WORDS
    assert after.was == ("older", ADJUSTED.quote)
    assert replace(after, target=ADJUSTED.target, was=()) == ADJUSTED


@pytest.mark.parametrize("before", [REVIEW, replace(REVIEW, target=None), replace(REVIEW, target=TextSelector(""))])
def test_the_same_quote_or_none_is_not_kept(before: Annotation) -> None:
    assert reanchored(unplaced(before), TEXT, SECOND).was == ()


def test_an_accepted_place_is_exact() -> None:
    (result,) = placed(reanchored(unplaced(REVIEW), TEXT, SECOND))
    assert (result.state, result.span) == (AnchorState.EXACT, SECOND)


def test_an_accepted_place_in_pieces_stays_in_pieces() -> None:
    pieces = (TextPiece("The ferry ran aground in dense fog on Monday"), TextPiece("the coast guard said"))
    (before,) = placed(replace(ADJUSTED, target=TextSelector.of_pieces(pieces)))
    assert (before.state, before.span) == (AnchorState.ADJUSTED, Span(0, 66))
    after = reanchored(before, TEXT, Span(0, 66))
    assert after.target == describe_pieces(TEXT, (CHANGED_WORDS, Span(46, 66)))
    assert after.was == (TextSelector.of_pieces(pieces).quote,)


# Refuse


def test_a_refused_place_is_no_candidate() -> None:
    result = refuse(REVIEW, FIRST)
    assert result.state is AnchorState.REVIEW
    assert candidates(result) == [SECOND]


def test_a_quote_whose_places_are_all_refused_is_an_orphan() -> None:
    result = refuse(REVIEW, FIRST, SECOND)
    assert (result.state, candidates(result)) == (AnchorState.ORPHAN, [])
    assert refuse(ADJUSTED, CHANGED_WORDS).state is AnchorState.ORPHAN


def test_a_place_that_was_not_refused_stays() -> None:
    other_place = Span(0, 9)
    assert refuse(REVIEW, other_place) == placed(REVIEW)[0]
    assert refuse(ADJUSTED, other_place) == placed(ADJUSTED)[0]


def test_an_exact_place_cannot_be_refused() -> None:
    (exact,) = placed(EXACT)
    assert exact.span
    assert refuse(EXACT, exact.span) == exact


def test_a_place_is_refused_for_one_record_of_one_article() -> None:
    places = [RefusedPlace(RecordRef("other", "review"), FIRST), RefusedPlace(RecordRef("a", "other"), FIRST)]
    assert without_refused(placed(REVIEW), places) == placed(REVIEW)


def test_a_refused_quote_moves_behind_those_with_a_place() -> None:
    before = placed(ADJUSTED, EXACT)
    assert [each.annotation.id for each in before] == ["adjusted", "exact"]
    after = without_refused(before, [RefusedPlace(ADJUSTED.ref, CHANGED_WORDS)])
    assert [each.annotation.id for each in after] == ["exact", "adjusted"]
