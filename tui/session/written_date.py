"""Read dates as people write them."""

import re
import unicodedata
from datetime import date

from tui.storage.records.times import is_time

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORTEST = 3
"""Letters of the shortest name of a month."""
_MONTH = r"(?P<name>[a-z]+)\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+(?=\S)")
_PATTERNS = (
    re.compile(rf"{_YEAR}[/.](?P<month>[0-9]{{1,2}})[/.](?P<day>[0-9]{{1,2}})\.?"),
    re.compile(rf"(?P<day>[0-9]{{1,2}})\.\s*(?P<month>[0-9]{{1,2}})\.\s*{_YEAR}"),
    re.compile(rf"(?:{_DAY}\.?\s+(?:of\s+)?)?{_MONTH},?\s+{_YEAR}"),
    re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}"),
)
_SLASHED = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})")


def iso_date(text: str) -> str:
    """Return a date as in ISO 8601, or an empty string if it cannot be read.

    `iso_date("28 Nov. 2016")` and `iso_date("28.11.2016")` are `"2016-11-28"`, `iso_date("November 2016")` is
    `"2016-11"`. Whether 3/4/2016 is in March or April is not known, so it cannot be read.
    """
    written = " ".join(unicodedata.normalize("NFKC", text).split())
    if is_time(written):
        return written
    written = _WEEKDAY.sub("", written.lower(), count=1)
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(written):
            return _from_parts(match.groupdict())
    match = _SLASHED.fullmatch(written)
    return _from_slashes(*match.groups()) if match else ""


def _from_parts(parts: dict[str, str | None]) -> str:
    year, day = parts["year"] or "", parts["day"]
    month = _month_of(name) if (name := parts.get("name")) else parts["month"] or ""
    if not month or day:
        return _day(year, month, day or "")
    return f"{year}-{int(month):02}"


def _month_of(name: str) -> str:
    """Return the number of the month that begins like a name, or nothing."""
    found = [number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name)]
    return str(found[0]) if len(name) >= _SHORTEST and found else ""


def _from_slashes(first: str, second: str, year: str) -> str:
    """Return the one date that a day and a month in either order can be."""
    dates = {found for found in (_day(year, first, second), _day(year, second, first)) if found}
    return dates.pop() if len(dates) == 1 else ""


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
