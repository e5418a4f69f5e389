"""Which of several articles was the first, as far as their dates say."""

from collections.abc import Iterable

from tui.model import Account
from tui.model.timestamp import UNKNOWN, instant

_DAY = 86_400.0
_LENGTHS = {len("2016"): 366 * _DAY, len("2016-12"): 31 * _DAY, len("2016-12-27"): _DAY}
"""How many seconds a date stands for by its length, at most. A longer one is an instant."""


def iso_time(date: str) -> str:
    """Return a date or time as ISO 8601 writes it, or "" if it is in words.

    `iso_time("2016-12-27 10:00")` is `"2016-12-27T10:00"`.
    """
    return date.strip().replace(" ", "T") if instant(date.strip()) != UNKNOWN else ""


def first_account(accounts: Iterable[Account]) -> Account | None:
    """Return the account with the earliest date, or None if it is not certain.

    Accounts without a date do not count. Of two articles of one day, the first is known only if both have a time.
    """
    times = {account.article.id: (account, *_span(account)) for account in accounts}
    dated = sorted((each for each in times.values() if each[1] != UNKNOWN), key=lambda each: each[1:])
    if not dated:
        return None
    first, start, end = dated[0]
    is_certain = all(other > start and other >= end for _, other, _ in dated[1:])
    return first if is_certain else None


def _span(account: Account) -> tuple[float, float]:
    """Return the first and last instant that an account's date can mean."""
    date = iso_time(account.article.byline.date)
    start = instant(date)
    return start, start + _LENGTHS.get(len(date), 0.0)
