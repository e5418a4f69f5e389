"""Numbers of records by kind, and of quotes by anchor state."""

from collations import Telling, annotate, codebook, collate

from tui.analysis.counts import count_said, count_states
from tui.analysis.statements import find_statements
from tui.model import AnchorState

FIRST = (
    annotate("claim", "Aid must come", id="a1"),
    annotate("denial", "No talks", id="a2"),
    annotate("note", "Aid", id="a3"),
    annotate("note", id="a4", on="a1"),
)
SECOND = (annotate("claim", "More", id="b1"), annotate("claim", "gone", id="b2"))
COLLATION = collate(Telling("one", "Aid must come. No talks.", FIRST), Telling("two", "More.", SECOND))


def test_records_are_counted_by_kind_with_notes_on_records() -> None:
    assert COLLATION.accounts[0].kind_counts == {"claim": 1, "denial": 1, "note": 2}


def test_doubtful_records_do_not_count_but_notes_do() -> None:
    records = (annotate("claim", "gone", id="a"), annotate("claim", "x", id="b"), annotate("note", "gone too", id="c"))
    (account,) = collate(Telling("one", "x", records)).accounts
    assert account.kind_counts == {"claim": 1, "note": 1}


def test_statements_and_notes_are_counted_by_kind() -> None:
    marked_twice = (annotate("claim", "Aid", id="a"), annotate("claim", "Aid must", id="b"))
    records = (*marked_twice, annotate("denial", "gone", id="c"), *FIRST[2:])
    (account,) = collate(Telling("one", "Aid must come.", records)).accounts
    assert dict(count_said(account, find_statements(account, codebook()))) == {"claim": 1, "note": 2}


def test_quotes_are_counted_by_state_over_all_accounts() -> None:
    states = count_states(COLLATION)
    assert list(states) == list(AnchorState)
    assert [states[state] for state in AnchorState] == [4, 0, 0, 1]
