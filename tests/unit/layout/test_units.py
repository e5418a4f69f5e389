"""The word and the sentence at an offset."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from layout_strategies import steady, texts

from tui.layout.spaces import WHITE
from tui.layout.units import sentence_at, word_at

SEEDS = Path(__file__).parents[3] / "seeds"
GLUED = (SEEDS / "000_99cd5badc6da52f9.txt").read_text(encoding="utf-8")
WHOLE = (SEEDS / "002_b3c679df3c8f7e39.txt").read_text(encoding="utf-8")


def sentences(text: str) -> list[str]:
    spans = dict.fromkeys(sentence_at(text, offset) for offset in range(len(text)))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("the cease-fire holds", "fire", "cease-fire"),
        ("Turkey's view", "rkey", "Turkey's"),
        ("Syria’s five-year war.", "’s", "Syria’s"),
        ("“Unfortunately, it", "nately", "Unfortunately"),
        ("$3.5 billion", ".", "3.5"),
        ("the U.N. council", "N", "U.N."),
        ("ends here. The", ". ", "."),
        ("two  spaces", " ", " "),
        ("Mevlut Cavus\u0327og\u0306lu said", "g", "Cavus\u0327og\u0306lu"),
        ("東京タワーへ行く", "タ", "タワー"),
        ("東京タワーへ行く", "京", "東京"),
        ("a 👨\u200d👩 b", "👩", "👨\u200d👩"),
        ("क्षि त्र", "ष", "क्षि"),
        ("אמר ג׳ורג׳ בוש", "ורג", "ג׳ורג׳"),
        ("co\u00adopera\u00adtion is", "opera", "co\u00adopera\u00adtion"),
        ("the cease\u00ad-fire holds", "fire", "cease\u00ad-fire"),
        ("می\u200cخواهم بروم", "خواهم", "می\u200cخواهم"),
        ("non\u2060stop or not", "stop", "non\u2060stop"),
        ("one\u200btwo", "two", "two"),
        ('דובר צה"ל אמר', "ל א", 'צה"ל'),
        ("דובר צה״ל אמר", "צ", "צה״ל"),
        ("カ\u3099ス会社", "ス", "カ\u3099ス"),
        ("葛\U000e0100城市 は", "城", "葛\U000e0100城市"),
        ("in E\u0301.U. law", "U", "E\u0301.U."),
        ("ང\u0f0bབོད\u0f71 x", "བ", "བོད\u0f71"),
    ],
)
def test_the_word_at_an_offset(text: str, word: str, expected: str) -> None:
    start, end = word_at(text, text.index(word))
    assert text[start:end] == expected


def test_there_is_no_word_at_the_end() -> None:
    assert word_at("one", 3) == (3, 3)
    assert word_at("", 0) == (0, 0)


def test_the_sentence_under_the_cursor() -> None:
    start, end = sentence_at(WHOLE, WHOLE.index("lifting sanctions"))
    assert WHOLE[start:end] == "“We agreed on lifting sanctions,” he said."
    start, end = sentence_at(GLUED, GLUED.index("joint ceasefire"))
    assert GLUED[start:end].startswith("Adding on to his remarks")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("", "It was the 3."),
        ("xx", "It was the 3."),
        ("de", "It was the 3. October then."),
        ("de-AT", "It was the 3. October then."),
    ],
)
def test_the_language_decides_where_a_sentence_ends(language: str, sentence: str) -> None:
    text = "It was the 3. October then. And so on."
    assert sentence_at(text, 0, language).of(text) == sentence


def test_a_sentence_in_a_very_long_paragraph_is_found() -> None:
    text = "So it is. " * 30_000
    assert sentence_at(text, 150_004) == (150_000, 150_009)


def test_each_offset_of_a_sentence_has_the_same_sentence() -> None:
    for text in (GLUED, WHOLE):
        spans = list(dict.fromkeys(sentence_at(text, offset) for offset in range(len(text))))
        assert all(before.end <= after.start for before, after in pairwise(spans))


def test_white_space_belongs_to_the_sentence_before() -> None:
    text = " \nOne. Two.\n\n\nThree. " + "x" * 101
    assert sentence_at(text, 6) == (2, 6)
    assert sentence_at(text, 12) == (7, 11)
    assert sentence_at(text, 0) == (2, 6)
    assert sentence_at(text, 99) == (14, len(text))


def test_a_sentence_ends_at_a_blank_line_of_hard_wrapped_text() -> None:
    assert sentences("one\ntwo\n \n three\nfour\n\nfive") == ["one\ntwo", "three\nfour", "five"]
    assert sentences("A headline\n\n The first sentence. The second one") == [
        "A headline",
        "The first sentence.",
        "The second one",
    ]
    assert sentences("One line\nand one more. Then\nan end.") == ["One line\nand one more.", "Then\nan end."]


def test_a_sentence_starts_at_a_lost_paragraph_break() -> None:
    assert sentences("news agencies.After Turkey, it.The end.") == ["news agencies.", "After Turkey, it.", "The end."]
    start, end = sentence_at(GLUED, GLUED.index("The phone call") + 4)
    assert GLUED[start:end].startswith("The phone call")


@steady
@given(texts)
def test_word_and_sentence_hold_their_offset(text: str) -> None:
    previous = (0, 0)
    for offset in range(len(text) + 1):
        word, sentence = word_at(text, offset), sentence_at(text, offset)
        for start, end in (word, sentence):
            assert 0 <= start <= end <= len(text)
        assert sentence.of(text) == sentence.of(text).strip(WHITE)
        if offset < len(text) and text[offset] not in WHITE:
            assert sentence.start <= offset < sentence.end
            assert word.start <= offset < word.end
        assert sentence >= previous or not text.strip(WHITE)
        previous = sentence
