"""Quotes in selectors: pieces in the order of the text."""

from typing import Any

from tui.formats.jsonld.selectors import selector_of
from tui.model import TextPiece, TextSelector


def target(exact: str, start: int | None = None, **more: Any) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": exact, **more}
    place = [] if start is None else [{"type": "TextPositionSelector", "start": start, "end": start + len(exact)}]
    return {"selector": [quote, *place]}


def test_a_quote_has_its_context_and_its_place() -> None:
    assert selector_of([target("x", 5, prefix="a", suffix="b")]) == TextSelector("x", "a", "b", 5, 6)
    assert selector_of([target("x")]) == TextSelector("x")


def test_pieces_are_in_the_order_of_the_text() -> None:
    selector = selector_of([target("late", 9), target("soon", 2, prefix="p")])
    assert selector
    assert selector.pieces == (TextPiece("soon", 2, 6), TextPiece("late", 9, 13))
    assert (selector.prefix, selector.suffix) == ("p", "")


def test_the_more_precise_selector_counts() -> None:
    refined = {"selector": {"type": "FragmentSelector", "value": "p2", "refinedBy": target("x")["selector"][0]}}
    assert selector_of([refined]) == TextSelector("x")


def test_without_words_there_is_no_quote() -> None:
    assert selector_of([]) is None
    assert selector_of([target(" "), {"selector": {"type": "CssSelector", "value": "p"}}, {}]) is None


def test_places_of_a_record_count_before_those_of_today() -> None:
    assert selector_of([{**target("x", 5), "diptych:hints": [None, None]}]) == TextSelector("x")
    assert selector_of([{**target("x", 5), "diptych:hints": [7, 8]}]) == TextSelector("x", "", "", 7, 8)
    assert selector_of([{**target("x", 5), "diptych:hints": "odd"}]) == TextSelector("x", "", "", 5, 6)
