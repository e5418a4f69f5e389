import pytest
from made_grammar import cue_of, grammar_of, sentence_of

from tui.attribution.left_word import left_of


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ruiz said no.", "name"),
        ("She said no.", "pronoun"),
        ("The mayor said no.", "person"),
        ("Ruiz, who said no, left.", "who"),
        ("The house said no.", "person"),
        ("Said no.", "start"),
        ("Ruiz (R) said no.", "bracket"),
    ],
)
def test_what_stands_before_a_verb(text: str, left: str) -> None:
    grammar = grammar_of(text)
    head = "Said" if text.startswith("Said") else "said"
    assert left_of(grammar, cue_of(grammar, head), sentence_of(grammar)) == left
