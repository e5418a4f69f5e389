"""What the page may send."""

import json

import pytest

from tui.serving.messages import PageMessage, TypedText, number_or, parse_message, screen_size


def test_messages_of_the_page_are_read() -> None:
    assert parse_message('["stdin", "é"]') == PageMessage("stdin", "é")
    assert parse_message('["ping", "12"]') == PageMessage("ping", "12")
    assert parse_message('["resize", {"width": 120, "height": 40}]') == PageMessage("resize", size=(120, 40))
    assert parse_message('["focus"]') == PageMessage("focus")


@pytest.mark.parametrize(
    "message",
    ["", "x", "[]", "{}", "[1]", '["stdin"]', '["stdin", 1]', '["quit"]', '["resize", {"width": "9"}]', "[" * 100_000],
)
def test_other_messages_are_dropped(message: str) -> None:
    assert parse_message(message) is None


def test_a_screen_has_limits() -> None:
    assert screen_size(120, 40) == (120, 40)
    assert screen_size(10**9, -5) == (500, 5)
    assert (number_or("80", 1), number_or("-80", 1), number_or("9" * 9, 1), number_or("", 1)) == (80, 1, 1, 1)


def test_a_character_in_two_halves_is_joined_and_a_half_alone_dropped() -> None:
    typed = TypedText()
    halves = [json.loads(half) for half in ('"a\\ud83d"', '"\\ude00"', '"\\ud83d"', '"b"', '"\\ude00c"', '"東京 é"')]
    assert [typed.encode(half).decode() for half in halves] == ["a", "😀", "", "b", "c", "東京 é"]
    assert TypedText().encode("🇹🇷 𝒜\n").decode() == "🇹🇷 𝒜\n"
