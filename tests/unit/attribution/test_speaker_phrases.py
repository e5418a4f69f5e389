import pytest
from made_grammar import grammar_of, words_of

from tui.attribution.speaker_phrases import head_of, parts_of


def test_a_list_has_parts() -> None:
    grammar = grammar_of("Ruiz, Lind and the mayor")
    assert [words_of(grammar, part) for part in parts_of(grammar, range(6))] == ["Ruiz", "Lind", "the mayor"]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("a spokesman for Ruiz", "a spokesman"),
        ("the city's mayor Ruiz", "the city's mayor Ruiz"),
        ("Lind's Ruiz", "Ruiz"),
        ("the Ministry of Defence", "the Ministry of Defence"),
        ("Ruiz of Porto", "Ruiz"),
    ],
)
def test_the_head_of_a_phrase(text: str, head: str) -> None:
    grammar = grammar_of(text)
    assert words_of(grammar, head_of(grammar, range(len(grammar.tokens)))) == head
