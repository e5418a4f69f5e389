import pytest
from made_grammar import clause_of, words_of

from tui.attribution.marks.reported import announces, content_after, content_stop


@pytest.mark.parametrize(
    ("code", "text", "verb", "found"),
    [
        ("de", "Müller sagte: „Nein.“", "sagte", ("colon", "„Nein.“")),
        ("de", "Müller sagte: Das ist falsch.", "sagte", ("colon", "Das ist falsch")),
        ("de", "Müller sagte „nein“.", "sagte", ("quotation", "„nein“")),
        ("de", "Müller nannte den Plan „gut“.", "nannte", ("quotation", "den Plan „gut“")),
        ("de", "Müller sagte, es sei spät; er ging.", "sagte", ("clause", "es sei spät")),
        ("de", "Müller sagte, wenn es regnet.", "sagte", None),
        ("de", "Müller sagte nichts.", "sagte", None),
        ("de", "Müller lobte den Plan.", "lobte", ("object", "den Plan")),
        ("fr", "Il dit que oui et affirme que non.", "dit", ("that", "que oui")),
    ],
)
def test_content(code: str, text: str, verb: str, found: tuple[str, str] | None) -> None:
    clause = clause_of(text, code, verb)
    frame = content_after(clause, clause.source(None))
    assert (frame and (frame.rule, words_of(clause.grammar, frame.content[0]))) == found


def test_a_colon_at_the_end_leads_to_the_next_paragraph() -> None:
    clause = clause_of("Müller sagte:\n„Nein.“\nEr ging.", "de", "sagte")
    frame = content_after(clause, None)
    assert frame is not None
    assert words_of(clause.grammar, frame.content[0]) == "„Nein.“"
    clause = clause_of("Müller schrieb:\nDas ist falsch.\nEr ging.", "de", "schrieb")
    frame = content_after(clause, None)
    assert frame is not None
    assert (frame.rule, words_of(clause.grammar, frame.content[0])) == ("block quotation", "Das ist falsch.")


def test_what_announces_content() -> None:
    assert announces(clause_of("Müller sagte: Nein.", "de", "sagte"))
    assert not announces(clause_of("Müller sagte es.", "de", "sagte"))


def test_where_content_stops() -> None:
    clause = clause_of("Il dit que oui ; il part.", "fr", "dit")
    stop = content_stop(clause.grammar, clause.sentence, clause.complementizer())
    assert clause.grammar.tokens.words[stop] == ";"
