"""The selector of a place has the shortest context that makes it unique."""

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


texts = st.text(alphabet=st.one_of(st.sampled_from("ab \n"), st.characters()), min_size=1, max_size=200)


@given(texts, st.data())
@settings(max_examples=150, derandomize=True, deadline=None)
def test_a_described_place_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert anchor(text, describe(text, start, end)) == Anchor(AnchorState.EXACT, start, end, 1.0)
