from made_grammar import grammar_of, sentence_of, words_of

from tui.attribution.marks.segments import divide


def segments(text: str, code: str, *, is_quoted: bool = False) -> list[tuple[str | None, str, str]]:
    grammar = grammar_of(text, code)
    sentence = divide(grammar, sentence_of(grammar), is_quoted=is_quoted)
    assert sentence is not None
    return [(words_of(grammar, item.part), item.before, item.after) for item in sentence.segments]


def test_a_sentence_is_divided_at_its_marks() -> None:
    assert segments("«Мост стар», — сказал он: нет.", "ru") == [
        ("«Мост стар»", "", ","), ("сказал он", "—", ":"), ("нет", ":", "."),
    ]  # fmt: skip


def test_a_quotation_is_whole_unless_one_looks_into_it() -> None:
    text = "„Nein, nie“, sagte er."
    assert [words for words, _, _ in segments(text, "de")] == ["„Nein, nie“", "sagte er"]
    assert [words for words, _, _ in segments(text, "de", is_quoted=True)][:2] == ["„Nein", "nie“"]


def test_a_sentence_without_words_has_no_segments() -> None:
    grammar = grammar_of(", , .", "de")
    assert divide(grammar, range(2)) is None


def test_numbers_of_segments() -> None:
    grammar = grammar_of("Er kam, sah, ging.", "de")
    sentence = divide(grammar, sentence_of(grammar))
    assert sentence is not None
    assert [sentence.number_at(index) for index in (0, 1, 3, 5)] == [0, 0, 1, 2]
    assert sentence.segment(3) is None
