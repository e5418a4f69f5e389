"""Bodies on one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.formats.markdown.inline_body import inline_body, is_one_paragraph
from tui.formats.markdown.repair import parser


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("The council's *own* notice.\n- says **June**", "The council\\'s *own* notice. says **June**"),
        (
            "See [the count](https://a.example/b c), `x``y`",
            "See \\[the count\\](https\\://a.example/b c), ``` x``y ```",
        ),
        ("See [it][1].\n\n[1]: https://a.example", "See [it](<https://a.example>)."),
        ("# A\n\n1. one\\\n   two\n2. <https://a.example>", "A one two [https\\://a.example](<https://a.example>)"),
        ("```sh\nx  y\n```", "`x y`"),
        ("5 < 6 & *open", "5 \\< 6 & \\*open"),
        ("", ""),
    ],
)
def test_marks_stay_and_blocks_are_joined(body: str, line: str) -> None:
    assert inline_body(body) == line


@pytest.mark.parametrize(
    "body", ["<script>x</script>", "[a](javascript:x)", "![a](data:x)", "a ` b", "<a title='", "$$x"]
)
def test_nothing_active_or_open_gets_out(body: str) -> None:
    line = f"because: {inline_body(body)} · sources: `'> x](https://a.example)"
    (_, inline, _) = parser().parse(line)
    assert inline.content == line
    assert {token.type for token in inline.children or ()} == {"text"} or "](<" not in line
    assert not any("html" in token.type or token.type == "code_inline" for token in inline.children or ())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*"*_`[]()<>\\ \n-#ab!", "http://a", "~~", "&amp;"]), max_size=14).map("".join))
def test_any_body_becomes_one_closed_line(body: str) -> None:
    line = inline_body(body)
    assert "\n" not in line
    tokens = parser().parse(f"a: {line} · `'>](b)*_")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert (tokens[1].children or [])[-1].content.endswith("`'>](b)*_")


def test_one_paragraph_is_no_list() -> None:
    assert [*map(is_one_paragraph, ["*a*\nb", "", "- a", "a\n\nb", "> a"])] == [True, True, False, False, False]
