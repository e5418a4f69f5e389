"""The items of a list change at their places, and the comments stay."""

from pathlib import Path

import pytest

from tui.storage.records.field_edits import apply_edits
from tui.storage.records.item_edits import item_edits
from tui.storage.records.locate import parse_file
from tui.storage.yaml.nodes import Mapping, Sequence, plain_values

BLOCK = "x:\n  # all of them\n  - a   # first\n  - b\n  # above c\n  - c   # third\nnext: y\n"
FLOW = "x: [a, b, c]   # three\nnext: y\n"
BROKEN = "x: [a,   # first\n  b,   # second\n  c]   # third\nnext: y\n"


def edited(text: str, values: list[str | None], added: tuple[str, ...] = ()) -> str | None:
    """Return the text with the items of `x` changed, once it reads back so."""
    root = parse_file(Path("a.yaml"), text.encode()).document.root
    assert isinstance(root, Mapping)
    node = root.get("x")
    assert isinstance(node, Sequence)
    edits = item_edits(text, node, values, added)
    if edits is None:
        return None
    result = apply_edits(text, edits)
    after = parse_file(Path("a.yaml"), result.encode()).document.root
    assert isinstance(after, Mapping)
    expected = (*(value for value in values if value is not None), *added)
    assert plain_values(after) == {"x": expected, "next": "y"}
    return result


@pytest.mark.parametrize(
    ("text", "values", "added", "expected"),
    [
        (BLOCK, ["a", "b", None], (), BLOCK.replace("- c   # third", "# third")),
        (BLOCK, [None, "b", "c"], (), BLOCK.replace("- a   # first", "# first")),
        (BLOCK, ["a", None, "c"], (), BLOCK.replace("  - b\n", "")),
        (
            BLOCK,
            ["z", None, "c"],
            ("d",),
            BLOCK.replace("- a", "- z").replace("  - b\n", "").replace("third", "third\n  - d"),
        ),
        (FLOW, ["a", "b", None], (), FLOW.replace(", c", "")),
        (FLOW, [None, None, "c"], (), FLOW.replace("a, b, ", "")),
        (FLOW, ["a", None, None], ("d, e",), FLOW.replace(", b, c", ', "d, e"')),
        (BROKEN, ["a", "b", None], (), BROKEN.replace("b,", "b").replace("  c]", "  ]")),
        (BROKEN, ["a", None, "c"], (), BROKEN.replace("b,   #", "#")),
    ],
)
def test_only_what_changes_is_written(
    text: str, values: list[str | None], added: tuple[str, ...], expected: str
) -> None:
    assert edited(text, values, added) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("x: [a   # first, they say\n  , b]\nnext: y\n", ["a", None]),
        ("x:\n  -\n    a\n  - b\nnext: y\n", ["a", None]),
        (FLOW, [None, None, None]),
        (FLOW, ["a", "b"]),
    ],
)
def test_a_list_that_must_be_written_anew_is_left_to_the_caller(text: str, values: list[str | None]) -> None:
    assert edited(text, values) is None
