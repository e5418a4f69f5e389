import pytest
from made_grammar import grammar_of, index_of, sentence_of, words_of

from tui.attribution.escapes import content_end


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ruiz said it was late.", "it was late"),
        ("Ruiz said it was late, adding that she would go.", "it was late"),
        ("Ruiz said it was late and added that she would go.", "it was late"),
        ("Ruiz said it was late, but Lind said it was early.", "it was late"),
        ("Ruiz said it was late; the hall was empty.", "it was late"),
        ("Ruiz said it was late, according to Lind.", "it was late"),
        ("Ruiz said it was late, which surprised Lind.", "it was late, which surprised Lind"),
    ],
)
def test_end_of_a_clause(text: str, content: str) -> None:
    grammar = grammar_of(text)
    first = index_of(grammar, "said") + 1
    end = content_end(grammar, sentence_of(grammar), first, is_clause=True, stops_at_comma=False)
    assert words_of(grammar, range(first, end)) == content


def test_an_object_ends_at_a_relative_clause() -> None:
    grammar = grammar_of("Ruiz praised the plan, which surprised Lind.")
    first = index_of(grammar, "praised") + 1
    end = content_end(grammar, sentence_of(grammar), first, is_clause=False, stops_at_comma=False)
    assert words_of(grammar, range(first, end)) == "the plan"


def test_an_inserted_clause_ends_at_its_comma() -> None:
    grammar = grammar_of("When Ruiz said it was late, the hall was empty.")
    first = index_of(grammar, "said") + 1
    end = content_end(grammar, sentence_of(grammar), first, is_clause=True, stops_at_comma=True)
    assert words_of(grammar, range(first, end)) == "it was late"


def test_a_whole_quotation_ends_with_its_mark_in_a_later_sentence() -> None:
    grammar = grammar_of("Ruiz said, “It is late. We must go.” Lind left.")
    first = index_of(grammar, "“")
    end = content_end(grammar, sentence_of(grammar), first, is_clause=True, stops_at_comma=False)
    assert words_of(grammar, range(first, end)) == "“It is late. We must go.”"
