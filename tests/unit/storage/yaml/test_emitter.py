"""Values as YAML that reads back as the same text."""

import pytest
import yaml

from tui.errors import SaveError
from tui.storage.yaml.document import parse
from tui.storage.yaml.emitter import line_value, literal_block, plain_or_quoted, quoted_scalar
from tui.storage.yaml.nodes import Mapping, plain_value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("word", "word"),
        ("two words, and a comma", "two words, and a comma"),
        ("It is: so", '"It is: so"'),
        ("a:b", "a:b"),
        ("# no", '"# no"'),
        ("no", '"no"'),
        ("12:30", '"12:30"'),
        ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"),
        ("ends in space ", '"ends in space "'),
        ("", '""'),
        ('say "x"\n', '"say \\"x\\"\\n"'),
        ("\x07\u2028\ufeff", '"\\u0007\\u2028\\ufeff"'),
        ("é😀", "é😀"),
    ],
)
def test_a_text_is_plain_if_every_yaml_reader_takes_it_for_this_text(value: str, written: str) -> None:
    assert plain_or_quoted(value) == written
    document = parse(f"a: {written}\n")
    assert isinstance(document.root, Mapping)
    assert plain_value(document.root) == {"a": value}
    if value != "2026-01-02T03:04:05Z":
        assert yaml.safe_load(f"a: {written}\n") == {"a": value}


def test_in_brackets_a_comma_is_quoted_too() -> None:
    assert plain_or_quoted("a, b", flow=True) == '"a, b"'
    assert plain_or_quoted("a:b", flow=True) == '"a:b"'


def test_lists_and_mappings_are_one_line() -> None:
    assert line_value(("One", "Two, Three")) == '[One, "Two, Three"]'
    assert line_value({"a": ["b", {"c": "d"}]}) == '{"a": [b, {"c": d}]}'
    assert line_value(()) == "[]"


def test_what_yaml_cannot_hold_is_refused() -> None:
    with pytest.raises(SaveError, match=r"U\+D800 is an unpaired surrogate and cannot be stored"):
        quoted_scalar("x\ud800")
    with pytest.raises(SaveError, match="3 is neither text nor a list or mapping of texts; nothing was written"):
        line_value(3)


@pytest.mark.parametrize(
    "value", ["one line", " a\nb", "a\nb ", "a \nb", "a\t\nb", "a\r\nb", "\na\nb", "a\x07\nb", "a\nb\n\n"]
)
def test_a_text_that_a_block_could_change_is_no_block(value: str) -> None:
    assert literal_block(value, "  ", "\n") is None


def test_several_lines_are_a_literal_block() -> None:
    assert literal_block("a\n\nb\n", "  ", "\n") == "|\n  a\n\n  b"
    assert literal_block("a\nb", "    ", "\r\n") == "|-\r\n    a\r\n    b"
