"""A date as it is written becomes ISO 8601 if that is sure."""

import pytest

from tui.intake.iso_date import as_iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026-11-26", "2026-11-26"),
        ("2026-11-26T14:30:00.123Z", "2026-11-26T14:30:00Z"),
        ("2026-11-26 14:30 +0100", "2026-11-26T14:30+01:00"),
        ("20261126", "2026-11-26"),
        ("20261126T143000+0100", "2026-11-26T14:30:00+01:00"),
        ("Thu, 26 Nov 2026 14:30:00 +0000", "2026-11-26T14:30:00+00:00"),
        ("Nov. 26, 2026", "2026-11-26"),
        ("Published 26th of November 2026 at noon", "2026-11-26"),
        ("Sept. 1, 2026", "2026-09-01"),
        ("May 1 2026", "2026-05-01"),
        ("3/4/2026", ""),
        ("2026-13-01", ""),
        ("Feb 30, 2026", ""),
        ("yesterday", ""),
        ("26 Nov 0000", ""),
        ("Thu, 26 Nov 999999 14:30:00", ""),
        ("9" * 100, ""),
        ("", ""),
    ],
)
def test_a_date_becomes_iso_if_that_is_sure(written: str, iso: str) -> None:
    assert as_iso(written) == iso
