"""What a view makes of an account's annotations."""

import pytest
from collations import Telling, annotate, codebook, collate

from tui.analysis.account_view import AccountView, View, view_account
from tui.analysis.survey import Survey
from tui.model import Account, Workspace
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import plain_loader

NORTH = Telling(
    "north",
    "one two three four five six",
    (
        annotate("claim", "one", "Ada", "radar", id="shared"),
        annotate("claim", "two", "Ada", "hurt", id="alone"),
        annotate("denial", "three", "Ada", "fog", id="denied"),
        annotate("no-comment", "four", "Ada", "fog", id="open"),
        annotate("note", "five", id="note"),
        annotate("claim", "six", "Ada", "hurt", id="mine", annotator="Mira"),
        annotate("note", about="radar", on="shared", id="reply"),
    ),
)
SOUTH = Telling("south", "seven", (annotate("claim", "seven", "Bo", "radar", id="partner"),))
BOOK = codebook({"radar": "The radar failed", "hurt": "Nobody was hurt", "fog": "There was fog"})


def seen(view: View, *tellings: Telling, annotator: str = "Mira") -> AccountView:
    """Return what a view makes of the first account."""
    collation = collate(*tellings, book=BOOK)
    numbers = Survey(collation).comparison.numbers
    return view_account(collation.accounts[0], collation.codebook, view, numbers, annotator)


def test_contrast_leaves_a_glyph_of_what_one_account_alone_tells() -> None:
    shown = seen(View.CONTRAST, NORTH, SOUTH)
    assert shown.numbers == {"shared": 1}
    assert shown.glyph_only == {"alone", "note"}
    assert not shown.hidden


def test_contrast_highlights_all_while_nothing_is_shared() -> None:
    assert seen(View.CONTRAST, NORTH) == AccountView()


def test_without_a_name_nothing_is_the_readers_own() -> None:
    assert seen(View.CONTRAST, NORTH, SOUTH, annotator="").glyph_only == {"alone", "note", "mine"}


def test_the_other_views() -> None:
    everything = {"shared", "alone", "denied", "open", "note", "mine"}
    assert seen(View.ALL, NORTH, SOUTH) == AccountView({"shared": 1})
    assert seen(View.MINE, NORTH, SOUTH) == AccountView({"shared": 1}, hidden=frozenset(everything - {"mine"}))
    assert seen(View.NONE, NORTH, SOUTH).hidden == everything


def test_a_filter_puts_the_view_aside_but_keeps_the_numbers() -> None:
    assert seen(View.NONE, NORTH, SOUTH).with_all == seen(View.ALL, NORTH, SOUTH)


def test_the_views_come_in_turn() -> None:
    assert [view.following for view in View] == [View.ALL, View.MINE, View.NONE, View.CONTRAST]


def test_contrast_highlights_less_than_a_third_of_the_sample(sample: Workspace) -> None:
    collation = plain_loader(sample).collation(article_ids(sample))
    numbers = Survey(collation).comparison.numbers
    views = [
        view_account(account, collation.codebook, View.CONTRAST, numbers, "Mira") for account in collation.accounts
    ]
    shares = [highlighted(account, view) for account, view in zip(collation.accounts, views, strict=True)]
    assert shares == [pytest.approx(0.208, abs=0.02), pytest.approx(0.123, abs=0.02)]
    assert max(shares) < 0.35
    everything = [highlighted(account, AccountView()) for account in collation.accounts]
    assert everything == [pytest.approx(0.666, abs=0.02), pytest.approx(0.726, abs=0.02)]
    assert [set(view.numbers.values()) for view in views] == [set(numbers.values())] * 2


def highlighted(account: Account, view: AccountView) -> float:
    """Return how much of an account's characters is highlighted."""
    left_out = view.glyph_only | view.hidden
    spans = [span for key, placed in account.anchored.items() if key not in left_out for span in placed.spans]
    return len({offset for span in spans for offset in range(*span)}) / len(account.article.text)
