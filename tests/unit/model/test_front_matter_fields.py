"""The fields of front matter, as people write them."""

import pytest

from tui.model.front_matter import find_front_matter
from tui.model.front_matter_fields import Fields, read_fields


def fields(source: str, fence: str = "---") -> Fields:
    front_matter = find_front_matter(f"{fence}\n{source}\n{fence}\n")
    assert front_matter
    return read_fields(front_matter)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("title: Bridge: shut  # yes", {"title": ("Bridge: shut",)}),
        ('Title: "A \\"b\\" # c" # d', {"title": ('A "b" # c',)}),
        ("title: 'It''s'", {"title": ("It's",)}),
        ("title: >-\n  A long\n  title", {"title": ("A long title",)}),
        ("title: A long\n  title", {"title": ("A long title",)}),
        ("author: [ 'Lee, Ann', Bo ]", {"author": ("Lee, Ann", "Bo")}),
        ("authors:\n- Ann\n- name: Bo\n  url: x", {"authors": ("Ann", "Bo")}),
        ("publisher:\n  name: North\n  logo: x", {"publisher": ("North",)}),
        ('author: "[[Ann Lee]]"', {"author": ("Ann Lee",)}),
        ("site_name: North\nsite-name: South", {"sitename": ("North",)}),
        ("title:\ndate: ~\nurl: null\ntags: []", {}),
        ("a: &x 1\nb: *x\n? c\n", None),
        ("a: &x 1\nb: *x", {"a": ("&x 1",), "b": ("*x",)}),
    ],
)
def test_yaml_is_read_line_by_line(source: str, expected: Fields | None) -> None:
    if expected is None:
        assert find_front_matter(f"---\n{source}\n---\n") is None
    else:
        assert fields(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("title = 'A'\ndate = 2024-05-01", {"title": ("A",), "date": ("2024-05-01",)}),
        ("authors = ['A', {name = 'B'}, 3]", {"authors": ("A", "B")}),
        ("[extra]\noutlet = 'North'\n[other]\nauthor = 'x'", {"outlet": ("North",)}),
        ("title = nonsense", {}),
    ],
)
def test_toml_is_read_with_the_tables_of_a_site(source: str, expected: Fields) -> None:
    assert fields(source, "+++") == expected


def test_a_long_value_is_cut() -> None:
    assert fields("title: " + "a" * 600) == {"title": ("a" * 500,)}
