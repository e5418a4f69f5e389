"""A quote and today's text, compared word by word."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.anchoring import ChangeKind, WordChange, word_changes

KEPT, REPLACED, REMOVED, ADDED = ChangeKind


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("same", "same", [(KEPT, "same", "same")]),
        ("16 killed", "19 killed", [(REPLACED, "16", "19"), (KEPT, " killed", " killed")]),
        ("did say", "did not say", [(KEPT, "did ", "did "), (ADDED, "", "not "), (KEPT, "say", "say")]),
        ("the old mayor", "the mayor", [(KEPT, "the ", "the "), (REMOVED, "old ", ""), (KEPT, "mayor", "mayor")]),
        ("a b c d", "a x y d", [(KEPT, "a ", "a "), (REPLACED, "b c", "x y"), (KEPT, " d", " d")]),
        ("don’t", "don't", [(KEPT, "don", "don"), (REPLACED, "’", "'"), (KEPT, "t", "t")]),
        ("größer 1", "gro\u0308ßer 2", [(KEPT, "größer ", "gro\u0308ßer "), (REPLACED, "1", "2")]),
        ("हिन्दी", "हिन्दू", [(REPLACED, "हिन्दी", "हिन्दू")]),
        ("co\u00adop", "coop", [(REPLACED, "co\u00adop", "coop")]),
        ("a  b", "a b", [(KEPT, "a", "a"), (REPLACED, "  ", " "), (KEPT, "b", "b")]),
    ],
)
def test_changed_words(old: str, new: str, expected: list[tuple[ChangeKind, str, str]]) -> None:
    assert word_changes(old, new) == tuple(WordChange(*change) for change in expected)


pieces = st.lists(st.sampled_from(["red", "dog", " ", "  ", "\n", ".", "“", "9"]), max_size=12).map("".join)


@given(pieces, pieces)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_changes_join_to_both_texts(old: str, new: str) -> None:
    changes = word_changes(old, new)
    assert "".join(change.old for change in changes) == old
    assert "".join(change.new for change in changes) == new
    assert all((change.old == change.new) is (change.kind is KEPT) for change in changes)
    same = [change.kind is KEPT for change in changes]
    assert all(left is not right for left, right in pairwise(same))
