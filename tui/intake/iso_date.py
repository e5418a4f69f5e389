"""A date as it is written, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*\Z"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?\Z")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = rf"({'|'.join(rf'{month[:3]}(?:{month[3:]})?' for month in _MONTHS)}|sept)\.?"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_MONTH},?\s+(\d{{4}})\b", re.IGNORECASE)
_MAX = 80
"""Characters of a date."""


def as_iso(written: str) -> str:
    """Return a date in ISO 8601, or an empty string if that is not sure.

    >>> as_iso("Nov. 26, 2026"), as_iso("3/4/2026")
    ('2026-11-26', '')
    """
    written = " ".join(written.split())
    if not written or len(written) > _MAX:
        return ""
    return _from_iso(written) or _from_mail(written) or _from_english(written)


def _from_iso(written: str) -> str:
    if match := _ISO.match(written):
        year, month, day, time, seconds, zone = match.groups(default="")
        seconds = f":{seconds}" if seconds else ""
    elif match := _COMPACT.match(written):
        year, month, day, hours, minutes, seconds, zone = match.groups(default="")
        time, seconds = f"{hours}:{minutes}" if hours else "", f":{seconds}" if seconds else ""
    else:
        return ""
    if len(zone) == len("+0100"):
        zone = f"{zone[:3]}:{zone[3:]}"
    result = f"{year}-{month}-{day}" + (f"T{time}{seconds}{zone}" if time else "")
    return result if _is_date(result) else ""


def _is_date(iso: str) -> bool:
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _from_mail(written: str) -> str:
    if ":" not in written:
        return ""
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _from_english(written: str) -> str:
    if match := _MONTH_FIRST.search(written):
        month, day, year = match.groups()
    elif match := _DAY_FIRST.search(written):
        day, month, year = match.groups()
    else:
        return ""
    number = next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(month[:3].lower()))
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""
