"""The subject of a new proposition, if the quote has a pronoun for it."""

import pytest

from tui.analysis.alignment.draft_sentence import draft_sentence
from tui.attribution.suggestion import draft_suggestions


def sentence(text: str, code: str = "en") -> str:
    """Return the sentence for the first draft of a text."""
    return draft_sentence(draft_suggestions(text, code)[0], text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paul Beck told reporters on Monday that he will pay.", "Paul Beck will pay"),
        ("Ana Ruiz said she and her sister saw it.", "Ana Ruiz and her sister saw it"),
        ("Ana Ruiz said her sister saw it.", "Ana Ruiz’s sister saw it"),
        ("It is cold in Porto. It rained a lot. Ana Ruiz said she saw it.", "Ana Ruiz saw it"),
        ("Ana Ruiz said it rained all week.", "It rained all week"),
        ("Both bridges were closed, Ana Ruiz said.", "Both bridges were closed"),
    ],
)
def test_a_pronoun_for_the_speaker_becomes_the_name(text: str, expected: str) -> None:
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ana Ruiz said they saw it coming.", "en"),
        ("Ana Ruiz said he saw it coming.", "en"),
        ("“She knew about the crack,” Ana Ruiz said.", "en"),
        ("She knew about the crack, Ana Ruiz said.", "en"),
        ("Tom Lind was arrested. Paul Beck said he was drunk as ever.", "en"),
        ("Asked about the driver, Paul Beck said he was drunk as ever.", "en"),
        ("Paul Beck and Tom Lind said his house was wet.", "en"),
        ("The spokesman said he saw it coming.", "en"),
        ("112 said that she paid the whole bill.", "en"),
        ("Germany said he saw it coming.", "en"),
        ("The company Valley Water said she was told of it.", "en"),
        ("Ana Ruiz said that “she knew about the crack”.", "en"),
        ("Müller sagte, sie sei seit Jahren alt.", "de"),
        ("Петров сказал, что он не видел моста.", "ru"),
    ],
)
def test_a_subject_that_only_the_article_makes_clear_is_no_sentence(text: str, code: str) -> None:
    assert sentence(text, code) == ""


def test_the_french_il_may_be_nobody() -> None:
    assert sentence("Martin a dit qu’il est trop tard ici.", "fr") == "Il est trop tard ici"
