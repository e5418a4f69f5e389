"""Names that every system and every link can have."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.formats.obsidian.note_names import NoteNames, safe_name

HOSTILE = st.lists(
    st.sampled_from(
        ["..", "/", "\\", "C:", "|", "#^", "[[", "]]", "%%", "\0", "\n", "\u202e", "\ud800", "CON", "a", ".", " "]
    )
    | st.text(max_size=5),
    max_size=30,
).map("".join)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Who knew? A/B: #1", "Who knew A B 1"),
        ("../../etc/passwd", "etc passwd"),
        ("..", "untitled note"),
        ("", "untitled note"),
        ("con", "con note"),
        ("LPT1.x", "LPT1.x note"),
        (".hidden. ", "hidden"),
        ("word " * 40, ("word " * 16).strip()),
        ("x" * 300, "x" * 80),
        ("漢" * 90, "漢" * 53),
    ],
)
def test_a_name_is_safe_and_short(text: str, name: str) -> None:
    assert safe_name(text) == name


@settings(max_examples=200, derandomize=True, deadline=None)
@given(HOSTILE)
def test_no_name_leaves_its_folder_or_ends_a_link(text: str) -> None:
    name = safe_name(text)
    assert name
    assert name == name.strip(" .")
    assert not re.search(r"[\x00-\x1f\\/:*?\"<>|#^\[\]%\u202e]", name)
    assert len(name.encode()) <= 170
    assert re.fullmatch(r"r(-[A-Za-z0-9]+)*", NoteNames().block("r", text))


@settings(max_examples=50, derandomize=True, deadline=None)
@given(st.lists(HOSTILE, max_size=8))
def test_no_two_names_are_equal_even_if_case_is_ignored(texts: list[str]) -> None:
    names = NoteNames()
    made = [names.note(text).casefold() for text in texts]
    assert len({*made}) == len(texts)


def test_a_name_that_is_used_gets_a_number() -> None:
    names = NoteNames()
    assert [names.note(text) for text in ("Ada", "ADA", "Ada", "Ada 2")] == ["Ada", "ADA 2", "Ada 3", "Ada 2 2"]
    assert [names.block("r", text) for text in ("a_b", "a.b", "é", "漢")] == ["r-a-b", "r-a-b-2", "r-e", "r"]


def test_a_number_that_is_a_name_already_is_left_out() -> None:
    names = NoteNames()
    assert [names.note(text) for text in ("Ada 3", "Ada", "ada", "ADA")] == ["Ada 3", "Ada", "ada 2", "ADA 4"]
    assert [names.note(text) for text in ("Straße", "STRASSE", "strasse 2")] == ["Straße", "STRASSE 2", "strasse 2 2"]
