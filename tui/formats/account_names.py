"""What accounts are called in the heads of a comparison."""

from collections import Counter
from collections.abc import Sequence

from tui.formats.phrasing import format_day, shorten
from tui.model import Account

_LONGEST_TITLE = 32
"""Code points of a title, before an ellipsis."""
_MONTH_LETTERS = 3


def account_names(accounts: Sequence[Account]) -> tuple[str, ...]:
    """Return each account's outlet, else its title, shortened.

    Accounts of one outlet have their days too, if these are known: `The Post, 3 Mar 2026`.
    """
    names = Counter(account.article.name for account in accounts)
    return tuple(dated_name(account) if names[account.article.name] > 1 else _name(account) for account in accounts)


def dated_name(account: Account) -> str:
    """Return an account's outlet, else its title, with its day if it is known."""
    day = short_day(account.article.byline.date)
    return f"{_name(account)}, {day}" if day else _name(account)


def short_day(timestamp: str) -> str:
    """Return an RFC 3339 time with a short month, as in `27 Dec 2016`."""
    words = format_day(timestamp).split()
    if len(words) == 3 and words[1].isalpha():
        words[1] = words[1][:_MONTH_LETTERS]
    return " ".join(words)


def _name(account: Account) -> str:
    byline = account.article.byline
    return " ".join(byline.outlet.split()) or shorten(account.article.title, _LONGEST_TITLE)
