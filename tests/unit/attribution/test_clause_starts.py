import pytest
from made_grammar import grammar_of, sentence_of

from tui.attribution.clause_starts import is_clause


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("he was late", True),
        ("the bridge was late", True),
        ("Porto — a town — needed a bridge", True),
        ("Lind, who left, needed a bridge", True),
        ("the bridge", False),
        ("to build a bridge", False),
        ("in Porto it was late", False),
        ("the plan, which was late", False),
    ],
)
def test_where_a_clause_starts(text: str, starts: bool) -> None:
    grammar = grammar_of(text)
    assert is_clause(grammar, sentence_of(grammar), 0) == starts
