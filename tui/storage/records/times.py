"""Check the times in annotation files."""

import re
from datetime import datetime

_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")


def is_time(text: str) -> bool:
    """Return whether a text is a time as in RFC 3339, a day, month or year.

    `is_time("2016-12")` is true, `is_time("2016-02-30")` is false.
    """
    return bool(_MONTH.fullmatch(text)) or _time(text) is not None


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.upper()) if text[4:8:3] == "--" else None
    except ValueError:
        return None
