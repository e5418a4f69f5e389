import pytest
from made_grammar import clause_of, words_of

from tui.attribution.marks.clause import is_single_pronoun


@pytest.mark.parametrize(
    ("code", "text", "verb", "source"),
    [
        ("de", "Müller sagte nichts.", "sagte", "Müller"),
        ("de", "Am Montag sagte Müller nichts.", "sagte", "Müller"),
        ("de", "Den Plan kritisierte Müller.", "kritisierte", "Müller"),
        ("de", "Müller, der Chef, sagte nichts.", "sagte", "Müller"),
        ("fr", "Oui, dit le maire, Jean Martin.", "dit", "Jean Martin"),
    ],
)
def test_source(code: str, text: str, verb: str, source: str) -> None:
    clause = clause_of(text, code, verb)
    assert words_of(clause.grammar, clause.source(None)) == source


@pytest.mark.parametrize(
    ("code", "text", "verb", "has_subject_before"),
    [
        ("de", "Müller, der Chef, sagte nichts.", "sagte", True),
        ("de", "Müller, der Chef, sagte Beck, dass es spät ist.", "sagte", True),
        ("de", "Müller, der Chef, sagte Beck: „Es ist spät.“", "sagte", True),
        ("fr", "Martin, le maire, critique Ruiz.", "critique", True),
        ("de", "Müller, der Chef, sagte Beck gestern endlich zu.", "sagte", True),
        ("fr", "Martin, le maire, dit bonjour.", "dit", True),
        ("de", "Die Brücke war alt, wegen Regens, sagte Ruiz.", "sagte", False),
    ],
)
def test_a_clause_and_an_aside_are_no_subject(code: str, text: str, verb: str, has_subject_before: bool) -> None:
    assert (clause_of(text, code, verb).subject_before_aside() is not None) == has_subject_before


def test_a_second_verb_shares_its_subject() -> None:
    clause = clause_of("Ruiz vino y dijo algo.", "es", "dijo")
    assert clause.joins
    assert clause.source(range(1)) == range(1)


def test_where_a_conjunction_opens_content() -> None:
    clause = clause_of("Müller sagte am Montag, dass es spät ist.", "de", "sagte")
    assert clause.grammar.tokens.words[clause.complementizer()] == "dass"
    assert clause_of("Müller sagte es.", "de", "sagte").complementizer() == -1


def test_marks_and_neighbours() -> None:
    clause = clause_of("Gut — sagte er, und ging.", "de", "sagte")
    assert clause.is_after_dash
    assert (clause.preceding is not None, clause.following is not None) == (True, True)
    assert clause.opens
    assert is_single_pronoun(clause.grammar, range(clause.after, clause.after + 1))
