"""Times in annotation files."""

import pytest

from tui.storage.records.times import is_time


@pytest.mark.parametrize(
    "text",
    [
        *("2016", "2016-12", "2016-02-29", "2016-12-31T09:30:00Z", "2016-12-31t09:30:00.5z"),
        *("2016-12-31 09:30:00+09:00", "2016-12-31T09:30"),
    ],
)
def test_times_days_months_and_years_are_times(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "31/12/2016", "2016-13", "2015-02-29", "20161231", "2016-W01", "2016-12-31T25:00:00Z"]
)
def test_other_texts_are_none(text: str) -> None:
    assert not is_time(text)
