"""JSON as text: what the encoder of Python writes, in safe characters."""

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import compress
from operator import not_

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.formats.json_text import json_line, json_line_pieces, json_pieces, json_text
from tui.layout.visible import make_visible

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
shapes = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


class Word(StrEnum):
    """A text with a name."""

    YES = "yes"


@settings(max_examples=200, derandomize=True, deadline=None)
@given(shapes)
def test_it_is_what_the_encoder_of_python_writes(shape: object) -> None:
    assert json_text(shape, ascii_only=True) == json.dumps(shape, indent=2) + "\n"


def test_tuples_are_lists_and_enums_are_texts() -> None:
    shape = {"a": (Word.YES, True), "b": {}, "c": [[], {}, [{"d": ()}]]}
    assert json_text(shape) == json.dumps(shape, indent=2) + "\n"


def test_an_iterator_is_written_item_by_item() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(3):
            taken.append(number)
            yield number

    pieces = json_pieces({"numbers": numbers(), "none": iter(()), "one": 1})
    assert [next(pieces) for _ in range(2)] == ['{\n  "numbers": ', "[\n    0"]
    assert taken == [0]
    assert "".join(pieces) == ',\n    1,\n    2\n  ],\n  "none": [],\n  "one": 1\n}\n'


def test_an_iterator_can_be_all_there_is() -> None:
    assert json_text(iter([{"a": 1}, {}])) == json.dumps([{"a": 1}, {}], indent=2) + "\n"


def test_one_line_is_written_item_by_item() -> None:
    pieces = list(json_line_pieces({"a": iter([[1], "é\x7f"]), "b": iter(()), "c": {"d": 2}}))
    assert "".join(pieces) == json_line({"a": [[1], "é\x7f"], "b": [], "c": {"d": 2}})
    assert "[[1]" in pieces


@pytest.mark.parametrize(
    ("text", "written"),
    [("é 漢", '"é 漢"\n'), ("\x1b[31m", '"\\u001b[31m"\n'), ("\u202e", '"\\u202e"\n'), ("\x9b", '"\\u009b"\n')],
)
def test_control_and_invisible_characters_are_escaped(text: str, written: str) -> None:
    assert json_text(text) == written


def test_no_character_that_can_be_shown_is_escaped_and_every_other_is() -> None:
    beyond_ascii = [chr(code) for code in range(0x80, 0x20000)]
    is_visible = [make_visible(character) == character for character in beyond_ascii]
    assert json_line("".join(compress(beyond_ascii, is_visible)))[1:-1] == "".join(compress(beyond_ascii, is_visible))
    assert json_line("".join(compress(beyond_ascii, map(not_, is_visible)))).isascii()


def test_ascii_escapes_all_else() -> None:
    assert json_text("é", ascii_only=True) == '"\\u00e9"\n'


def test_delete_is_escaped_among_ascii_too() -> None:
    assert json_text(["a\x7f"]) == '[\n  "a\\u007f"\n]\n'


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.text(max_size=30), st.booleans())
def test_escaped_json_reads_back_as_the_same_text(text: str, ascii_only: bool) -> None:
    written = json_text([text], ascii_only=ascii_only)
    assert json.loads(written) == [text]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", written)
