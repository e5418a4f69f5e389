"""Check and compare the times in annotation files."""

import re
from contextlib import suppress
from datetime import UTC, datetime

_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")


def is_time(text: str) -> bool:
    """Return whether a text is a time as in RFC 3339, a day, month or year.

    `is_time("2016-12")` is true, `is_time("2016-02-30")` is false.
    """
    return bool(_MONTH.fullmatch(text)) or _time(text) is not None


def time_key(text: str) -> str:
    """Return what a time is sorted by: the time in UTC, else the text itself.

    `time_key("2016-12-31T09:30:00+09:00")` is `"2016-12-31T00:30:00Z"`.
    """
    if text[-1:] == "Z" or len(text) < len("2016-12-31T"):
        return text
    time = _time(text)
    if time is None or time.tzinfo is None:
        return text
    with suppress(OverflowError):
        return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return text


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.upper()) if text[4:8:3] == "--" else None
    except ValueError:
        return None
