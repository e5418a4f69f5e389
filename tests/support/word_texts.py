"""Texts of few words, marks and awkward letters, so that words recur."""

from hypothesis import strategies as st

_PIECES = [
    *("red", "dog", "Dog", "don’t", "don't", "ran", "9", "渡轮", ",", "."),
    *(" ", " ", " ", "  ", "\n", "\n\n", "ß", "İ", "\ud800"),
]
word_texts = st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)
