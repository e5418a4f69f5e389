"""Where front matter is, and what is none."""

import pytest

from tui.model import Byline
from tui.model.front_matter import find_front_matter


@pytest.mark.parametrize(
    ("text", "end", "lines"),
    [
        ("---\ntitle: A\n---\nText", 16, 3),
        ("\n ---  \ntags:\n- a\n\n# why\nauthor: {name: B}\n...\nText", 46, 7),
        ('+++\n# Hugo\ntitle = """\nA\n"""\n+++', 32, 6),
        ("+++\nnonsense = = \n+++\n", 21, 3),
        ('---\ntitle: Bridge: shut\n"a-b": [1,\n  2\n]\n---\n', 44, 6),
    ],
)
def test_front_matter_ends_with_its_second_fence(text: str, end: int, lines: int) -> None:
    front_matter = find_front_matter(text)
    assert front_matter
    assert (front_matter.end, front_matter.line_count) == (end, lines)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\n---\nText",
        "---\n\n---\nText",
        "---\ntitle: no end",
        "--- title: a\n---",
        "Text\n---\ntitle: a\n---",
        "---\nThe mayor said: no.\nThen she left.\n---\nText",
        "+++\nThe mayor said no.\n+++\nText",
        "---\n- a\n---\n",
        "***\ntitle: a\n***\n",
    ],
)
def test_prose_between_two_rules_is_no_front_matter(text: str) -> None:
    assert find_front_matter(text) is None


def test_a_byline_keeps_its_values_and_takes_missing_ones() -> None:
    text = "---\noutlet: The South\nauthor: Ann Lee\n---\nText"
    assert Byline(outlet="The North").or_of(text) == Byline(outlet="The North", author="Ann Lee")
    byline = Byline(outlet="The North")
    assert byline.or_of("Text") is byline
