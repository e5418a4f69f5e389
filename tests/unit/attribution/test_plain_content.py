import pytest
from made_grammar import cue_of, grammar_of, sentence_of

from tui.attribution.attribution import find_attributions
from tui.attribution.plain_content import clause_start, plain_content


@pytest.mark.parametrize(
    ("text", "head", "found"),
    [
        ("Ruiz said it was late.", "said", ("clause", "it")),
        ("Ruiz told Lind it was late.", "told", ("clause", "it")),
        ("Ruiz told Lind to go.", "told", ("infinitive", "to")),
        ("Ruiz asked why.", "asked", ("wh", "why")),
        ("Ruiz spoke about it.", "spoke", ("preposition", "about")),
        ("Ruiz praised it.", "praised", ("object", "it")),
        ("Ruiz said.", "said", None),
    ],
)
def test_rule_and_start(text: str, head: str, found: tuple[str, str] | None) -> None:
    grammar = grammar_of(text)
    result = plain_content(grammar, sentence_of(grammar), cue_of(grammar, head))
    assert (result and (result[0], grammar.low(result[1]))) == found


def test_a_clause_starts_after_days_and_adverbs() -> None:
    grammar = grammar_of("Ruiz said yesterday it was late.")
    assert clause_start(grammar, sentence_of(grammar), cue_of(grammar, "said")) == 3


def test_both_belongs_to_the_clause_and_not_to_the_cue() -> None:
    text = "Ana Ruiz said both bridges were closed."
    (found,) = find_attributions(text)
    assert [span.of(text) for span in found.content] == ["both bridges were closed"]
