"""Choosing rows of a list of records."""

from tui.model import RecordRef
from tui.session.row_choice import RowChoice

ROWS = [RecordRef("north", name) for name in "abcde"]


def chosen(choice: RowChoice) -> str:
    return "".join(sorted(ref.id for ref in choice.refs))


def test_a_row_is_chosen_and_no_longer() -> None:
    choice = RowChoice()
    choice.toggle(ROWS[1])
    choice.toggle(ROWS[3])
    assert chosen(choice) == "bd"
    choice.toggle(ROWS[1])
    assert chosen(choice) == "d"


def test_all_that_are_shown_are_chosen_and_then_none_of_them() -> None:
    choice = RowChoice()
    choice.toggle(ROWS[4])
    choice.toggle_all(ROWS[:3])
    assert chosen(choice) == "abce"
    choice.toggle_all(ROWS[:3])
    assert chosen(choice) == "e"


def test_a_range_follows_the_cursor_back_and_forth_until_it_ends() -> None:
    choice = RowChoice()
    choice.toggle(ROWS[4])
    choice.toggle_range(ROWS[1])
    choice.follow(ROWS, 3)
    assert chosen(choice) == "bcde"
    choice.follow(ROWS, 0)
    assert chosen(choice) == "abe"
    choice.toggle_range(ROWS[0])
    assert not choice.in_range
    assert chosen(choice) == "abe"


def test_extending_goes_on_with_the_range_that_ended_there_or_begins_one() -> None:
    choice = RowChoice()
    choice.extend(ROWS, 1, 2)
    choice.extend(ROWS, 2, 3)
    assert chosen(choice) == "bcd"
    choice.extend(ROWS, 3, 2)
    assert chosen(choice) == "bc"
    choice.extend(ROWS, 4, 3)
    assert chosen(choice) == "bcde"


def test_what_no_longer_exists_is_forgotten_and_everything_is_cleared() -> None:
    choice = RowChoice()
    choice.toggle_all(ROWS)
    choice.keep(ROWS[2:])
    assert chosen(choice) == "cde"
    assert choice.clear()
    assert not choice.clear()
