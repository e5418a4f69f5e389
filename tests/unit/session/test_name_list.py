"""Tests of `tui.session.name_list`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.session.name_list import join_names, parse_names, split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", ()),
        (" ; ;", ()),
        ("Ada", ("Ada",)),
        ("Holm, Ada; Bo", ("Holm, Ada", "Bo")),
        (" Ada ;Bo;Ada", ("Ada", "Bo")),
    ],
)
def test_a_line_is_split_at_semicolons_and_names_each_once(line: str, names: tuple[str, ...]) -> None:
    assert split_names(line) == names


@settings(deadline=None, derandomize=True)
@given(st.lists(st.from_regex(r"[ab,.]([ab,. ]*[ab,.])?", fullmatch=True), unique=True).map(tuple))
def test_joined_names_are_split_into_the_same(names: tuple[str, ...]) -> None:
    assert split_names(join_names(names)) == names


def test_an_untouched_line_keeps_a_name_with_a_semicolon_whole() -> None:
    before = ("Holm; Ada", "Bo", "Bo")
    assert parse_names(" Holm; Ada; Bo; Bo\n", before) == before


def test_a_changed_line_is_split() -> None:
    assert parse_names("Holm; Ada", ("Holm; Ada", "Bo")) == ("Holm", "Ada")
