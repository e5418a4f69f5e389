"""The order of open suggestions, and steps among them."""

from tui.attribution.suggestion import Suggestion
from tui.model import Span
from tui.session.offered_suggestions import (
    Offered,
    SuggestedWords,
    in_order,
    next_offered,
    offered_at,
    suggested_words,
)


def offered(position: int, cue: Span, *spans: Span, score: float = 0.5) -> Offered:
    return Offered(position, Suggestion("claim", ("Ana",), "", None, "said", cue, spans, "", (), "that", score, ""))


FIRST = offered(0, Span(20, 24), Span(10, 18))
SECOND = offered(0, Span(30, 34), Span(35, 60), score=0.9)
OTHER = offered(1, Span(5, 9), Span(10, 20), score=0.7)
PLACES = (FIRST, SECOND, OTHER)


def test_suggestions_are_in_the_order_of_the_text_or_of_their_score() -> None:
    assert in_order(reversed(PLACES), by_score=False) == PLACES
    assert in_order(PLACES, by_score=True) == (SECOND, OTHER, FIRST)


def test_steps_go_from_the_current_one_or_from_a_place_and_round() -> None:
    assert next_offered(PLACES, FIRST, (1, 99), 1) == (SECOND, False)
    assert next_offered(PLACES, OTHER, (0, 0), 1) == (FIRST, True)
    assert next_offered(PLACES, FIRST, (0, 0), -1) == (OTHER, True)
    assert next_offered(PLACES, None, (0, 10), 1) == (FIRST, False)
    assert next_offered(PLACES, None, (0, 11), 1) == (SECOND, False)
    assert next_offered(PLACES, None, (0, 11), -1) == (FIRST, False)
    assert next_offered(PLACES, None, (1, 6), 1) == (FIRST, True)
    assert next_offered(PLACES, None, (0, 10), -1) == (OTHER, True)
    assert next_offered((), None, (0, 0), 1) == (None, False)


def test_the_suggestion_at_a_place_is_the_shortest_that_has_it() -> None:
    inside = offered(0, Span(30, 34), Span(40, 45))
    assert offered_at((*PLACES, inside), 0, 41) == inside
    assert offered_at(PLACES, 0, 59) == SECOND
    assert offered_at(PLACES, 0, 20) == FIRST
    assert offered_at(PLACES, 0, 60) is None
    assert offered_at(PLACES, 1, 30) is None


def test_words_are_in_text_order_without_overlaps() -> None:
    inside = offered(0, Span(30, 34), Span(40, 45))
    assert suggested_words((SECOND, FIRST, inside), SECOND) == (
        SuggestedWords(Span(10, 18), is_cue=False, is_current=False),
        SuggestedWords(Span(20, 24), is_cue=True, is_current=False),
        SuggestedWords(Span(30, 34), is_cue=True, is_current=True),
        SuggestedWords(Span(35, 60), is_cue=False, is_current=True),
    )
