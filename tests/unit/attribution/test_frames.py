import pytest
from made_grammar import cue_of, grammar_of, sentence_of, words_of

from tui.attribution.frames import right_frame


@pytest.mark.parametrize(
    ("text", "head", "rule", "content"),
    [
        ("Ruiz said that it was late.", "said", "that", "that it was late"),
        ("Ruiz told the paper on Monday that it was late.", "told", "that", "that it was late"),
        ("Ruiz said it was late.", "said", "clause", "it was late"),
        ("Ruiz told Lind she was late.", "told", "clause", "she was late"),
        ("Ruiz said Porto and Braga — whose towns had quarrelled — needed a bridge.", "said", "clause",
         "Porto and Braga — whose towns had quarrelled — needed a bridge"),
        ("Ruiz said in a statement, “It is late.”", "said", "quotation", "“It is late.”"),
        ("Ruiz urged her friends to leave “this old town”.", "urged", "quotation", "to leave “this old town”"),
        ("Ruiz asked why it was late.", "asked", "wh", "why it was late"),
        ("Ruiz promised to build a bridge.", "promised", "infinitive", "to build a bridge"),
        ("Ruiz praised the bridge.", "praised", "object", "the bridge"),
        ("Ruiz complained about the bridge.", "complained", "preposition", "about the bridge"),
        ("The city did not confirm or deny the sale.", "did", "phrase", "the sale"),
    ],
)  # fmt: skip
def test_rule_and_content(text: str, head: str, rule: str, content: str) -> None:
    grammar = grammar_of(text)
    frame = right_frame(grammar, sentence_of(grammar), cue_of(grammar, head))
    assert frame is not None
    assert (frame.rule, words_of(grammar, frame.content[0])) == (rule, content)


def test_a_final_colon_introduces_the_next_paragraph() -> None:
    grammar = grammar_of("In a letter, Ruiz wrote:\n\nThe bridge is old and must go.")
    frame = right_frame(grammar, sentence_of(grammar), cue_of(grammar, "wrote"))
    assert frame is not None
    assert (frame.rule, words_of(grammar, frame.content[0])) == ("block quotation", "The bridge is old and must go.")


def test_a_cue_without_anything_after_it_has_no_frame() -> None:
    grammar = grammar_of("It is late, Ruiz said.")
    assert right_frame(grammar, sentence_of(grammar), cue_of(grammar, "said")) is None
