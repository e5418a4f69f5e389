"""The sentence of a new proposition for a draft."""

import pytest

from tui.analysis.alignment.draft_sentence import draft_sentence
from tui.attribution.suggestion import draft_suggestions


def sentence(text: str, code: str = "en") -> str:
    """Return the sentence for the first draft of a text."""
    return draft_sentence(draft_suggestions(text, code)[0], text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Nobody,” said Ana Ruiz, “has seen the list.”", "Nobody has seen the list"),
        ("“No,” said Ana Ruiz. “The bridge is late today.”", "The bridge is late today"),
        ("“It rained a lot,” said Ana Ruiz. “The bridge is late today.”", "It rained a lot"),
    ],
)
def test_a_sentence_in_pieces_is_whole_and_the_first_of_some_words_counts(text: str, expected: str) -> None:
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("“We were never told of it,” said Ana Ruiz.", "en", "We [Ana Ruiz] were never told of it"),
        ("“My cellar is still wet,” said Ana Ruiz.", "en", "My [Ana Ruiz’s] cellar is still wet"),
        ("“I’m late for this,” said Ana Ruiz.", "en", "I’m [Ana Ruiz] late for this"),
        ("“Nobody,” said Ana Ruiz, “has told us.”", "en", "Nobody has told us [Ana Ruiz]"),
        ('Ana Ruiz said it was "the worst I have seen."', "en", 'It was "the worst I [Ana Ruiz] have seen"'),
        ("—Nosotros llegamos tarde hoy —dijo Ana Ruiz—.", "es", "Nosotros [Ana Ruiz] llegamos tarde hoy"),
        (
            "„Wir haben unsere Häuser und die Stadt verloren“, sagte Ana Ruiz.",
            "de",
            "Wir [Ana Ruiz] haben unsere Häuser und die Stadt verloren",
        ),
        ("« J’ai vu la mairie et le pont », a dit Ana Ruiz.", "fr", "J’ai [Ana Ruiz] vu la mairie et le pont"),
    ],
)
def test_who_speaks_of_himself_is_named_in_brackets(text: str, code: str, expected: str) -> None:
    assert sentence(text, code) == expected


def test_the_articles_own_we_and_that_of_somebody_unknown_are_no_sentence() -> None:
    assert sentence("Ana Ruiz told our reporter that we were wrong about it.") == ""
    assert sentence("“We were never told of it,” she said.") == ""
