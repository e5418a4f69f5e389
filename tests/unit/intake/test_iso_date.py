"""A date as it is written becomes ISO 8601 if that is sure."""

import pytest

from tui.intake.iso_date import iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026-11-26", "2026-11-26"),
        ("2026-11", "2026-11"),
        ("2026", "2026"),
        ("2026-11-26T14:30:00.123Z", "2026-11-26T14:30:00Z"),
        ("2026-11-26T14:30:00Z", "2026-11-26T14:30:00Z"),
        ("2026-11-26 14:30 +0100", "2026-11-26T14:30+01:00"),
        ("20261126", "2026-11-26"),
        ("20261126T143000+0100", "2026-11-26T14:30:00+01:00"),
        ("Thu, 26 Nov 2026 14:30:00 +0000", "2026-11-26T14:30:00+00:00"),
        ("2026/1/8", "2026-01-08"),
        ("28.11.2026", "2026-11-28"),
        ("28. 1. 2026", "2026-01-28"),
        ("13/4/2026", "2026-04-13"),
        ("4/13/2026", "2026-04-13"),
        ("5/5/2026", "2026-05-05"),
        ("３１.12.2026", "2026-12-31"),
        ("Nov. 26, 2026", "2026-11-26"),
        ("28 Nov. 2026", "2026-11-28"),
        ("28th of  November 2026", "2026-11-28"),
        ("Wednesday, 28 December 2026", "2026-12-28"),
        ("Mon 5 May 2026", "2026-05-05"),
        ("Sept. 1, 2026", "2026-09-01"),
        ("May 1 2026", "2026-05-01"),
        ("November 2026", "2026-11"),
        ("Published 26th of November 2026 at noon", "2026-11-26"),
        ("Published 10:02 AM EST Nov 19, 2026", "2026-11-19"),
        ("26 November 2026, that is Nov 26, 2026", "2026-11-26"),
    ],
)
def test_a_date_becomes_iso_if_that_is_sure(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        *("", "yesterday", "3/4/2026", "2026-13-01", "2026-13", "2026-02-30", "Feb 30, 2026", "31 February 2026"),
        *("Decembrist 2026", "ma 2026", "0 May 2026", "26 Nov 0000", "28 Nov", "Thu, 26 Nov 999999 14:30:00"),
        *("2026-12-31 garbage", "٢٠١٦-١٢-٣١", "9" * 100, "2026-11-26T25:00", "28.11.2026 14:30", "30.2.2026"),
        *("between May 3, 2026 and May 5, 2026", "Since November 2026 it is shut", "2026-1-8"),
    ],
)
def test_what_is_no_certain_date_is_not_read(written: str) -> None:
    assert iso_date(written) == ""
