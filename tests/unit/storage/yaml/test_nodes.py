"""Nodes and their offsets."""

import pytest

from tui.storage.yaml.document import parse
from tui.storage.yaml.nodes import Sequence


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
