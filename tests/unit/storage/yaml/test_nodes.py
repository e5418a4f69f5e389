"""Nodes and their offsets."""

import pytest

from tui.storage.yaml.document import parse
from tui.storage.yaml.nodes import Mapping, Scalar, Sequence, node_noun, plain_value, plain_values


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("- a: b  # c\n# d\n- e\n", ["a: b", "e"]),
        ("- a: |\n    b\n\n  # c\n- e\n", ["a: |\n    b", "e"]),
        ("- a: |+\n    b\n\n- e\n", ["a: |+\n    b\n", "e"]),
        ("- a: |\n    b\n       \n- e\n", ["a: |\n    b\n       ", "e"]),
        ("- a:\n    - b\n    - c\n\n- d: {e: f}\n", ["a:\n    - b\n    - c", "d: {e: f}"]),
        ("- a:\n- b:\n", ["a:", "b:"]),
    ],
)
def test_an_item_ends_where_its_last_text_ends(text: str, ends: list[str]) -> None:
    document = parse(text)
    assert isinstance(document.root, Sequence)
    assert [text[item.start : item.end] for item in document.root.items] == ends


def test_values_come_without_their_offsets() -> None:
    root = parse("a: b\nc: [d, {e: f}]\n").root
    assert isinstance(root, Mapping)
    assert plain_value(root) == plain_values(root) == {"a": "b", "c": ("d", {"e": "f"})}


def test_a_mapping_is_looked_up_by_key() -> None:
    root = parse("a: b\nc: [d]\n").root
    assert isinstance(root, Mapping)
    assert isinstance(root.get("a"), Scalar)
    assert isinstance(root.get("c"), Sequence)
    assert root.get("d") is None
    assert [node_noun(node) for node in (root, root.entries["a"][1], root.entries["c"][1])] == [
        "a mapping",
        "text",
        "a list",
    ]


def test_a_mapping_is_faulty_until_it_is_closed() -> None:
    root = parse("a: {b: c}\nd: {e: [\n").root
    assert isinstance(root, Mapping)
    whole, broken = root.get("a"), root.get("d")
    assert isinstance(whole, Mapping)
    assert isinstance(broken, Mapping)
    assert (whole.faulty, broken.faulty, root.faulty) == (False, True, True)
