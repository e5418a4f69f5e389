import pytest
from made_grammar import grammar_of

from tui.attribution.attribution import attributions_in
from tui.attribution.explanation import explain
from tui.attribution.lexicon import lexicon_codes, load_lexicon
from tui.attribution.score import Score


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Ruiz said that it was late.",
            "“said” reports the clause after “that”: “that” after it (+12), a name before it (+10), "
            "a verb of saying (+8).",
        ),
        (
            "“It is late,” Ruiz said.",
            "“said” reports the quotation before the cue: what is said stands before it (+15), a name before it (+10), "
            "a verb of saying (+8).",
        ),
    ],
)
def test_a_sentence_with_the_rule_and_three_reasons(text: str, sentence: str) -> None:
    (found,) = attributions_in(grammar_of(text), 0.5)
    assert explain("said", found.frame.rule, found.score) == sentence


def test_a_rule_may_be_the_only_reason() -> None:
    score = Score(12, (("colon line", 12),))
    assert explain(":", "colon line", score) == "“:” reports what follows a name and a colon."


@pytest.mark.parametrize("code", sorted(lexicon_codes()))
def test_every_point_of_a_language_is_said_in_words(code: str) -> None:
    counted = [name for name in load_lexicon(code).points if name != "start"]  # what every cue begins with
    said = {explain("said", "that", Score(1, ((name, 1),))).partition(": ")[2] for name in counted}
    assert {f"{name} (+1)." for name in counted} & said == set()
    assert not any("." in sentence[:-1] for sentence in said)
