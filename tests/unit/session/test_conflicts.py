"""Tests of `tui.session.conflicts`."""

from dataclasses import replace

from collations import annotate

from tui.session.conflicts import FieldDifference, differing_fields

MINE = annotate("claim", "q", ("Ada", "Bo"), "radar", id="a", body="Mine", tags=("t", "u"), modified="2026")


def test_equal_versions_differ_in_nothing() -> None:
    assert differing_fields(MINE, MINE) == ()


def test_each_field_that_differs_is_shown_in_both_versions() -> None:
    theirs = replace(MINE, speaker=("Ada",), body="", tags=("u", "t"))
    assert differing_fields(MINE, theirs) == (
        FieldDifference("speaker", "Ada; Bo", "Ada"),
        FieldDifference("comment", "Mine", ""),
        FieldDifference("tags", "t; u", "u; t"),
    )


def test_a_quote_differs_but_not_its_context() -> None:
    assert differing_fields(MINE, replace(MINE, target=None)) == (FieldDifference("quote", "q", ""),)
    assert MINE.target is not None
    assert differing_fields(MINE, replace(MINE, target=replace(MINE.target, start=5, prefix="x"))) == ()


def test_what_a_user_cannot_change_is_not_compared() -> None:
    assert differing_fields(MINE, replace(MINE, modified="2027", annotator="Olga", was=("old",))) == ()
