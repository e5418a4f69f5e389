"""Test hostile text on every screen (`tour`) and in every command."""

import re
from collections.abc import Iterable

import pytest
from payloads import FAMILIES, MARK, MIXED, Family, is_hostile
from prove_hostile import SPOKEN, through_commands, through_screens, walked
from verdict import PLAIN, faults


def _families(names: Iterable[str]) -> list[object]:
    """Return the mixed text for each run, and each kind alone for a long one."""
    alone = [pytest.param(FAMILIES[name], id=name, marks=pytest.mark.long) for name in names]
    return [pytest.param(MIXED, id=MIXED.name), *alone]


@pytest.mark.timeout(600)  # fields of a megabyte, on a busy machine
@pytest.mark.parametrize("family", _families(FAMILIES))
def test_no_screen_sends_hostile_text_as_commands(family: Family) -> None:
    figure = through_screens(family)
    assert not figure.lost, figure.notes
    assert figure.runs > 20
    if family.name in (*SPOKEN, MIXED.name):  # here, because a walk takes seconds and another process would repeat it
        assert_every_character_is_visible(family)


def assert_every_character_is_visible(family: Family) -> None:
    text = re.sub(r"[ \n\x85\u2028\u2029]", "", family.text)  # the last three end a line
    expected = "".join("." if is_hostile(letter) else re.escape(letter) for letter in text)
    screen = "".join(walked(family).single.replace("▕", "").split())
    assert re.search(f'ALPHAsaid"{expected}"onMonday', screen), screen


@pytest.mark.parametrize("family", _families(SPOKEN))
def test_no_command_sends_hostile_text_to_a_terminal(family: Family) -> None:
    figure = through_commands(family)
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
