"""Times as they are written in records."""

import pytest

from tui.model.timestamp import UNKNOWN, instant


@pytest.mark.parametrize(
    ("timestamp", "seconds"),
    [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01", 0),
        ("1970", 0),
        ("1970-02", 31 * 86_400),
        ("1970-01-01 01:00", 3600),
        ("1970-01-01T03:00+02:00", 3600),
        ("1969-12-31T23:30:00.5-01:00", 1800.5),
    ],
)
def test_times_are_instants(timestamp: str, seconds: float) -> None:
    assert instant(timestamp) == seconds


@pytest.mark.parametrize("timestamp", ["", "yesterday", "2016-02-30", "2016-13-45", "31/12/2016", "201", "2016-1"])
def test_what_is_no_time_is_unknown(timestamp: str) -> None:
    assert instant(timestamp) == UNKNOWN


def test_offsets_are_heeded() -> None:
    times = ["2026-05-03T09:00:00Z", "2026-05-03T09:30:00+09:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"]
    assert sorted(times, key=instant) == [times[2], times[1], times[0], times[3]]
