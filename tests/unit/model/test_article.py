"""An article's canonical text, and what it is called."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Article, Byline, canonicalize


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("\ufeffone", "one"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("\r\r\n\n", "\n\n\n"),
        ("one\ufeff", "one\ufeff"),
        ("e\u0301 \u00a0", "e\u0301 \u00a0"),
    ],
)
def test_a_canonical_text_has_no_byte_order_mark_and_only_line_feeds(text: str, canonical: str) -> None:
    assert canonicalize(text) == canonical


@given(st.text("ab\r\n", max_size=20))
def test_a_canonical_text_has_the_same_lines(text: str) -> None:
    assert "\r" not in canonicalize(text)
    assert canonicalize(text).split("\n") == text.replace("\r\n", "\r").replace("\n", "\r").split("\r")


def article(text: str, **byline: str) -> Article:
    return Article("file-stem", text, Path("file-stem.txt"), Byline(**byline))


@pytest.mark.parametrize(
    ("text", "title"),
    [("\n  A headline \nText", "A headline"), ("One line", "One line"), (" \n ", "file-stem"), ("", "file-stem")],
)
def test_the_title_is_the_first_line_that_is_not_blank_or_the_id(text: str, title: str) -> None:
    assert article(text).title == title


def test_a_title_of_the_byline_comes_first() -> None:
    assert article("A headline", title="Given").title == "Given"
    assert article("A headline", title=" Birth Bill ").title == "Birth Bill"
    assert article("A headline", title=" ").title == "A headline"


def test_an_account_is_called_by_its_outlet_or_its_title() -> None:
    assert article("A headline", outlet="The Outlet").name == "The Outlet"
    assert article("A headline").name == "A headline"


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2026-11-26T14:30:00+01:00", "2026-11-26"),
        ("2026-11-26", "2026-11-26"),
        ("Thursday, 26 Nov", "Thursday, 26 Nov"),
        ("2026-11-26T", "2026-11-26T"),
        ("", ""),
    ],
)
def test_a_day_is_a_date_without_its_time(date: str, day: str) -> None:
    assert Byline(date=date).day == day
