from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from layout_strategies import steady, texts

from tui.layout.spaces import WHITE
from tui.layout.units import paragraph_at, sentence_at, word_at

SEEDS = Path(__file__).parents[3] / "seeds"
GLUED = (SEEDS / "000_99cd5badc6da52f9.txt").read_text(encoding="utf-8")
WHOLE = (SEEDS / "002_b3c679df3c8f7e39.txt").read_text(encoding="utf-8")


def sentences(text: str) -> list[str]:
    spans = dict.fromkeys(sentence_at(text, offset) for offset in range(len(text)))
    return [text[start:end] for start, end in spans]


def split(text: str) -> list[str]:
    return [part.strip() for part in text.split("|")]


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
    ],
)
def test_the_word_at_a_place(text: str, word: str, expected: str) -> None:
    start, end = word_at(text, text.index(word))
    assert text[start:end] == expected


def test_there_is_no_word_at_the_end() -> None:
    assert word_at("one", 3) == (3, 3)
    assert word_at("", 0) == (0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "He met Mr. Smith of the U.S. in August.| Dr. Jones and Sen. J. F. Doe left.| They went home.",
        "Aid came to the U.S. President and to the U.N. Security Council.| It was late.",
        "It came from the U.S.| The council of the U.N.| However, it was late.",
        "See No. 5 and Fig. 3 for it.| He said no.| So be it.",
        "It rose 3.5 percent to $100.| 2016 was worse.",
        "“Civilians are dying…| But there should be a cease-fire.| Help should come…| With us it will.”| He left.",
        "He waited … and left.| Then... silence fell.",
        "“We agreed on it,” he said.| “Tourism was discussed.| We will do it.”| “We have,” she said.",
        '"We agreed," he said.| "We hold talks."| She left.',
        "“Will you go?” he asked.| “Yes!”| They went.| “Really?” Lavrov asked him.| “No!” Sergey Lavrov said.",
        "The talks (see above.)| went on.".replace("|", ""),
        "The talks ended (at last.)| They went on.",
        "He came at 5 p.m. on Monday.| She left at 6 a.m.| The rest stayed.",
        "He lives, e.g. in Ankara, i.e. in Turkey.| Apples, pears, etc. are fruit.",
        "1. First of all.| Then the rest.",
        "今日は晴れ。|明日は雨！|「そうですか？」|はい。",
        "वह गया।| वह आया।",
        "¿Qué pasa?| ¡Nada!| Vamos.",
        "A headline without a stop\n\n| The first sentence.| The second one",
        "news agencies.|After Turkey, it.| The end.",
        "Is it so?| — Yes.| “Good.”",
    ],
)
def test_sentences(text: str) -> None:
    assert sentences(text.replace("|", "")) == split(text)


@pytest.mark.parametrize(("text", "count"), [(GLUED, 24), (WHOLE, 59)], ids=["glued", "whole"])
def test_the_articles_have_so_many_sentences_and_nothing_between_them(text: str, count: int) -> None:
    found = sentences(text)
    print(*found, sep="\n")
    assert len(found) == count
    assert "".join("".join(found).split()) == "".join(text.split())
    assert {sentence[0] for sentence in found} <= set('ABCDFHILMOPRSTUW"“')
    assert {sentence[-2:] for sentence in found if sentence[-1] not in ".…"} <= {
        ".”",
        '."',
        "ia",
        "ns",
        "on",
        "sm",
        "es",
    }


def test_the_sentence_under_the_cursor() -> None:
    start, end = sentence_at(WHOLE, WHOLE.index("lifting sanctions"))
    assert WHOLE[start:end] == "“We agreed on lifting sanctions,” he said."
    start, end = sentence_at(GLUED, GLUED.index("joint ceasefire"))
    assert GLUED[start:end].startswith("Adding on to his remarks")


def test_white_space_belongs_to_the_sentence_and_the_paragraph_before() -> None:
    text = " \nOne. Two.\n\n\nThree. " + "x" * 101
    assert sentence_at(text, 6) == (2, 6)
    assert sentence_at(text, 12) == (7, 11)
    assert paragraph_at(text, 12) == (2, 11)
    assert sentence_at(text, 0) == (2, 6)
    assert paragraph_at(text, 99) == (14, len(text))


def test_paragraphs_of_hard_wrapped_text_end_at_blank_lines() -> None:
    text = "one\ntwo\n \n three\nfour\n\nfive"
    found = dict.fromkeys(paragraph_at(text, offset) for offset in range(len(text)))
    assert [text[start:end] for start, end in found] == ["one\ntwo", "three\nfour", "five"]
    assert sentences("One line\nand one more. Then\nan end.") == ["One line\nand one more.", "Then\nan end."]


def test_a_paragraph_starts_at_a_glued_sentence() -> None:
    start, end = paragraph_at(GLUED, GLUED.index("The ministers exchanged"))
    assert GLUED[start:end].startswith("The phone call")
    assert GLUED[start:end].endswith("terrorist organizations.")


def test_in_an_endless_paragraph_the_sentence_is_still_found() -> None:
    text = "So it is. " * 30_000
    assert sentence_at(text, 150_004) == (150_000, 150_009)


@steady
@given(texts)
def test_units_lie_in_the_text_and_in_each_other(text: str) -> None:
    previous = (0, 0)
    for offset in range(len(text) + 1):
        word, sentence, paragraph = word_at(text, offset), sentence_at(text, offset), paragraph_at(text, offset)
        for start, end in (word, sentence, paragraph):
            assert 0 <= start <= end <= len(text)
        assert text[slice(*sentence)] == text[slice(*sentence)].strip(WHITE)
        assert paragraph[0] <= sentence[0] <= sentence[1] <= paragraph[1]
        if offset < len(text) and text[offset] not in WHITE:
            assert sentence[0] <= offset < sentence[1]
            assert word[0] <= offset < word[1]
        assert sentence >= previous or not text.strip(WHITE)
        previous = sentence


def test_every_sentence_of_the_articles_is_one_from_wherever_it_is_asked() -> None:
    for text in (GLUED, WHOLE):
        spans = list(dict.fromkeys(sentence_at(text, offset) for offset in range(len(text))))
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
