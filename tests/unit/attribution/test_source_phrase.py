import pytest
from made_grammar import cue_of, grammar_of, sentence_of, words_of

from tui.attribution.source_phrase import find_source
from tui.attribution.suggestion import draft_suggestions


@pytest.mark.parametrize(
    ("text", "head", "source"),
    [
        ("Ruiz said it was late.", "said", "Ruiz"),
        ("Ana Ruiz, who said it was late, left.", "said", "Ana Ruiz, who"),
        ("Ruiz left the hall, saying it was late.", "saying", "Ruiz"),
        ("Ruiz left the hall and said it was late.", "said", "Ruiz"),
        ("The plan was called a mess by Ruiz.", "called", "Ruiz"),
        ("Questioned about the plan, Ruiz left.", "Questioned", "Ruiz"),
        ("Ruiz’s claim that it was late is known.", "claim", "Ruiz"),
        ("Her claim that it was late is known.", "claim", "Her"),
    ],
)
def test_source_before_the_content(text: str, head: str, source: str) -> None:
    grammar = grammar_of(text)
    assert words_of(grammar, find_source(grammar, sentence_of(grammar), cue_of(grammar, head), None)) == source


def test_a_gerund_shares_the_earlier_source() -> None:
    grammar = grammar_of("Ruiz met Lind, said so, adding that it was late.")
    found = find_source(grammar, sentence_of(grammar), cue_of(grammar, "adding"), range(2, 3))
    assert words_of(grammar, found) == "Lind"


def test_whoever_saw_a_letter_does_not_say_what_is_in_it() -> None:
    text = "One of the letters, which the Echo has seen, is old and says that it is late."
    assert [draft.speaker for draft in draft_suggestions(text)] == [("One of the letters",)]
