from made_grammar import grammar_of

from tui.attribution.tokens import Tokens


def tokens_of(text: str, code: str = "en") -> Tokens:
    return grammar_of(text, code).tokens


def test_words_marks_and_possessives() -> None:
    assert tokens_of("Ruiz’s plan isn't re-made, U.S. said.").words == [
        "Ruiz", "’s", "plan", "isn't", "re-made", ",", "U.S.", "said", ".",
    ]  # fmt: skip


def test_a_stop_within_a_sentence_belongs_to_its_abbreviation() -> None:
    tokens = tokens_of("Mr. Ruiz spoke to Sen. Lind. He left.")
    assert [tokens.words[sentence.start] for sentence in tokens.sentences] == ["Mr.", "He"]
    assert tokens.words[5:7] == ["Lind", "."]


def test_sentences_and_paragraphs_are_ranges_of_tokens() -> None:
    tokens = tokens_of("One is old. Two is new.\n\nThree is late.")
    assert tokens.paragraphs == [range(8), range(8, 12)]
    assert tokens.sentences == [range(4), range(4, 8), range(8, 12)]


def test_a_lost_paragraph_break_ends_a_sentence() -> None:
    tokens = tokens_of("He told the agencies.After that he left.")
    assert [tokens.words[sentence.start] for sentence in tokens.sentences] == ["He", "After"]


def test_tokens_know_their_quotation() -> None:
    tokens = tokens_of("She said “go home” twice.")
    assert tokens.quotations == [range(2, 6)]
    assert tokens.is_quotation_start(2)
    assert tokens.is_quotation_end(5)
    assert tokens.quotation_at(3) == range(2, 6)
    assert tokens.quotation_at(1) is None
    assert tokens.span(2, 6).of(tokens.text) == "“go home”"


def test_words_with_an_elision_or_an_enclitic_are_two() -> None:
    assert tokens_of("L’État a-t-il dit aujourd’hui", "fr").words == ["L’", "État", "a", "-t-il", "dit", "aujourd’hui"]


def test_the_turkish_capital_i_has_one_small_letter() -> None:
    assert tokens_of("İddia", "tr").low == ["iddia"]
