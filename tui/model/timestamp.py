"""Times as they are written in records."""

from datetime import UTC, datetime

UNKNOWN = float("-inf")
"""The instant of a time that cannot be read: before all others."""
_FIRST_DAY = {len("2016"): "-01-01", len("2016-12"): "-01"}


def instant(timestamp: str) -> float:
    """Return an ISO 8601 time as seconds since 1970, else `UNKNOWN`.

    A time without an offset is in UTC, so `instant("1970-01-01T01:00")` and `instant("1970-01-01T03:00+02:00")` are
    both `3600.0`. A year or month alone is its first instant.
    """
    try:
        moment = datetime.fromisoformat(f"{timestamp}{_FIRST_DAY.get(len(timestamp), '')}")
    except ValueError:
        return UNKNOWN
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
