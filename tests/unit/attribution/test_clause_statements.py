from made_grammar import grammar_of

from tui.attribution.clause_statements import clause_statements


def cues(text: str, threshold: float = 0.5) -> list[str]:
    grammar = grammar_of(text)
    return [grammar.tokens.words[item.cue.head] for item in clause_statements(grammar, threshold)]


def test_cues_in_the_order_of_the_text() -> None:
    text = "“It is late,” Ruiz said, noting that the hall was closed. Lind wanted a bridge."
    assert cues(text) == ["said", "noting", "wanted"]
    assert cues(text, 0.9) == ["said", "noting"]


def test_a_cue_in_the_content_of_another_is_none() -> None:
    assert cues("Ruiz said that Lind claimed that it was late.") == ["said"]


def test_the_content_before_a_cue_is_taken_once() -> None:
    assert cues("“It is late,” said Ruiz, who said “it is cold.”")[0] == "said"
