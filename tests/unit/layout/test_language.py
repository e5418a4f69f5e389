"""Each language's file is read whole, and says nothing twice."""

import re
from pathlib import Path

import pytest

from tui.layout import language as module
from tui.layout.language import KEYS, UNLISTED, codes, known_code, language, parse_language

FOLDER = Path(module.__file__).with_name("languages")


def test_a_key_may_be_on_several_lines() -> None:
    german = parse_language(
        "# German\ntitles: Dr Prof\ntitles: z.B\ncommon: der\nstarters: Danach\nordinals: numbers\n"
    )
    assert german.titles == {"Dr", "Prof", "z.B"}
    assert german.parts == {"z.B"}
    assert german.starters == {"Der", "Danach"}
    assert german.has_ordinals("numbers")
    assert not german.has_ordinals("roman")


@pytest.mark.parametrize(
    ("name", "code"),
    [("ja", "ja"), (" DE ", "de"), ("pt-BR", "pt"), ("pt_BR", "pt"), ("xx", ""), ("German", ""), ("", "")],
)
def test_a_language_is_known_by_its_code(name: str, code: str) -> None:
    assert known_code(name) == code


def test_a_language_is_unlisted_only_if_it_has_no_file() -> None:
    assert not UNLISTED & codes()


def test_a_language_without_a_file_is_read_as_english() -> None:
    assert language("tlh") is language("en")
    assert language("../en") is language("en")
    assert "Mr" in language("tlh").titles


@pytest.mark.parametrize("code", sorted(codes()))
def test_the_file_of_a_language(code: str) -> None:
    lines = (FOLDER / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"[a-z]{2}", code)
    assert lines[0].startswith("# ")
    assert {line.partition(": ")[0] for line in lines[1:]} <= set(KEYS)
    known = language(code)
    assert known.common
    assert not known.titles & known.shortened
    assert not {word for word in known.titles | known.shortened | known.numbered if word.endswith(".")}
