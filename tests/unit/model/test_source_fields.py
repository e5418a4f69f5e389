"""Which keys of front matter are an article's source."""

import pytest

from tui.model.front_matter import find_front_matter
from tui.model.source_fields import source_fields


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("title: A\nheadline: B", {"title": "A"}),
        ("site: North\npublisher: South", {"outlet": "South"}),
        ("authors: [A, B]", {"author": "A, B"}),
        ("published: 1 May 2024", {"date": "1 May 2024"}),
        ("url: /posts/a\ncanonical_url: https://x.org/a", {"url": "https://x.org/a"}),
        ("source: https://x.org/a", {"url": "https://x.org/a"}),
        ("source: The North\nwebsite: http://x.org", {"outlet": "The North"}),
        ("tags: [a]\nlayout: post", {}),
    ],
)
def test_the_first_key_that_fits_is_taken(source: str, expected: dict[str, str]) -> None:
    front_matter = find_front_matter(f"---\n{source}\n---\n")
    assert front_matter
    assert source_fields(front_matter) == expected
