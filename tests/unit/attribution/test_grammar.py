import pytest
from made_grammar import grammar_of, index_of

TEXT = "Yesterday Ana Ruiz gladly denied having seen the bridges."


@pytest.mark.parametrize("word", ["Ana", "Ruiz"])
def test_names(word: str) -> None:
    grammar = grammar_of(TEXT)
    assert grammar.is_name(index_of(grammar, word))


@pytest.mark.parametrize("word", ["gladly", "denied", "the"])
def test_what_is_no_name(word: str) -> None:
    grammar = grammar_of(TEXT)
    assert not grammar.is_name(index_of(grammar, word))


def test_a_function_word_is_no_name_at_the_start_of_a_sentence() -> None:
    assert not grammar_of("The bridge is old.").is_name(0)


def test_adverbs_gerunds_and_finite_verbs() -> None:
    grammar = grammar_of(TEXT)
    assert grammar.is_adverb(index_of(grammar, "gladly"))
    assert grammar.is_gerund(index_of(grammar_of("Asking him was late."), "Asking") + 0) is False
    assert grammar.is_finite(index_of(grammar, "denied"))
    assert not grammar.is_finite(index_of(grammar, "bridges"))


def test_nothing_stands_outside_the_text() -> None:
    grammar = grammar_of("Go.")
    assert grammar.low(-1) == ""
    assert grammar.low(99) == ""
    assert not grammar.is_name(99)


def test_adjectives_of_nations() -> None:
    grammar = grammar_of("Ruiz")
    assert grammar.is_nation("Danish")
    assert grammar.is_nation("Norwegian")
    assert not grammar.is_nation("Ruiz")
    assert not grammar.is_nation("danish")


def test_words_without_their_endings() -> None:
    assert grammar_of("x", "ru").stem("петрова") == "петров"
    assert grammar_of("x", "ru").stem("мост") == "мост"
    assert grammar_of("x", "tr").bare_noun("Polisin") == "Polis"
    assert grammar_of("x", "tr").bare_noun("Putin'in") == "Putin"
    assert grammar_of("x").bare_noun("O'Neill") == "O'Neill"
