"""Quotes that stand letter for letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.anchoring import anchor, anchor_all, describe
from tui.anchoring.occurrences import occurrences
from tui.model import Anchor, AnchorState, TextSelector

TEXT = "pada pada loch nor mada bada"


def places(found: Anchor) -> list[tuple[int, int]]:
    if found.start is not None and found.end is not None:
        return [(found.start, found.end)]
    return sorted((candidate.start, candidate.end) for candidate in found.candidates)


@pytest.mark.parametrize(
    ("text", "selector", "expected"),
    [
        (TEXT, TextSelector("loch"), [(10, 14)]),
        (TEXT, TextSelector("ada p"), [(1, 6)]),
        (TEXT, TextSelector("pada"), [(0, 4), (5, 9)]),
        ("ananas", TextSelector("ana"), [(0, 3), (2, 5)]),
        (TEXT, TextSelector("nothing"), []),
        (TEXT, TextSelector("pada", prefix="a "), [(5, 9)]),
        (TEXT, TextSelector("pada", suffix=" p"), [(0, 4)]),
        (TEXT, TextSelector("ada", prefix="m", suffix=" "), [(20, 23)]),
        (TEXT, TextSelector("ada", prefix="p", suffix=" "), [(1, 4), (6, 9)]),
        (TEXT, TextSelector("loch", prefix="mada "), []),
        (TEXT, TextSelector("loch", suffix="x"), []),
        (TEXT, TextSelector("", prefix="loch"), [(14, 14)]),
        (TEXT, TextSelector("", prefix="X"), []),
        ("ab", TextSelector(""), [(0, 0), (1, 1), (2, 2)]),
    ],
)
def test_text_quote_matches(text: str, selector: TextSelector, expected: list[tuple[int, int]]) -> None:
    found = anchor(text, selector)
    assert places(found) == expected
    assert found.state == {0: AnchorState.ORPHAN, 1: AnchorState.EXACT}.get(len(expected), AnchorState.REVIEW)


def test_hint_tells_equal_places_apart() -> None:
    assert anchor(TEXT, TextSelector("pada", start=5, end=9)) == Anchor(AnchorState.EXACT, 5, 9, 1.0)


def test_hint_between_other_words_is_not_believed() -> None:
    text = "The mayor denied it. Later on, though, the governor denied it. Nobody asked."
    selector = TextSelector("denied it", "Later on, though, the governor ", ". Nobody asked.", start=10, end=19)
    assert places(anchor(text, selector)) == [(52, 61)]


def test_tie_of_contexts_is_asked() -> None:
    line = "He said that the talks were useful and would go on.\n"
    found = anchor(line * 3, TextSelector("the talks were useful", "He said that ", " and would go on.\n"))
    assert found.state is AnchorState.REVIEW
    assert places(found) == [(13, 34), (65, 86), (117, 138)]


def test_tie_of_contexts_is_settled_by_the_hint() -> None:
    line = "He said that the talks were useful and would go on.\n"
    selector = TextSelector("the talks were useful", "xx He said that ", " and would go on.\n", start=65, end=86)
    assert places(anchor(line * 3, selector)) == [(65, 86)]


def test_unique_quote_survives_a_changed_context() -> None:
    old = "The minister told reporters that sixteen people were killed in the attack on Monday night."
    start = old.index("sixteen")
    new = "A spokesman announced sixteen people were killed in the attack, as far as is known."
    selector = describe(old, start, start + len("sixteen people were killed in the attack"))
    assert anchor(new, selector).state is AnchorState.EXACT


def test_brief_quote_needs_its_context() -> None:
    selector = TextSelector(
        "Aleppo", prefix="convoy of lorries on its way to ", suffix=", where the siege went on for weeks"
    )
    new = "The museum of Aleppo was rebuilt."
    assert anchor(new, selector).state in (AnchorState.ORPHAN, AnchorState.REVIEW)


@pytest.mark.parametrize("start", [-1, -5, 10**30, 27, 28, 29])
def test_impossible_hint_is_ignored(start: int) -> None:
    assert places(anchor(TEXT, TextSelector("loch", start=start, end=start + 4))) == [(10, 14)]


def test_describe_refuses_an_empty_span() -> None:
    for span in ((3, 3), (4, 3), (-1, 3), (0, 99)):
        with pytest.raises(ValueError, match="no span"):
            describe(TEXT, *span)


def test_describe_keeps_the_shortest_context_that_is_unique() -> None:
    line = "0123456789 He said it again and again. "
    text = "A" + line * 4 + "B"
    start = text.index("said", 60)
    selector = describe(text, start, start + 4)
    assert len(selector.prefix) == len(selector.suffix)
    whole = selector.prefix + selector.quote + selector.suffix
    assert len(occurrences(text, whole)) == 1
    assert len(occurrences(text, whole[1:-1])) > 1


def test_describe_keeps_at_least_thirty_two_code_points() -> None:
    text = "x" * 50 + "unique" + "y" * 20
    selector = describe(text, 50, 56)
    assert (selector.prefix, selector.suffix) == ("x" * 32, "y" * 20)


texts = st.text(alphabet=st.one_of(st.sampled_from("ab \n"), st.characters()), max_size=200)


@given(texts, st.data())
@settings(max_examples=150, derandomize=True, deadline=None)
def test_what_describe_says_is_found_again(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert anchor(text, describe(text, start, end)) == Anchor(AnchorState.EXACT, start, end, 1.0)


selectors = st.builds(
    TextSelector, texts, texts, texts, st.none() | st.integers(-5, 300), st.none() | st.integers(-5, 300)
)


@given(texts, st.lists(selectors, max_size=5))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_any_text_gets_an_answer_and_a_batch_the_same(text: str, listed: list[TextSelector]) -> None:
    found = anchor_all(text, listed)
    assert found == tuple(anchor(text, selector) for selector in listed)
    for each, selector in zip(found, listed, strict=True):
        if each.state is AnchorState.EXACT:
            assert text[each.start : each.end] == selector.quote
        for candidate in each.candidates:
            assert 0 <= candidate.start <= candidate.end <= len(text)


def test_among_very_many_places_a_whole_context_finds_its_own() -> None:
    text = "an owl, " * 3000 + "then an owl that nobody had seen before"
    selector = TextSelector("owl", "it was an old ", " that nobody had seen before")
    assert places(anchor(text, selector)) == [(24008, 24011)]
