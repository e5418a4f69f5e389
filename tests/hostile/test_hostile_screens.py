"""Hostile text in every place, in a real terminal: see `payloads` for the text and `tour` for the screens."""

from __future__ import annotations

import re

import pytest
from payloads import FAMILIES, MARK, is_hostile
from prove_hostile import SPOKEN, through_commands, through_screens, walked
from verdict import PLAIN, wrongs


@pytest.mark.timeout(600)  # some fields of a megabyte, on a machine that does other things too
@pytest.mark.parametrize("name", FAMILIES)
def test_no_screen_sends_what_a_terminal_obeys(name: str) -> None:
    figure = through_screens(FAMILIES[name])
    assert not figure.lost, figure.notes
    assert figure.runs > 20


@pytest.mark.parametrize("name", SPOKEN)
def test_every_character_of_an_article_is_seen_in_some_form(name: str) -> None:
    text = re.sub(r"[ \n]", "", FAMILIES[name].text)
    expected = "".join("." if is_hostile(each) else re.escape(each) for each in text)
    seen = "".join(walked(FAMILIES[name]).alone.replace("▕", "").split())
    assert re.search(f'ALPHAsaid"{expected}"onMonday', seen), seen


@pytest.mark.parametrize("name", SPOKEN)
def test_no_command_sends_what_a_terminal_obeys(name: str) -> None:
    figure = through_commands(FAMILIES[name])
    assert not figure.lost, figure.notes
    assert figure.runs > 20


@pytest.mark.parametrize(
    "stream",
    [
        f"\x1b[{MARK}m",
        "\x1b]8;;http://evil.example\x1b\\",
        "\x1b[?1049h",
        "\x9b31m",
        "a\u202eb",
        "a\u200bb",
        "\x1b]52;c;c3RvbGVuNzc3Nw==\x07",
        "\x07",
        "\x1bc",
    ],
)
def test_the_judge_sees_what_comes_through(stream: str) -> None:
    assert list(wrongs(f"harmless {stream} text", PLAIN))
    assert not list(wrongs("harmless text: a\u200cb 👨\u200d👩 é\r\n", PLAIN))
