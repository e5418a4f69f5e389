"""The order of open suggestions, and steps among them."""

from tui.attribution.suggestion import Suggestion
from tui.layout.highlights import Run
from tui.model import Span
from tui.session.offered_suggestions import (
    CUE,
    AccountSuggestions,
    Offered,
    in_order,
    next_offered,
)


def offered(position: int, cue: Span, *spans: Span, score: float = 0.5) -> Offered:
    draft = Suggestion("claim", ("Ana",), "", None, "said", cue, spans, "", (), "that", score, "")
    return Offered.of(position, draft)


FIRST = offered(0, Span(20, 24), Span(10, 18))
SECOND = offered(0, Span(30, 34), Span(35, 60), score=0.9)
OTHER = offered(1, Span(5, 9), Span(10, 20), score=0.7)
PLACES = (FIRST, SECOND, OTHER)


def test_suggestions_are_in_the_order_of_the_text_or_of_their_score() -> None:
    assert in_order(reversed(PLACES), by_score=False) == PLACES
    assert in_order(PLACES, by_score=True) == (SECOND, OTHER, FIRST)


def test_steps_go_from_the_current_one_or_from_a_place_and_round() -> None:
    assert next_offered(PLACES, 0, (1, 99), 1) == (SECOND, False)
    assert next_offered(PLACES, 2, (0, 0), 1) == (FIRST, True)
    assert next_offered(PLACES, 0, (0, 0), -1) == (OTHER, True)
    assert next_offered(PLACES, None, (0, 10), 1) == (FIRST, False)
    assert next_offered(PLACES, None, (0, 11), 1) == (SECOND, False)
    assert next_offered(PLACES, None, (0, 11), -1) == (FIRST, False)
    assert next_offered(PLACES, None, (1, 6), 1) == (FIRST, True)
    assert next_offered(PLACES, None, (0, 10), -1) == (OTHER, True)
    assert next_offered((), None, (0, 0), 1) == (None, False)


def test_the_suggestion_at_a_place_is_the_innermost_that_has_it() -> None:
    inside = offered(0, Span(30, 34), Span(40, 45))
    own = AccountSuggestions((FIRST, SECOND, inside))
    assert (len(own), own.at(41), own.at(59), own.at(20)) == (3, inside, SECOND, FIRST)
    assert own.at(60) is None
    assert AccountSuggestions(()).at(0) is None


def test_the_words_of_an_account_have_keys_that_tell_the_cues() -> None:
    own = AccountSuggestions((SECOND,))
    assert own.words.runs(32, 40) == (Run(32, 34, (f"0{CUE}",)), Run(35, 40, ("0",)))
