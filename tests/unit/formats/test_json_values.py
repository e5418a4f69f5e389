"""Values out of any JSON."""

import pytest

from tui.errors import FormatError
from tui.formats.json_values import (
    frozen_json,
    items_in,
    mappings_in,
    offset_in,
    parse_json,
    text_in,
    texts_in,
)


def test_lone_surrogates_are_replaced() -> None:
    assert parse_json('{"\\ud800": ["\\uDFFF", "\\ud83d\\ude42", 1]}') == {"\ufffd": ["\ufffd", "🙂", 1]}


@pytest.mark.parametrize(
    ("text", "message"), [("{\n1", "^2:1: is not JSON"), ("[" * 99_999, "too deeply"), ("1" * 9_999, "is not JSON")]
)
def test_what_is_no_json_is_refused(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        parse_json(text)


def test_values_have_the_type_that_is_wanted() -> None:
    shape = {"a": "x", "b": ["y", 1, ""], "c": 3, "d": -1, "e": True, "f": [{}, "z"]}
    assert [text_in(shape, name) for name in "abz"] == ["x", "", ""]
    assert [texts_in(shape, name) for name in "abz"] == [("x",), ("y",), ()]
    assert [offset_in(shape, name) for name in "acdez"] == [None, 3, None, None, None]
    assert (items_in(None), items_in("x"), items_in(["x"])) == ([], ["x"], ["x"])
    assert mappings_in(shape["f"]) == [{}]


def test_own_keys_are_kept_as_texts() -> None:
    assert frozen_json({"a": ["x", 1, None, True]}) == {"a": ("x", "1", "", "true")}
