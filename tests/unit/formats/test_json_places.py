"""The line of an item of JSON, for errors."""

import json

import pytest

from tui.formats.json_places import item_line, item_lines, with_lines


@pytest.mark.parametrize(
    ("text", "number", "key", "line"),
    [
        ('[1,\n\n{"a": [\n2]}, "]"]', 2, "", 3),
        ('[1,\n\n{"a": [\n2]},\n "]"]', 3, "", 5),
        ('{"b": {"a": [0,\n0]},\n"a": [\n1,\n2]}', 2, "a", 5),
        ('{"a": [1], "a":\n[2]}', 1, "a", 2),  # the last one counts, as json has it
        (' {"a": []}', 1, "a", 0),
        ('{"a":\n1}', 1, "a", 2),
        ('{"a":\n1}', 2, "a", 0),
        ("{}", 1, "a", 0),
        ('\n{"a": 1}', 1, "", 2),
        ("[]", 1, "", 0),
        ("7", 1, "a", 0),
    ],
)
def test_an_item_begins_on_a_line(text: str, number: int, key: str, line: int) -> None:
    json.loads(text)
    assert item_line(text, number, key) == line
    assert [*item_lines(text, key)][number - 1 :][:1] == [line] * bool(line)


def test_no_item_is_lost_though_its_line_is_not_found() -> None:
    assert list(with_lines("[1,\n2]", [1, 2])) == [(1, 1), (2, 2)]
    assert list(with_lines("{}", [1, 2], "a")) == [(0, 1), (0, 2)]
