import pytest
from made_grammar import cue_of, grammar_of, sentence_of, words_of

from tui.attribution.left_content import left_frame


@pytest.mark.parametrize(
    ("text", "head", "rule", "content", "source"),
    [
        ("“It is late,” Ruiz said.", "said", "quotation before", ["“It is late,”"], "Ruiz"),
        ("“It is late,” said Ana Ruiz.", "said", "quotation before", ["“It is late,”"], "Ana Ruiz"),
        ("“It is late,” said Ruiz, “and cold.”", "said", "quotation before", ["“It is late,”", "“and cold.”"], "Ruiz"),
        ("The plan is “a mess,” Ruiz said.", "said", "quotation before", ["The plan is “a mess,”"], "Ruiz"),
        ("The bridge is late, Ruiz said on Friday.", "said", "clause before", ["The bridge is late"], "Ruiz"),
        ("The bridge, she said, is late.", "said", "clause around", ["The bridge", "is late"], "she"),
        ("The bridge is late, she told us.", "told", "clause before", ["The bridge is late"], "she"),
        ("The bridge is late, Ruiz told the Courier.", "told", "clause before", ["The bridge is late"], "Ruiz"),
        ("As Ruiz noted, the bridge is late.", "noted", "as", ["the bridge is late"], "Ruiz"),
        ("The bridge is late, according to Ruiz.", "according", "according to", ["The bridge is late"], "Ruiz"),
        ("According to Ruiz, the bridge is late.", "According", "according to", ["the bridge is late"], "Ruiz"),
    ],
)
def test_content_and_source(text: str, head: str, rule: str, content: list[str], source: str) -> None:
    grammar = grammar_of(text)
    sentence = sentence_of(grammar)
    frame = left_frame(grammar, sentence, cue_of(grammar, head), sentence.start)
    assert frame is not None
    assert frame.rule == rule
    assert [words_of(grammar, part) for part in frame.content] == content
    assert words_of(grammar, frame.source) == source


@pytest.mark.parametrize(
    "text",
    [
        "During the visit, Ruiz said it was late.",
        "Ruiz said it was late.",
        "Ruiz declared that “we all support” the state.",
    ],
)
def test_no_content_before_the_cue(text: str) -> None:
    grammar = grammar_of(text)
    sentence = sentence_of(grammar)
    head = "declared" if "declared" in text else "said"
    assert left_frame(grammar, sentence, cue_of(grammar, head), sentence.start) is None
