"""Strict YAML: strings only, with offsets."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import RecordError
from tui.storage.yaml.document import parse, read_document
from tui.storage.yaml.nodes import Mapping, Scalar, plain_value

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]


def values(text: str) -> object:
    document = parse(text)
    assert not document.faults
    return plain_value(document.root) if document.root else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 0012", {"a": "0012"}),
        ("a: ~\nb: null", {"a": "~", "b": "null"}),
        ("a:\nb: ''", {"a": "", "b": ""}),
        ("a: 2001-01-01\nb: 1.0", {"a": "2001-01-01", "b": "1.0"}),
        ("- 1\n- [yes, {x: off}]", ("1", ("yes", {"x": "off"}))),
        ("a: |\n  x\n\n  y\n\nb: z", {"a": "x\n\ny\n", "b": "z"}),
        ("a: |\r\n  x\r\n  y\r\n", {"a": "x\ny\n"}),
        ('a: "\\u2028\\x07"', {"a": "\u2028\x07"}),
        ("", None),
        ("# nothing\n", None),
        ("%YAML 1.1\n---\na: b\n...\n", {"a": "b"}),
    ],
)
def test_scalars_stay_texts(text: str, value: object) -> None:
    assert values(text) == value


def test_order_is_kept() -> None:
    found = values("b: 1\na: 2\nc: 3")
    assert isinstance(found, dict)
    assert list(found) == ["b", "a", "c"]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", ["\u2028a: é\r\nb: 𝒳\rc: d\x85e: f\n", "a: 'x\u2028 y'\nb: c"])
def test_offsets_count_code_points(loader: type, text: str) -> None:
    document = parse(text, loader=loader)
    assert isinstance(document.root, Mapping)
    for key, value in document.root.entries.values():
        assert text[key.start : key.end] == key.value
        if isinstance(value, Scalar) and not value.style.strip():
            assert text[value.start : value.end] == value.value


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: b\nc: \xe9\xff", "f:2:4: byte 0xe9 is not UTF-8; save the file as UTF-8"),
        ("a: é\r\nü: ".encode() + b"\xff", "f:2:4: byte 0xff is not UTF-8"),
        ("a: b".encode("utf-16"), "f:1:1: is UTF-16; save it as UTF-8"),
    ],
)
def test_other_encodings_are_named(content: bytes, said: str) -> None:
    with pytest.raises(RecordError) as caught:
        read_document(content, Path("f"))
    assert str(caught.value).startswith(said)


def test_a_byte_order_mark_is_no_character() -> None:
    document = read_document("\ufeffa: b".encode())
    assert document.text == "a: b"
    assert document.root
    assert document.root.start == 0


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text("ab:-[]{}#&*!|>'\"%@`,? \n\t\r\x00é𝒳\u2028\ufeff<", max_size=40) | st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return
    document = read_document(content)
    assert document.complete or document.faults
    for each in document.faults:
        line, column = document.line_column(each.offset)
        assert 1 <= line <= text.count("\n") + text.count("\r") + 1
        assert column >= 1
        assert "\n" not in each.message
