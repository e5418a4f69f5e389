"""Texts, titles and data are read by Argdown's lexer as they were."""

import json
import re

import pytest
from any_record import TEXTS
from hypothesis import given
from hypothesis import strategies as st

from tui.formats.argdown.argdown_text import ArgdownTitles, argdown_data, argdown_fields, argdown_text, argdown_title
from tui.layout.visible import make_visible

MARKUP = re.compile(
    r"//|/\*|<!--|===+.*?===+|\{.*\}|[.:]\S+?[.:]|\*\*?|__?|\[.+?\]|@\[.+?\]|<.+?>|@<.+?>|#(?:\([^)]+\)|\w+)", re.ASCII
)
"""What is no plain text inside a line, by the grammar of argdown.org."""
LEXEME = re.compile(r"\\(?P<escaped>.)|(?P<plain>[^\\])", re.DOTALL)
SIGNS = st.lists(st.sampled_from([*"[]<>{}\\#*_@./:=-+()! a1\n\t", "//", "<!--", "===", "\u2028"])).map("".join)


def read(written: str) -> str:
    """Return a text as Argdown reads it, or fail where it finds markup."""
    text, at = "", 0
    while at < len(written):
        lexeme = LEXEME.match(written, at)
        assert lexeme
        markup = MARKUP.match(written, at) if lexeme["plain"] else None
        # The end of a name such as `.and.` is the sign that begins it.
        assert markup is None or (markup[0][0] in ".:" and markup[0][0] != markup[0][-1]), written
        text += lexeme["escaped"] or lexeme["plain"]
        at = lexeme.end()
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("35 people were killed.", "35 people were killed."),
        ("a [b] #c", r"a \[b] \#c"),
        ("The U.S. said: yes", r"The U\.S. said: yes"),
        ("{a: 1} <b> *c* _d_", r"\{a: 1} \<b> \*c\* \_d\_"),
        ("a // b /* c / d", r"a \// b /\* c / d".replace("/\\*", r"\/\*")),
        ("=== a", r"\=== a"),
        ("a\\b", r"a\\b"),
        ("a\n  + <b>", r"a + \<b>"),
        ("a\x1bb", "a␛b"),
    ],
)
def test_markup_has_a_backslash_before_it(text: str, expected: str) -> None:
    assert argdown_text(text) == expected


@given(st.one_of(TEXTS, SIGNS))
def test_any_text_is_one_line_without_markup(text: str) -> None:
    written = argdown_text(text)
    assert written.splitlines() in ([], [written])
    assert read(written) == make_visible(" ".join(text.split()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("killed-35", "killed-35"), ("-a [b]: <c>", "‐a (b): ‹c›"), (" a\n b", "a b"), ("", "untitled")],
)
def test_a_title_has_nothing_that_ends_it(text: str, expected: str) -> None:
    assert argdown_title(text) == expected


@given(st.one_of(TEXTS, SIGNS))
def test_any_title_is_between_its_own_brackets(text: str) -> None:
    title = argdown_title(text)
    assert re.fullmatch(r"[^\-\[\]<>\n][^\[\]<>\n]*", title)


def test_no_two_titles_are_equal_and_each_stays_the_same() -> None:
    titles = ArgdownTitles()
    assert [titles.title(slug) for slug in ("[a]", "(a)", "<a>", "[a]", "(a) 2")] == [
        "(a)",
        "(a) 2",
        "‹a›",
        "(a)",
        "(a) 2 2",
    ]


@given(st.dictionaries(st.sampled_from(["cue", "url"]), st.one_of(TEXTS, SIGNS.filter(bool)), min_size=1))
def test_data_is_json_without_a_brace_in_it(fields: dict[str, str]) -> None:
    written = argdown_data(argdown_fields(fields))
    assert json.loads(written) == fields
    assert not set(written[1:-1]) & set("{}\n")


def test_fields_without_a_value_are_left_out() -> None:
    assert argdown_data(argdown_fields({"a": "", "b": [], "c": "x"})) == '{"c": "x"}'
    assert argdown_data(argdown_fields({"a": ""}), '"b": 1', '"c": 2') == '{"b": 1, "c": 2}'
    assert argdown_data(argdown_fields({"a": ""})) == ""
