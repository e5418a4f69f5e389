"""Fields in the front matter of an article."""

import pytest

from tui.model import Byline
from tui.model.front_matter import front_matter_fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ('---\nOutlet: "The North"\ndate: 2016-12-28\n---\nText', {"outlet": "The North", "date": "2016-12-28"}),
        ("+++\nauthor = 'Ann Lee'\n+++\nText", {"author": "Ann Lee"}),
        ("---\ntags:\n  - a\n---\n", {"tags": ""}),
        ("outlet: none\n---\n", {}),
        ("---\noutlet: no end", {}),
        ("", {}),
    ],
)
def test_fields_are_read_from_the_head(text: str, fields: dict[str, str]) -> None:
    assert front_matter_fields(text) == fields


def test_a_byline_keeps_its_values_and_takes_missing_ones() -> None:
    text = "---\noutlet: The South\nauthor: Ann Lee\n---\nText"
    assert Byline(outlet="The North").or_of(text) == Byline(outlet="The North", author="Ann Lee")
    byline = Byline(outlet="The North")
    assert byline.or_of("Text") is byline
