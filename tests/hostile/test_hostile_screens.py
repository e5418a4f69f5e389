"""Test hostile text on every screen (`tour`) and in every command."""

import re
from collections.abc import Iterable

import pytest
from payloads import FAMILIES, MARK, is_hostile
from prove_hostile import SPOKEN, through_commands, through_screens, walked
from verdict import PLAIN, faults

SHORT = ("seven-bit", "markup")
"""The kinds of hostile text that each run takes through all screens and commands; a walk takes half a minute."""


def _families(names: Iterable[str]) -> list[object]:
    return [pytest.param(name, marks=[] if name in SHORT else [pytest.mark.long]) for name in names]


@pytest.mark.timeout(600)  # fields of a megabyte, on a busy machine
@pytest.mark.parametrize("name", _families(FAMILIES))
def test_no_screen_sends_hostile_text_as_commands(name: str) -> None:
    figure = through_screens(FAMILIES[name])
    assert not figure.lost, figure.notes
    assert figure.runs > 20
    if name in SPOKEN:  # here, because a walk takes seconds and another process would repeat it
        assert_every_character_is_visible(name)


def assert_every_character_is_visible(name: str) -> None:
    text = re.sub(r"[ \n]", "", FAMILIES[name].text)
    expected = "".join("." if is_hostile(letter) else re.escape(letter) for letter in text)
    screen = "".join(walked(FAMILIES[name]).single.replace("▕", "").split())
    assert re.search(f'ALPHAsaid"{expected}"onMonday', screen), screen


@pytest.mark.parametrize("name", _families(SPOKEN))
def test_no_command_sends_hostile_text_to_a_terminal(name: str) -> None:
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
def test_hostile_sequences_are_found(stream: str) -> None:
    assert list(faults(f"harmless {stream} text", PLAIN))
    assert not list(faults("harmless text: a\u200cb 👨\u200d👩 é\r\n", PLAIN))
