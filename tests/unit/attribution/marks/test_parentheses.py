import pytest
from made_grammar import clause_of, words_of

from tui.attribution.marks.parentheses import content_before


@pytest.mark.parametrize(
    ("code", "text", "verb", "rule", "pieces"),
    [
        ("de", "„Gut“, sagte Müller, „sehr gut.“", "sagte", "quotation before", ["„Gut“", "„sehr gut.“"]),
        ("de", "Und es sei spät, sagte Müller.", "sagte", "clause before", ["es sei spät"]),
        ("es", "El puente, dijo Ruiz, es viejo.", "dijo", "clause around", ["El puente", "es viejo"]),
        ("es", "El puente es viejo, dijo Ruiz, que vive allí.", "dijo", "clause before", ["El puente es viejo"]),
        ("de", "Ja, sagte Müller.", "sagte", "clause before", ["Ja"]),
        ("de", "Gestern, sagte Müller.", "sagte", "", []),
        ("de", "Als er kam, sagte Müller nur wenig.", "sagte", "", []),
        ("de", "Gut, er sagte es.", "sagte", "", []),
        ("de", "Gut, sagte Müller, dass es spät ist.", "sagte", "", []),
    ],
)
def test_content(code: str, text: str, verb: str, rule: str, pieces: list[str]) -> None:
    clause = clause_of(text, code, verb)
    frame = content_before(clause, 0)
    assert (frame.rule if frame else "") == rule
    assert [words_of(clause.grammar, piece) for piece in (frame.content if frame else ())] == pieces


def test_a_quotation_that_is_taken_is_no_content() -> None:
    assert content_before(clause_of("„Gut“, sagte Müller.", "de", "sagte"), 2) is None
