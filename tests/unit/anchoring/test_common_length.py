"""The length that two texts share, found by halving."""

from itertools import takewhile

from hypothesis import given
from hypothesis import strategies as st

from tui.anchoring.common_length import common_length

texts = st.text(alphabet="ab", max_size=12)


@given(texts, texts)
def test_it_is_the_length_of_the_common_beginning(old: str, new: str) -> None:
    limit = min(len(old), len(new))
    length = common_length(limit, lambda low, high: old[low:high] == new[low:high])
    equal = (first == second for first, second in zip(old, new, strict=False))
    assert length == len(list(takewhile(bool, equal)))
