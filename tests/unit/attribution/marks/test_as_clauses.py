import pytest
from made_grammar import clause_of, words_of

from tui.attribution.marks.as_clauses import content_beside_clause, is_as_clause


@pytest.mark.parametrize(
    ("code", "text", "word", "source", "pieces"),
    [
        ("de", "Die Brücke ist alt, wie die Polizei mitteilte.", "mitteilte", "die Polizei", ["Die Brücke ist alt"]),
        ("de", "Wie Müller sagte, ist die Brücke alt.", "sagte", "Müller", ["ist die Brücke alt"]),
        ("de", "Die Brücke, wie Müller sagte, ist alt.", "sagte", "Müller", ["Die Brücke", "ist alt"]),
        ("fr", "Le pont est vieux, comme l’a dit Martin.", "l’", "Martin", ["Le pont est vieux"]),
        ("es", "El puente es viejo, como dijo Ruiz.", "dijo", "Ruiz", ["El puente es viejo"]),
        ("ru", "Мост стар, как сообщил Петров.", "сообщил", "Петров", ["Мост стар"]),
    ],
)
def test_content(code: str, text: str, word: str, source: str, pieces: list[str]) -> None:
    clause = clause_of(text, code, word)
    assert is_as_clause(clause)
    frame = content_beside_clause(clause, 0)
    assert frame is not None
    assert words_of(clause.grammar, frame.source) == source
    assert [words_of(clause.grammar, piece) for piece in frame.content] == pieces


def test_what_is_no_clause_with_as() -> None:
    assert not is_as_clause(clause_of("Müller sagte es.", "de", "sagte"))
    assert content_beside_clause(clause_of("Wie, sagte er.", "de", "sagte"), 0) is None
