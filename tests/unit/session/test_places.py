"""The places in the open articles."""

import pytest

from tui.session.places import landing, place_at, with_places
from tui.storage.workspace.reader_state import Place


def test_a_place_has_the_words_at_its_cursor() -> None:
    assert place_at("The fog came", 4, 2) == Place(4, 2, "fog came")
    assert len(place_at("x" * 100, 4, 2).words) == 48
    assert place_at("x", 1, 0) == Place(1, 0, "")


@pytest.mark.parametrize(
    ("cursor", "words", "text", "expected"),
    [
        (4, "fog", "The fog", 4),
        (4, "fog", "Now the fog", 8),
        (8, "fog", "The fog came", 4),
        (9, "fog", "fog, fog, then fog", 5),
        (4, "mist", "The fog", 4),
        (99, "mist", "The fog", 7),
        (-3, "", "The fog", 0),
        (7, "", "The fog", 7),
    ],
)
def test_a_place_is_found_by_the_nearest_of_its_words(cursor: int, words: str, text: str, expected: int) -> None:
    assert landing(Place(cursor, 0, words), text) == expected


def test_open_panes_replace_the_places_of_their_articles() -> None:
    first, second, third = (Place(number, 0, "") for number in range(3))
    old = {"a": (first,), "b": (first, first)}
    assert with_places(old, [("a", second), ("a", third)]) == {"b": (first, first), "a": (second, third)}
    assert list(with_places(old, [("a", second)])) == ["b", "a"]
