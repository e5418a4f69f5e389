import pytest
from made_grammar import grammar_of, words_of

from tui.attribution.name_lines import find_name_lines
from tui.attribution.suggestion import draft_suggestions


@pytest.mark.parametrize(
    ("text", "rule", "name", "content"),
    [
        ("Ana Ruiz: “It is late.”", "colon line", "Ana Ruiz", "“It is late.”"),
        ("RUIZ: It is late. We must go.", "colon line", "RUIZ", "It is late. We must go."),
        ("“It is late.” — Ana Ruiz", "dash line", "Ana Ruiz", "“It is late.”"),
    ],
)
def test_a_name_and_a_mark(text: str, rule: str, name: str, content: str) -> None:
    grammar = grammar_of(text)
    (found,) = find_name_lines(grammar, [])
    assert (found.frame.rule, words_of(grammar, found.source)) == (rule, name)
    assert words_of(grammar, found.frame.content[0]) == content


@pytest.mark.parametrize("text", ["Note: the hall is closed.", "Q: Why?", "He said this: “Go.”", "“Go.” He left."])
def test_other_lines(text: str) -> None:
    assert list(find_name_lines(grammar_of(text), [])) == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "El portavoz del sindicato, Olmo Vega: «Es tarde».", ["Olmo Vega"]),
        ("ru", "Представитель профсоюза Олег Ветров: «Уже поздно».", ["Олег Ветров"]),
        ("en", "Union spokesman Olmo Vega: “It is late.”", ["Olmo Vega"]),
        ("en", "The mayor was in San Pedro: “It is late.”", []),
        ("en", "The mayor of San Pedro: “It is late.”", []),
        ("en", "It rained on Olmo Vega: “It is late.”", []),
    ],
)
def test_a_name_after_an_office_and_a_colon_speaks(language: str, text: str, speaker: list[str]) -> None:
    assert [name for draft in draft_suggestions(text, language) for name in draft.speaker] == speaker
