import pytest
from made_grammar import grammar_of, index_of, sentence_of, words_of

from tui.attribution.noun_phrases import sentence_subject, subject_after, subject_before


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Yesterday the mayor of Porto said no.", "the mayor of Porto"),
        ("Ana Ruiz, 44, a baker from Porto, said no.", "Ana Ruiz"),
        ("Ana Ruiz (R) said no.", "Ana Ruiz"),
        ("Ana Ruiz — who owns it — said no.", "Ana Ruiz"),
        ("Ana Ruiz on Friday said no.", "Ana Ruiz"),
        ("It rained, but she said no.", "she"),
        ("Spain, Italy and Malta said no.", "Spain, Italy and Malta"),
        ("Meanwhile, Ruiz said no.", "Ruiz"),
        ("Residents of Kettle Street said no.", "Residents of Kettle Street"),
        ("On one thing the two sides said no.", "the two sides"),
        ("All the members said no.", "All the members"),
    ],
)
def test_subject_before_a_verb(text: str, subject: str) -> None:
    grammar = grammar_of(text)
    found = subject_before(grammar, sentence_of(grammar), index_of(grammar, "said") - 1)
    assert words_of(grammar, found) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("“No,” said Ana Ruiz, a baker.", "Ana Ruiz"),
        ("“No,” said the mayor of Porto on Friday.", "the mayor of Porto"),
        ("“No,” said he in Porto.", "he"),
    ],
)
def test_subject_after_a_verb(text: str, subject: str) -> None:
    grammar = grammar_of(text)
    found = subject_after(grammar, sentence_of(grammar), index_of(grammar, "said") + 1)
    assert words_of(grammar, found) == subject


def test_subject_of_the_main_clause() -> None:
    grammar = grammar_of("When Lind arrived, Ruiz left the hall, saying it was late.")
    found = sentence_subject(grammar, sentence_of(grammar), index_of(grammar, "saying"))
    assert words_of(grammar, found) == "Ruiz"
