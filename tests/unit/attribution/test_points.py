import pytest
from made_grammar import cue_of, grammar_of, sentence_of

from tui.attribution.frames import right_frame
from tui.attribution.points import Context, score_cue
from tui.attribution.score import Score


def score_of(text: str, head: str) -> Score:
    grammar = grammar_of(text)
    cue = cue_of(grammar, head)
    sentence = sentence_of(grammar)
    return score_cue(grammar, cue, Context(sentence, right_frame(grammar, sentence, cue)))


def test_points_are_a_sum_of_what_is_seen() -> None:
    score = score_of("Ruiz said that it was late.", "said")
    assert dict(score.features) == {
        "start": -5, "form.past": 5, "left.past.name": 10, "class.say": 8, "strong verb": 8, "right.that": 12,
    }  # fmt: skip
    assert score.points == 38


@pytest.mark.parametrize(
    ("likely", "head", "unlikely", "other"),
    [
        ("Ruiz said that it was late.", "said", "The said plan was late.", "said"),
        ("Critics say it is late.", "say", "They had a say in it.", "say"),
        ("Ruiz claims that it is late.", "claims", "The claims were late.", "claims"),
        ("Ruiz began, “It is late.”", "began", "Ruiz began the work.", "began"),
        ("Ruiz called him “a fool”.", "called", "Ruiz issued a list.", "issued"),
    ],
)
def test_what_is_likely_scores_higher(likely: str, head: str, unlikely: str, other: str) -> None:
    assert score_of(likely, head).probability >= 0.5 > score_of(unlikely, other).probability


def test_a_cue_within_a_long_quotation_is_none() -> None:
    assert score_of("“You all know that he said it was late,” Ruiz wrote.", "said").probability < 0.2
