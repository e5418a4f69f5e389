import pytest

from tui.attribution.datelines import without_dateline
from tui.attribution.grammar import read_grammar
from tui.attribution.suggestion import draft_suggestions


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("PORTO (Northwire) - The hall was shut", "The hall was shut"),
        ("PORTO, May 3 (Northwire) — The hall was shut", "The hall was shut"),
        ("PORTO — The hall was shut", "The hall was shut"),
        ("Porto (Northwire) – The hall was shut", "The hall was shut"),
        ("PORTO — The hall — the old one — was shut", "The hall — the old one — was shut"),
        ("Ruiz (44) — the mayor left", "Ruiz (44) — the mayor left"),
        ("NATO, which met, — it rained", "NATO, which met, — it rained"),
        ("Ruiz — the mayor left", "Ruiz — the mayor left"),
        ("BBC — the broadcaster — left", "BBC — the broadcaster — left"),
        ("Ana Ruiz (Labour) — who leads — left", "Ana Ruiz (Labour) — who leads — left"),
        ("Yes", "Yes"),
    ],
)
def test_a_dateline_is_no_part_of_a_sentence(text: str, rest: str) -> None:
    grammar = read_grammar(text, "en")
    part = without_dateline(grammar, range(len(grammar.tokens)))
    assert grammar.tokens.span(part.start, part.stop).of(text) == rest


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("en", "PORTO (Northwire) - The hall was shut, Ana Ruiz said.", "The hall was shut"),
        ("de", "PORTO (dpa) - Die Halle sei zu, sagte Ana Ruiz.", "Die Halle sei zu"),
    ],
)
def test_a_dateline_is_in_no_quote(language: str, text: str, content: str) -> None:
    (draft,) = draft_suggestions(text, language)
    assert [span.of(text) for span in draft.spans] == [content]
