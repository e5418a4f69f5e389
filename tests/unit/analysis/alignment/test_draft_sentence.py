"""The sentence of a new proposition for a draft."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.alignment.draft_sentence import draft_sentence
from tui.attribution.suggestion import draft_suggestions


def sentence(text: str, code: str = "en") -> str:
    """Return the sentence for the first draft of a text."""
    return draft_sentence(draft_suggestions(text, code)[0], text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Nobody,” said Ana Ruiz, “has seen the list.”", "Nobody has seen the list"),
        ("“If the bell rings, nobody will answer,” Ana Ruiz said.", "If the bell rings, nobody will answer"),
        ("“No,” said Ana Ruiz. “The bridge is late today.”", "The bridge is late today"),
        ("“Rain fell all night,” said Ana Ruiz. “The bridge is late today.”", "Rain fell all night"),
    ],
)
def test_a_sentence_in_pieces_is_whole_and_the_first_of_some_words_counts(text: str, expected: str) -> None:
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("“We were never told of it,” said Ana Ruiz.", "en", "“We were never told of it” [Ana Ruiz]"),
        ("“My cellar is still wet,” said Ana Ruiz.", "en", "“My cellar is still wet” [Ana Ruiz]"),
        ("“I’m late for this,” said Ana Ruiz.", "en", "“I’m late for this” [Ana Ruiz]"),
        ("“Nobody,” said Ana Ruiz, “has told us.”", "en", "“Nobody has told us” [Ana Ruiz]"),
        ('Ana Ruiz said it was "the worst I have seen."', "en", 'It was "the worst I have seen" [Ana Ruiz]'),
        ("—Nosotros llegamos tarde hoy —dijo Ana Ruiz—.", "es", "“Nosotros llegamos tarde hoy” [Ana Ruiz]"),
        (
            "„Wir haben unsere Häuser und die Stadt verloren“, sagte Ana Ruiz.",
            "de",
            "“Wir haben unsere Häuser und die Stadt verloren” [Ana Ruiz]",
        ),
        ("« J’ai vu la mairie et le pont », a dit Ana Ruiz.", "fr", "“J’ai vu la mairie et le pont” [Ana Ruiz]"),
    ],
)
def test_who_speaks_of_himself_is_quoted_with_his_name(text: str, code: str, expected: str) -> None:
    assert sentence(text, code) == expected


def test_the_articles_own_we_and_that_of_somebody_unknown_are_no_sentence() -> None:
    assert sentence("Ana Ruiz told our reporter that we were wrong about it.") == ""
    assert sentence("“We were never told of it,” she said.") == ""


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("“He’d done everything right,” said Ana Ruiz.", "en", ""),
        ("Ana Ruiz said its brakes had failed.", "en", "Its brakes had failed [Ana Ruiz]"),
        ("Ana Ruiz sagte, sein Haus habe nicht gebrannt.", "de", "Sein Haus habe nicht gebrannt [Ana Ruiz]"),
        ("Ana Ruiz said the brakes had failed it.", "en", "The brakes had failed it"),
    ],
)
def test_what_begins_with_an_owner_has_the_name_of_who_says_it(text: str, code: str, expected: str) -> None:
    assert sentence(text, code) == expected


WORDS = """
Ana Ruiz PORTO NATO 112 3 said denied told dijo sagte dedi сказал that whether dass que что he she they It their Its the
a mayor police officials according to « » “ ” — - ( ) , . : ? ! and or both who him 🙂 ’ We my
"""
SALAD = st.lists(st.sampled_from(WORDS.split()), max_size=25)


@settings(max_examples=150)
@given(SALAD, st.sampled_from(["en", "de", "es", "fr", "tr", "ru"]))
def test_a_draft_of_any_words_quotes_some_of_them(words: list[str], code: str) -> None:
    text = " ".join(words)
    for draft in draft_suggestions(text, code, 0.0):
        assert draft.spans
        assert all(0 <= span.start < span.end <= len(text) for span in draft.spans)
        assert "\n" not in draft_sentence(draft, text)
