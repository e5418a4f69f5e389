"""Properties are YAML, and tags are those that Obsidian knows."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.formats.obsidian.properties import property_block, tag_name, tag_names

ANY = st.text(max_size=30) | st.sampled_from(["---", "\n---\n", "a: b", "{{x}}", '"', "\\", "\u2028", "no", "- x", "#"])


@settings(max_examples=150, derandomize=True, deadline=None)
@given(ANY, st.lists(ANY, max_size=3))
def test_properties_are_read_back_as_they_were(text: str, items: list[str]) -> None:
    block = property_block({"title": text, "tags": items})
    lines = block.splitlines()
    assert len(lines) <= 4
    read = yaml.safe_load("\n".join(lines[1:-1])) or {}
    assert str(read.get("title", "")) == text
    assert read.get("tags", []) == items


def test_what_is_empty_is_left_out_and_a_day_stays_one() -> None:
    assert property_block({"a": "", "b": []}) == ""
    assert property_block({"a": "", "date": "2026-05-03", "b": ["x"]}) == '---\ndate: 2026-05-03\nb: ["x"]\n---'


@pytest.mark.parametrize(
    ("text", "name"),
    [("on the record", "on-the-record"), ("2016", "_2016"), ("a/b", "a/b"), ("%%x%%", "x"), ("#", ""), ("été", "été")],
)
def test_a_tag_has_letters_digits_and_hyphens(text: str, name: str) -> None:
    assert tag_name(text) == name
    assert tag_names([text, text]) == [name] * bool(name)
