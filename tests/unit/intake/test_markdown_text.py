"""Words are escaped only if Markdown would take them for marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.intake.markdown_text import escape


@pytest.mark.parametrize(
    "words",
    [
        "Fish & Chips [sic] cost 5 * 3 < 20",
        "snake_case, C:\\Temp",
        "- no, -5 degrees"[2:],
        "#hashtag",
        "A - b",
        "2026 was",
    ],
)
def test_words_without_marks_stay_as_they_are(words: str) -> None:
    assert escape(words) == words


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("*x* _y_ `z`", r"\*x\* \_y\_ \`z\`"),
        ("[a](b) [^1]", r"[a\](b) \[^1\]"[:-2] + "]"),
        ("1. one", r"1\. one"),
        ("- no", r"\- no"),
        ("# no", r"\# no"),
        ("> no", r"\> no"),
        ("---", r"\---"),
        ("<b> &amp; ~~x~~", r"\<b> \&amp; \~~x\~~"),
        (r"\*", r"\\\*"),
    ],
)
def test_what_markdown_reads_is_escaped(words: str, escaped: str) -> None:
    assert escape(words) == escaped


@given(st.text(alphabet="ab1 *_`[](){}<>#+-.!|~\\&;:=^'\"", min_size=1))
def test_markdown_shows_the_words(words: str) -> None:
    line = " ".join(words.split())
    blocks = MarkdownIt().parse(escape(line))
    inline = [child for block in blocks for child in block.children or ()]
    assert {block.type for block in blocks} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for child in inline} <= {"text", "text_special"}
    assert "".join(child.content for child in inline) == line
