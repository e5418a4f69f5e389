"""Dates as people write them."""

import pytest

from tui.session.written_date import iso_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2016-12-31", "2016-12-31"),
        ("2016-12-31T10:00:00Z", "2016-12-31T10:00:00Z"),
        ("2016-12", "2016-12"),
        ("2016", "2016"),
        ("2016/1/8", "2016-01-08"),
        ("28.11.2016", "2016-11-28"),
        ("28. 1. 2016", "2016-01-28"),
        ("28 Nov. 2016", "2016-11-28"),
        ("28th of  November 2016", "2016-11-28"),
        ("Wednesday, 28 December 2016", "2016-12-28"),
        ("Mon 5 May 2026", "2026-05-05"),
        ("Sept. 3, 2016", "2016-09-03"),
        ("November 2016", "2016-11"),
        ("13/4/2016", "2016-04-13"),
        ("4/13/2016", "2016-04-13"),
        ("5/5/2016", "2016-05-05"),
        ("３１.12.2016", "2016-12-31"),
    ],
)
def test_a_date_is_read_as_iso(written: str, read: str) -> None:
    assert iso_date(written) == read


@pytest.mark.parametrize(
    "written",
    [
        *("", "yesterday", "2016-02-30", "2016-13", "3/4/2016", "31 February 2016", "Decembrist 2016", "ma 2016"),
        *("0 May 2016", "2016-12-31 garbage", "28 Nov", "٢٠١٦-١٢-٣١"),
    ],
)
def test_what_is_no_certain_date_is_not_read(written: str) -> None:
    assert iso_date(written) == ""
