"""The parts of a mapping and of a list."""

from tui.storage.git.parts import entry_parts, group, item_parts, line_after, line_begin, shift
from tui.storage.yaml.document import parse
from tui.storage.yaml.nodes import Mapping, Sequence

TEXT = "# head\na: '#1' # one\n\n# of b\nb:\n- id: x # two\n  c: d\n# three\n-\n  id: y\n"


def test_gaps_and_lines_are_the_whole_text() -> None:
    root = parse(TEXT).root
    assert isinstance(root, Mapping)
    first, second = entry_parts(TEXT, root, 0)
    assert "".join(part.gap + part.source for part in (first, second)) == TEXT
    assert (first.gap, first.source, first.comments) == ("# head\n", "a: '#1' # one\n", ("# one",))
    assert (second.gap, second.comments) == ("\n# of b\n", ("# two", "# three"))
    assert isinstance(second.node, Sequence)
    items = item_parts(TEXT, second.key_end, second.node)
    assert "".join(item.gap + item.source for item in items) == TEXT[TEXT.index("- id") :]
    assert [(item.name, item.gap, item.comments) for item in items] == [("x", "", ("# two",)), ("y", "# three\n", ())]


def test_the_first_field_behind_a_dash_has_spaces_for_it() -> None:
    root = parse(TEXT).root
    assert isinstance(root, Mapping)
    node = root.get("b")
    assert isinstance(node, Sequence)
    item = node.items[0]
    assert isinstance(item, Mapping)
    fields = entry_parts(TEXT, item, TEXT.index("- id"))
    assert [field.source for field in fields] == ["  id: x # two\n", "  c: d\n"]
    joined = group(fields, frozenset({"id", "c"}), "both")
    assert [(part.source, part.values) for part in joined] == [("  id: x # two\n  c: d\n", {"id": "x", "c": "d"})]


def test_lines() -> None:
    assert (line_begin("a\nbc", 3), line_after("a\nbc", 0), line_after("a\nbc", 2)) == (2, 2, 4)
    assert (shift("  a\n\n    b\n", -2), shift("a\n\n  b\n", 2)) == ("a\n\n  b\n", "  a\n\n    b\n")
