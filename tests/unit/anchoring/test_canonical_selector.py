"""Selectors in NFC, whatever the form of article and quote."""

from unicodedata import normalize

import pytest

from tui.anchoring.canonical_selector import canonical_selector, with_decomposed_hint
from tui.anchoring.searched_text import SearchedText
from tui.model import TextSelector

TEXT = "größere Häuser, größere Häuser"
DECOMPOSED = normalize("NFD", TEXT)


def test_composed_text_and_selector_stay_as_they_are() -> None:
    selector = TextSelector("Häuser", "größere ", ", größere", 8, 14)
    assert canonical_selector(SearchedText(TEXT), selector) is selector


def test_quote_and_contexts_are_composed() -> None:
    quote, prefix, suffix = (normalize("NFD", part) for part in ("Häuser", "größere ", ", größere"))
    selector = TextSelector(quote, prefix, suffix)
    assert canonical_selector(SearchedText(TEXT), selector) == TextSelector("Häuser", "größere ", ", größere")


def test_a_quote_that_parts_letter_and_mark_is_widened() -> None:
    assert canonical_selector(SearchedText("réel"), TextSelector("e", "r", "\u0301el")) == TextSelector("é", "r", "el")


@pytest.mark.parametrize("start", [DECOMPOSED.rindex("Ha"), TEXT.rindex("Hä")])
def test_a_hint_counts_todays_code_points_or_those_of_nfc(start: int) -> None:
    selector = TextSelector("Häuser", start=start)
    assert canonical_selector(SearchedText(DECOMPOSED), selector).start == TEXT.rindex("Hä")


def test_a_hint_can_count_the_code_points_of_nfd() -> None:
    selector = TextSelector("Häuser", start=DECOMPOSED.rindex("Ha"))
    assert with_decomposed_hint(SearchedText(TEXT), selector).start == TEXT.rindex("Hä")
