"""A date as documents and people write it, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

_ZONE = r"(?P<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2})?"
_TIMES = (
    re.compile(
        r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
        rf"(?:[Tt ](?P<hour>[0-9]{{2}}):(?P<minute>[0-9]{{2}})(?::(?P<second>[0-9]{{2}})(?:[.,][0-9]+)?)? ?{_ZONE})?"
    ),
    re.compile(
        r"(?P<day>[0-9]{8})"
        rf"(?:[Tt](?P<hour>[0-9]{{2}})(?P<minute>[0-9]{{2}})(?P<second>[0-9]{{2}})?{_ZONE})?"
    ),
)
_MONTH_OR_YEAR = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAME = rf"(?P<name>{'|'.join(rf'{month[:3]}(?:{month[3:]})?' for month in _MONTHS)}|sept)\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_NUMBER = r"(?P<month>[0-9]{1,2})"
_NUMBERS = (
    re.compile(rf"{_YEAR}[/.]{_NUMBER}[/.](?P<day>[0-9]{{1,2}})\.?"),
    re.compile(rf"(?P<day>[0-9]{{1,2}})\. ?{_NUMBER}\. ?{_YEAR}"),
)
_EITHER_ORDER = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})")
_NAMED = (
    re.compile(rf"\b{_DAY}\.? (?:of )?{_NAME},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_NAME} {_DAY},? {_YEAR}\b", re.IGNORECASE),
)
_NAMED_MONTH = re.compile(rf"{_NAME},? {_YEAR}", re.IGNORECASE)
_MAX = 80
"""Characters of a date."""


def iso_date(written: str) -> str:
    """Return a date in ISO 8601, or an empty string if that is not sure.

    What is in ISO 8601 or as in a mail keeps its time and zone. Then numbers are read, with the day first if there are
    dots. Whether 3/4/2026 is in March or April is not known. One English date may be among other words.

    >>> iso_date("Nov. 26, 2026"), iso_date("26.11.2026"), iso_date("November 2026"), iso_date("3/4/2026")
    ('2026-11-26', '2026-11-26', '2026-11', '')
    """
    text = " ".join(normalize("NFKC", written[: _MAX + 1]).split())
    if not text or len(text) > _MAX:
        return ""
    return _from_iso(text) or _from_mail(text) or _from_numbers(text) or _from_english(text)


def _from_iso(text: str) -> str:
    if _MONTH_OR_YEAR.fullmatch(text):
        return text
    match = next((found for pattern in _TIMES if (found := pattern.fullmatch(text))), None)
    if match is None:
        return ""
    parts = match.groupdict(default="")
    digits = parts["day"].replace("-", "")
    time = ":".join(part for part in (parts["hour"], parts["minute"], parts["second"]) if part)
    result = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" + (f"T{time}{_zone(parts['zone'])}" if time else "")
    return result if _is_time(result) else ""


def _zone(written: str) -> str:
    zone = written.upper()
    return f"{zone[:3]}:{zone[3:]}" if len(zone) == len("+0100") else zone


def _is_time(iso: str) -> bool:
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _from_mail(text: str) -> str:
    if ":" not in text:
        return ""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _from_numbers(text: str) -> str:
    for pattern in _NUMBERS:
        if match := pattern.fullmatch(text):
            return _day(match["year"], match["month"], match["day"])
    match = _EITHER_ORDER.fullmatch(text)
    if match is None:
        return ""
    first, second, year = match.groups()
    return _only({_day(year, first, second), _day(year, second, first)})


def _from_english(text: str) -> str:
    if match := _NAMED_MONTH.fullmatch(text):
        return f"{match['year']}-{_month(match['name']):02}"
    return _only(set(_named_days(text)))


def _named_days(text: str) -> Iterator[str]:
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            yield _day(match["year"], _month(match["name"]), match["day"])


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].lower()))


def _only(days: set[str]) -> str:
    """Return the one day that there is."""
    found = days - {""}
    return found.pop() if len(found) == 1 else ""


def _day(year: str, month: str | int, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
