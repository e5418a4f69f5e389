"""A headline stands over a text once."""

import pytest

from tui.intake.news_text import headed_text, plain_paragraphs


@pytest.mark.parametrize(
    ("headline", "text", "headed"),
    [
        ("News", "Words.", "# News\n\nWords."),
        ("News", "## News\n\nWords.", "# News\n\nWords."),
        ("News", "News\n\nWords.", "# News\n\nWords."),
        ("1. *News*", "", "# 1\\. \\*News\\*"),
        ("", "Words.", "Words."),
        ("News", "Newsless.", "# News\n\nNewsless."),
    ],
)
def test_a_headline_is_added_unless_it_is_there(headline: str, text: str, headed: str) -> None:
    assert headed_text(headline, text) == headed


@pytest.mark.parametrize(
    ("text", "markdown"),
    [("a\nb\n\nc", "a b\n\nc"), ("a\nb\n", "a\n\nb"), ("- a", "\\- a"), (" \n", "")],
)
def test_plain_text_has_paragraphs_by_empty_lines_or_lines(text: str, markdown: str) -> None:
    assert plain_paragraphs(text) == markdown
