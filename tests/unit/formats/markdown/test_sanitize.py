"""Active content: HTML, link definitions, and links that leave the web."""

import pytest
from hypothesis import given, settings
from markdown_bodies import bodies

from tui.formats.markdown.sanitize import is_active, neutralize


@pytest.mark.parametrize(
    "source",
    ["<b>", "a <i>b</i>", "<!-- x", "<?php", "[x](javascript:a)", "![x](data:a)", "[x](file:///a)", "[x]\n\n[x]: b"],
)
def test_html_definitions_and_unsafe_targets_are_active(source: str) -> None:
    assert is_active(source)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "1 < 2",
        "`<b>`",
        "    <b>",
        "<https://a.b>",
        "[x](HTTPS://a.b)",
        "<mailto:a@b>",
        "[x](../f.md#g)",
        "[x](a/b:c)",
    ],
)
def test_text_code_and_safe_targets_are_not_active(source: str) -> None:
    assert not is_active(source)
    assert neutralize(source) == source


@pytest.mark.parametrize(
    ("source", "neutral"),
    [
        ("a <b>b</b>", r"a \<b>b\</b>"),
        ("[x](javascript:a)", r"[x]\(javascript:a)"),
        ("[x]\n\n[x]: b", "[x]\n\n[x]\\: b"),
        ("`<b>` <b>", None),
    ],
)
def test_active_content_is_escaped_unless_that_changes_code(source: str, neutral: str | None) -> None:
    assert neutralize(source) == neutral


@settings(max_examples=200, derandomize=True, deadline=None)
@given(bodies)
def test_what_is_neutralized_is_not_active(source: str) -> None:
    neutral = neutralize(source)
    assert neutral is None or not is_active(neutral)
