"""The styles of a Markdown text, block by block."""

from hypothesis import given
from hypothesis import strategies as st

from tui.layout.markdown.styled_text import LONGEST_BLOCK, MarkdownText

MARKDOWN = st.text(st.sampled_from([*"ab *_~`#>-|[](){}!.\\\n<=+", "\u0301", "漢"]), max_size=80)


def styles(text: str, offset: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return the styled runs of the line at an offset."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    runs = MarkdownText(text).styles_at(start).runs(start, len(text) if end < 0 else end)
    return [(text[run.start : run.end], run.keys) for run in runs]


def test_a_line_has_the_styles_of_its_block() -> None:
    text = "First *a\nb* c\n\n**d\n\ne**"
    assert styles(text, text.index("b*")) == [("b", ("md-emphasis",)), ("*", ("md-mark",))]
    assert styles(text, text.index("**d")) == []


def test_code_between_fences_is_code_across_blank_lines() -> None:
    text = "```\n*a*\n\n# b\n```\n*c*"
    assert styles(text, 0) == [("```", ("md-mark",))]
    assert styles(text, text.index("*a*")) == [("*a*", ("md-code",))]
    assert styles(text, text.index("# b")) == [("# b", ("md-code",))]
    assert styles(text, text.index("*c*")) == [("*", ("md-mark",)), ("c", ("md-emphasis",)), ("*", ("md-mark",))]


def test_front_matter_is_quiet() -> None:
    text = "---\ntitle: '*a*'\n---\n*b*"
    assert styles(text, 5) == [("title: '*a*'", ("md-mark",))]
    assert styles(text, len(text)) == [("*", ("md-mark",)), ("b", ("md-emphasis",)), ("*", ("md-mark",))]


def test_a_long_block_is_styled_line_by_line_and_a_long_line_is_not() -> None:
    line = "*a* " + "word " * 1000
    text = "\n".join([line] * (LONGEST_BLOCK // len(line) + 2))
    assert styles(text, len(text) // 2)[1] == ("a", ("md-emphasis",))
    assert styles("*a* " + "word " * LONGEST_BLOCK, 0) == []


@given(MARKDOWN)
def test_styles_are_inside_the_text_and_in_order(text: str) -> None:
    markdown = MarkdownText(text)
    for offset in range(len(text)):
        runs = markdown.styles_at(offset).runs(0, len(text) + 10)
        assert all(0 <= run.start < run.end <= len(text) for run in runs)
        assert [*runs] == sorted(runs)
