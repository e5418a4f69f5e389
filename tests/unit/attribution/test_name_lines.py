import pytest
from made_grammar import grammar_of, words_of

from tui.attribution.name_lines import find_name_lines


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
