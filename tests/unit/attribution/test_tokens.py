from tui.attribution.tokens import tokenize


def test_words_marks_and_possessives() -> None:
    assert tokenize("Ruiz’s plan isn't re-made, U.S. said.", "en").words == [
        "Ruiz", "’s", "plan", "isn't", "re-made", ",", "U.S.", "said", ".",
    ]  # fmt: skip


def test_a_stop_within_a_sentence_belongs_to_its_abbreviation() -> None:
    tokens = tokenize("Mr. Ruiz spoke to Sen. Lind. He left.", "en")
    assert [tokens.words[sentence.start] for sentence in tokens.sentences] == ["Mr.", "He"]
    assert tokens.words[5:7] == ["Lind", "."]


def test_sentences_and_paragraphs_are_ranges_of_tokens() -> None:
    tokens = tokenize("One is old. Two is new.\n\nThree is late.", "en")
    assert tokens.paragraphs == [range(8), range(8, 12)]
    assert tokens.sentences == [range(4), range(4, 8), range(8, 12)]


def test_a_lost_paragraph_break_ends_a_sentence() -> None:
    tokens = tokenize("He told the agencies.After that he left.", "en")
    assert [tokens.words[sentence.start] for sentence in tokens.sentences] == ["He", "After"]


def test_tokens_know_their_quotation() -> None:
    tokens = tokenize("She said “go home” twice.", "en")
    assert tokens.quotations == [range(2, 6)]
    assert tokens.is_quotation_start(2)
    assert tokens.is_quotation_end(5)
    assert tokens.quotation_at(3) == range(2, 6)
    assert tokens.quotation_at(1) is None
    assert tokens.span(2, 6).of(tokens.text) == "“go home”"
