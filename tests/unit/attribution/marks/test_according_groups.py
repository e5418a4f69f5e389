import pytest
from made_grammar import clause_of, words_of

from tui.attribution.marks.according_groups import content_beside


@pytest.mark.parametrize(
    ("code", "text", "word", "source", "pieces"),
    [
        ("fr", "Selon Martin, il pleut fort.", "Selon", "Martin", ["il pleut fort"]),
        ("fr", "Il pleut fort, selon Jean Martin, maire de Lyon.", "selon", "Jean Martin", ["Il pleut fort"]),
        ("de", "Die Brücke ist laut Müller sicher.", "laut", "Müller", ["Die Brücke ist", "sicher"]),
        ("tr", "Yılmaz’a göre köprü eski.", "göre", "Yılmaz’a", ["köprü eski"]),
    ],
)
def test_content(code: str, text: str, word: str, source: str, pieces: list[str]) -> None:
    clause = clause_of(text, code, word)
    frame = content_beside(clause, 0)
    assert frame is not None
    assert words_of(clause.grammar, frame.source) == source
    assert [words_of(clause.grammar, piece) for piece in frame.content] == pieces


def test_without_a_noun_or_content_there_is_none() -> None:
    assert content_beside(clause_of("Selon, il pleut.", "fr", "Selon"), 0) is None
    assert content_beside(clause_of("Selon Martin.", "fr", "Selon"), 0) is None
