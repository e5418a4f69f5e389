"""The selector of a place has the shortest context that makes it unique."""

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.anchoring import anchor, describe
from tui.anchoring.occurrences import occurrences
from tui.model import Anchor, AnchorState, TextSelector


def test_a_selector_has_quote_contexts_and_hint() -> None:
    assert describe("a ship sank", 2, 6) == TextSelector("ship", "a ", " sank", 2, 6)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3), (0, 99)])
def test_an_empty_or_impossible_range_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"{start} to {end} is not a range of this text of 28 code points"):
        describe("pada pada loch nor mada bada", start, end)


@pytest.mark.parametrize("lines", [4, 6, 9])
def test_the_context_is_the_shortest_that_is_unique(lines: int) -> None:
    line = "0123456789 He said it again and again. "
    text = "A" + line * lines + "B"
    start = text.index("said", 40)
    selector = describe(text, start, start + 4)
    assert len(selector.prefix) == len(selector.suffix)
    whole = selector.prefix + selector.quote + selector.suffix
    assert len(occurrences(text, whole)) == 1
    assert len(occurrences(text, whole[1:-1])) > 1


def test_a_context_has_at_least_32_code_points() -> None:
    selector = describe("x" * 50 + "unique" + "y" * 20, 50, 56)
    assert (selector.prefix, selector.suffix) == ("x" * 32, "y" * 20)


def test_a_context_is_unique_in_every_unicode_form() -> None:
    composed, decomposed = "größere Häuser am Hafen. " * 3, normalize("NFD", "größere Häuser am Hafen. ") * 3
    text = f"Erst {composed}, dann {decomposed} und Schluss."
    start = text.index(composed) + 2 * len(composed) // 3 - 1
    selector = describe(text, start, start + 5)
    for form in ("NFC", "NFD"):
        selector_in_form = TextSelector(selector.quote, selector.prefix, selector.suffix)
        expected = len(normalize(form, text[:start]))
        assert anchor(normalize(form, text), selector_in_form).start == expected


def test_a_context_counts_letters_not_their_parts() -> None:
    text = normalize("NFD", "한국어 기사가 여기 있다. " * 4 + "유일한" + " 한국어 기사가 여기 있다." * 4)
    start = text.index(normalize("NFD", "유일한"))
    selector = describe(text, start, start + len(normalize("NFD", "유일한")))
    assert (len(normalize("NFC", selector.prefix)), len(normalize("NFC", selector.suffix))) == (32, 32)


texts = st.text(alphabet=st.one_of(st.sampled_from("ab \n"), st.characters()), min_size=1, max_size=200)


@given(texts, st.data())
@settings(max_examples=150, derandomize=True, deadline=None)
def test_a_described_place_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert anchor(text, describe(text, start, end)) == Anchor(AnchorState.EXACT, start, end, 1.0)
