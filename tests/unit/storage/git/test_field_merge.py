"""Merging a mapping by field."""

import pytest

from tui.storage.git.field_merge import merge_entries, merge_fields, merge_record_field
from tui.storage.git.parts import TextPart, entry_parts
from tui.storage.yaml.document import parse
from tui.storage.yaml.nodes import Mapping


def parts(text: str) -> list[TextPart]:
    root = parse(text).root
    assert isinstance(root, Mapping)
    return entry_parts(text, root, 0)


def test_the_later_time_of_a_change_is_kept() -> None:
    times = ("2020-01-01", "2021-01-01T10:00:00+05:00", "2021-01-01T06:00:00Z")
    merged = merge_entries([parts(f"modified: {time}\n") for time in times], merge_record_field)
    assert (merged.text, merged.conflicts) == (f"modified: {times[2]}\n", 0)


def test_what_both_resolve_is_united_without_what_either_removed() -> None:
    sides = ("[a, b]", "[a, b, c]", "[b, d]")
    merged = merge_entries([parts(f"resolves: {side}\n") for side in sides], merge_record_field)
    assert (merged.text, merged.conflicts) == ("resolves: [b, c, d]\n", 0)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("{a: b, c: d}", "{a: x, c: d}", "{a: b, c: w, e: f}", "k: {a: x, c: w, e: f}\n"),
        ("{a: b, c: d}", "{a: x, c: d}", "{a: b}", "k: {a: x}\n"),
        ("{a: b}", "{a: x}", "{a: y}", None),
        ("one", "{text: one, c: d}", "two", "k: {text: two, c: d}\n"),
        ("{a: b, c: d}", "{a: b}", "{c: d}", None),
        ("{a: b}", "\n  a: x", "{a: b, c: d}", "k: \n  a: x\n  c: d\n"),
    ],
)
def test_a_mapping_in_braces_is_merged_by_field(base: str, ours: str, theirs: str, expected: str | None) -> None:
    before, own, other = (parts(f"k: {text}\n")[0] for text in (base, ours, theirs))
    merged = merge_fields(before, own, other, 0)
    assert (merged.text if merged else None) == expected
