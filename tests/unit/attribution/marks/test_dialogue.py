from made_grammar import grammar_of, words_of

from tui.attribution.marks.dialogue import find_turns


def turns(code: str, text: str) -> list[tuple[str | None, list[str | None]]]:
    grammar = grammar_of(text, code)
    found = find_turns(grammar).values()
    return [
        (words_of(grammar, item.source), [words_of(grammar, part) for part in item.frame.content]) for item in found
    ]


def test_paragraphs_that_a_dash_opens() -> None:
    assert turns("es", "—Es tarde —dijo Ruiz—. Vamos.\n—Sí.") == [("Ruiz", ["Es tarde", "Vamos."])]


def test_a_quotation_with_a_verb_between_dashes() -> None:
    assert turns("ru", "«Поздно, — сказал Петров. — Идём».") == [("Петров", ["Поздно", "Идём"])]


def test_dashes_without_a_verb_are_none() -> None:
    assert turns("es", "—Es tarde —y frío— hoy.") == []
