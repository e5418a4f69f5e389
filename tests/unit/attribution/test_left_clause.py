import pytest
from made_grammar import cue_of, grammar_of, sentence_of, words_of

from tui.attribution.attribution import find_attributions
from tui.attribution.left_clause import according, as_clause, clause_before, content_start, holds_verb


def test_a_clause_before_a_cue_needs_a_verb() -> None:
    grammar = grammar_of("The bridge is late, Ruiz said.")
    frame = clause_before(grammar, sentence_of(grammar), 4, 0, range(5, 6), 7)
    assert frame is not None
    assert (frame.rule, words_of(grammar, frame.content[0])) == ("clause before", "The bridge is late")
    grammar = grammar_of("The old bridge here, Ruiz said.")
    assert clause_before(grammar, sentence_of(grammar), 4, 0, range(5, 6), 7) is None


def test_a_clause_with_as() -> None:
    grammar = grammar_of("It is late, as Ruiz noted.")
    frame = as_clause(grammar, sentence_of(grammar), 4, 0, range(5, 6), 7)
    assert frame is not None
    assert words_of(grammar, frame.content[0]) == "It is late"


def test_according_to_needs_a_noun_and_content() -> None:
    grammar = grammar_of("It is late, according to Ruiz.")
    sentence = sentence_of(grammar)
    frame = according(grammar, sentence, cue_of(grammar, "according"), 0)
    assert frame is not None
    assert (words_of(grammar, frame.source), words_of(grammar, frame.content[0])) == ("Ruiz", "It is late")
    grammar = grammar_of("According to Ruiz.")
    assert according(grammar, sentence_of(grammar), cue_of(grammar, "According"), 0) is None


def test_where_content_starts() -> None:
    grammar = grammar_of("However, it is late.")
    assert content_start(grammar, 0) == 2
    assert holds_verb(grammar, 2, 5)
    assert not holds_verb(grammar, 0, 2)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("According to its biologist, Dr. Ines Ravn, heat may be the cause.", ["heat may be the cause"]),
        ("According to its clerk, Jan Lind, Ana Ruiz and Tom Berg left.", ["Jan Lind, Ana Ruiz and Tom Berg left"]),
        ("The driver, who according to his lawyer is 29, was held.", ["The driver, who", "is 29"]),
        ("The bridge, according to Ruiz, is old.", ["The bridge", "is old"]),
        ("The bridge is old, according to Ruiz, who is late.", ["The bridge is old"]),
    ],
)
def test_what_stands_around_according_to(text: str, content: list[str]) -> None:
    (found,) = find_attributions(text)
    assert [span.of(text) for span in found.content] == content
