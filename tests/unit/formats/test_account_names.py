"""What accounts are called in the heads of a comparison."""

import pytest
from collations import Telling, collate

from tui.formats.account_names import account_names, dated_name, short_day
from tui.model import Byline

TITLE = "A long title with more words than the head of a column has room for"


def test_an_account_is_called_by_its_outlet_else_by_its_shortened_title() -> None:
    tellings = (Telling("a", TITLE, byline=Byline(outlet=" The\nPost", date="2026-03-03")), Telling("b", TITLE))
    assert account_names(collate(*tellings).accounts) == ("The Post", "A long title with more words …")


def test_two_accounts_of_one_outlet_have_their_days() -> None:
    days = ("2026-03-03", "2026-06-01T10:00:00Z", "")
    post = [Telling(f"t{day}", "x", byline=Byline(outlet="The Post", date=day)) for day in days]
    accounts = collate(*post, Telling("z", "y", byline=Byline(outlet="Sun", date="2026-03-03"))).accounts
    assert account_names(accounts) == ("The Post, 3 Mar 2026", "The Post, 1 Jun 2026", "The Post", "Sun")
    assert [dated_name(account) for account in accounts[2:]] == ["The Post", "Sun, 3 Mar 2026"]


@pytest.mark.parametrize(
    ("timestamp", "day"),
    [
        ("2026-05-03", "3 May 2026"),
        ("2016-12-27T10:00:00Z", "27 Dec 2016"),
        ("", ""),
        ("2026", "2026"),
        ("9 9 9", "9 9 9"),
    ],
)
def test_a_day_has_three_letters_of_its_month(timestamp: str, day: str) -> None:
    assert short_day(timestamp) == day
