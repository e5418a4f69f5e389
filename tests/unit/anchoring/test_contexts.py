"""How far the text around a place agrees with prefix and suffix."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.anchoring.contexts import (
    context_agreement,
    context_is_elsewhere,
    context_support,
    contexts_are_elsewhere,
    has_whole_contexts,
)
from tui.anchoring.searched_text import SearchedText
from tui.model import TextSelector

LETTERS = string.ascii_lowercase[:20]


def test_whole_contexts_agree_fully_and_empty_ones_are_left_out() -> None:
    assert context_agreement("a ship sank", TextSelector("ship", "a ", " sank"), 2, 6) == (1.0, 1.0)
    assert context_agreement("a ship sank", TextSelector("ship", "a "), 2, 6) == (1.0,)
    assert context_agreement("a ship sank", TextSelector("ship"), 2, 6) == ()
    assert context_agreement("a ship sank", TextSelector("ship", "a ", " swam"), 2, 6) == (1.0, 0.0)


@pytest.mark.parametrize(("length", "share"), [(15, 0.0), (16, 15 / 16)])
def test_a_short_context_agrees_in_full_or_not_at_all(length: int, share: float) -> None:
    prefix = LETTERS[:length]
    text = "?" + prefix[1:] + "Q"
    assert context_agreement(text, TextSelector("Q", prefix), length, length + 1) == (share,)


@given(st.text("ab", max_size=40), st.text("ab", max_size=20), st.text("ab", max_size=20), st.integers(0, 40))
@settings(derandomize=True, deadline=None)
def test_an_agreement_is_a_share(text: str, prefix: str, suffix: str, start: int) -> None:
    shares = context_agreement(text, TextSelector("", prefix, suffix), start, start)
    assert len(shares) == bool(prefix) + bool(suffix)
    assert all(0 <= share <= 1 for share in shares)


@pytest.mark.parametrize(("distance", "elsewhere"), [(180, False), (201, True)])
def test_a_context_farther_than_200_code_points_is_elsewhere(distance: int, elsewhere: bool) -> None:
    searched = SearchedText(LETTERS + "?" * distance + "QUOTE")
    start = len(searched.text) - 5
    assert context_is_elsewhere(searched, TextSelector("QUOTE", LETTERS), start, start + 5) is elsewhere


def test_a_context_that_is_gone_is_not_elsewhere() -> None:
    searched = SearchedText("?" * 300 + "QUOTE")
    assert not context_is_elsewhere(searched, TextSelector("QUOTE", LETTERS), 300, 305)


@pytest.mark.parametrize(
    ("selector", "around", "elsewhere"),
    [
        (TextSelector("QUOTE", LETTERS + "\n"), "\nQUOTE", False),
        (TextSelector("QUOTE", LETTERS + "\n"), " QUOTE", True),
        (TextSelector("QUOTE", "", "\n" + LETTERS), "QUOTE\n", False),
        (TextSelector("QUOTE", "", "\n" + LETTERS), "QUOTE ", True),
    ],
)
def test_a_paragraph_may_move_away_from_the_next(selector: TextSelector, around: str, elsewhere: bool) -> None:
    context = selector.prefix + selector.suffix
    searched = SearchedText(context + "?" * 300 + around + "?" * 300 + context)
    start = searched.text.index("QUOTE")
    assert context_is_elsewhere(searched, selector, start, start + 5) is elsewhere


def test_support_is_the_mean_agreement_and_whole_without_contexts() -> None:
    assert context_support("a ship sank", TextSelector("ship", "a ", " swam"), 2, 6) == 0.5
    assert context_support("a ship sank", TextSelector("ship"), 2, 6) == 1.0


@pytest.mark.parametrize(("length", "whole"), [(16, True), (15, False)])
def test_whole_contexts_are_long_and_on_both_sides(length: int, whole: bool) -> None:
    prefix, suffix = LETTERS[:length], LETTERS[-length:]
    text = f"{prefix}QUOTE{suffix}"
    assert has_whole_contexts(text, TextSelector("QUOTE", prefix, suffix), length, length + 5) is whole
    assert not has_whole_contexts(text, TextSelector("QUOTE", prefix), length, length + 5)
    assert not has_whole_contexts(text, TextSelector("QUOTE", prefix, suffix), length, length + 4)


@pytest.mark.parametrize(
    ("text", "selector", "elsewhere"),
    [
        (LETTERS + "QUOTE", TextSelector("QUOTE", LETTERS), False),
        ("?" * 20 + "QUOTE", TextSelector("QUOTE", LETTERS), False),
        (LETTERS[:16] + "?" * 4 + "QUOTE", TextSelector("QUOTE", LETTERS), False),
        (LETTERS[:16] + "?" * 20 + "QUOTE", TextSelector("QUOTE", LETTERS), False),
        (LETTERS[:16] + "?" * 21 + "QUOTE", TextSelector("QUOTE", LETTERS), True),
        (LETTERS[4:] + "?" * 30 + LETTERS[4:] + "QUOTE", TextSelector("QUOTE", LETTERS), False),
        ("QUOTE" + "?" * 4 + LETTERS[4:], TextSelector("QUOTE", "", LETTERS), False),
        ("QUOTE" + "?" * 30 + LETTERS, TextSelector("QUOTE", "", LETTERS), True),
        ("not so QUOTE, so", TextSelector("QUOTE", "so "), False),
        ("so not QUOTE", TextSelector("QUOTE", "so "), True),
        ("so a QUOTE", TextSelector("QUOTE", "so "), False),
        (LETTERS + "?" * 9 + "END" + "?" * 900 + "QUOTE END", TextSelector("QUOTE", LETTERS, " END"), False),
        (LETTERS + "?" * 9 + " END" + "?" * 900 + "QUOTE END", TextSelector("QUOTE", LETTERS, " END"), True),
        ("QUOTE" + "?" * 900 + "so " + "?" * 9 + LETTERS, TextSelector("QUOTE", "so ", LETTERS), True),
        ("QUOTE" + "so " + "?" * 900 + LETTERS, TextSelector("QUOTE", "so ", LETTERS), False),
    ],
)
def test_the_far_half_of_a_changed_context_is_looked_for(text: str, selector: TextSelector, elsewhere: bool) -> None:
    start = text.index("QUOTE")
    assert contexts_are_elsewhere(SearchedText(text), selector, start, start + 5) is elsewhere
