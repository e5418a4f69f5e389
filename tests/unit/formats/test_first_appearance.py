"""Which article was the first, as far as the dates say."""

import pytest
from collations import Telling, collate

from tui.formats.first_appearance import first_account, iso_time
from tui.model import Byline


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2016-12-27", "2016-12-27"),
        ("2016-12-27 10:00", "2016-12-27T10:00"),
        (" 2016-12 ", "2016-12"),
        ("27 December 2016", ""),
        ("", ""),
    ],
)
def test_a_date_in_words_is_no_iso_time(date: str, expected: str) -> None:
    assert iso_time(date) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2016-12-28", "2016-12-27"), "B"),
        (("2016-12-28", "", "last week"), "A"),
        (("", ""), None),
        ((), None),
        (("2016-12-27", "2016-12-27"), None),
        (("2016-12-27", "2016-12-27T09:00"), None),
        (("2016-12-27T09:00+02:00", "2016-12-27T08:00Z"), "A"),
        (("2016-12-27T09:00", "2016-12-27T09:00"), None),
        (("2016-12-27T09:00", "2016-12-28"), "A"),
        (("2016", "2016-12-27"), None),
        (("2016", "2018"), "A"),
        (("2016-12-27T09:00", "2016-12-27"), None),
    ],
)
def test_the_first_account_is_named_only_if_it_is_certain(dates: tuple[str, ...], expected: str | None) -> None:
    accounts = collate(
        *(Telling(f"t{number}", "x", (), Byline(date=date)) for number, date in enumerate(dates))
    ).accounts
    first = first_account(accounts)
    assert (first.siglum if first else None) == expected


def test_an_account_that_speaks_twice_is_no_rival_of_itself() -> None:
    (account,) = collate(Telling("one", "x", (), Byline(date="2016-12-27"))).accounts
    assert first_account([account, account]) is account
