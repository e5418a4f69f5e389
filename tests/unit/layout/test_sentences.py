"""Sentences end at marks, not at abbreviations or numbers."""

import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from layout_strategies import steady, texts

from tui.layout import sentences as sentences_module
from tui.layout.sentences import sentence_ends
from tui.layout.units import sentence_at
from tui.model.marks import MARKS

SEEDS = Path(__file__).parents[3] / "seeds"
GLUED = (SEEDS / "000_99cd5badc6da52f9.txt").read_text(encoding="utf-8")
WHOLE = (SEEDS / "002_b3c679df3c8f7e39.txt").read_text(encoding="utf-8")


def sentences(text: str) -> list[str]:
    edges = sorted({0, *sentence_ends(text, 0, len(text)), len(text)})
    return [text[start:end].strip() for start, end in pairwise(edges)]


def article_sentences(text: str) -> list[str]:
    return [span.of(text) for span in dict.fromkeys(sentence_at(text, offset) for offset in range(len(text)))]


def test_closing_marks_belong_to_the_sentence() -> None:
    assert list(sentence_ends("“Go.” He left.", 0, 14)) == [5, 14]


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
        "The first sentence.| The second one",
        "He met E\u0301. Dupont and Pr\u00adof. Lee.| \u00adThey went home.",
        "It rose and f\u00adell...| \u00adA\u030arhus fell.",
        "Is it so?| — Yes.| “Good.”",
    ],
)
def test_the_sentences_of_a_paragraph(text: str) -> None:
    assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "„Wir bauen weiter.“| Das sagte er.",
        "»Wir bauen weiter.«| Er kam.| »Gehen wir.«| Sie ging.",
        "« Nous partons. »| Elle reste.| « Oui ! »| Il part.",
        "قال إنه سيعود...| لكنه لم يعد.",
        "Հայաստանը համաձայնեց։| Նա մեկնեց։",
        "ሰላም ነው።| መጣ።",
        "သူ လာသည်။| သူ သွားသည်။",
        "गया था॥| वह आया।",
        "今日は晴れ．|明日は雨．",
        "日本は「行く。」と述べた。|次へ。",
        "“走了！”他说。|“我不知道。”|她哭了。",
        "It agreed.[1]| Nobody objected.¹| We did.[^2]| So be it.",
        "**The plan is old.**| *It dates.*| [It agreed.](https://x.org/a)| Nobody objected.| **Nobody** did.",
        "Am 3. Oktober kam er.| Es kostet 3 Mrd. Euro, d. h. Das Haus ist teuer.| Er ging am 5.| Danach war Ruhe.",
        "Das ist z. B. Berlin, z.B. Bonn.| Und Ludwig XIV. Bourbon.",
        "La sra. Gómez y el sr. López hablaron en EE. UU.| El presidente no vino.",
        "O sr. Costa e a Sra. Lima falaram.| Não disseram mais.",
        "Il sig. Rossi e la sig.ra Bianchi sono qui.| Non parlano.",
        "En 50 av. J.-C. César partit.| Il revint chez M. Dupont.",
        "Byl to tzv. Český sen u sv. Víta.| To je vše.",
        "To jest św. Jan i ks. Nowak ws. Polski.| Nie przyszli.",
        "II. Abdülhamit geldi.| 3. Ordu gitti.| Sonra bir daha döndü.",
        "Dat zei mr. Jansen van de partij.| Hij ging.",
        "TS. Nguyễn nói với ông.| Ông đi.",
        "Он купил хлеб и т. д.| Потом ушёл.| Это было до н. э.| Затем всё.",
        "MR. LEE: We agreed.| MS. ROY: Did you?| MR. LEE: Yes.",
        "10:45 a.m. The vote begins.",
        "Q. What happened?| A. The boat sank.",
        "डॉ. सिंह और एम.ए. पास राम आए।| वे गए।",
        "See Fig. 3.| The rest (p. 5) is here.",
        "Jack St. Martin and Joe Manchin Jr. (D-PA) came from Manchester, N.H. (AP) — It was late.",
        "That was in Hudson, NH… ouch.| #politics",
    ],
)
def test_the_sentences_of_other_languages(text: str) -> None:
    assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]


def test_thai_ends_at_the_next_blank() -> None:
    text = "ตำรวจกล่าวว่าเรือจม ไม่มีผู้เสียชีวิต ต่างๆ นานา"
    assert sentences(text) == ["ตำรวจกล่าวว่าเรือจม", "ไม่มีผู้เสียชีวิต", "ต่างๆ นานา"]


def test_the_language_can_be_given() -> None:
    text = "Sgt. Meier ging."
    assert list(sentence_ends(text, 0, len(text), "en")) == [16]
    assert list(sentence_ends(text, 0, len(text), "de")) == [4, 16]


@pytest.mark.parametrize(("text", "count"), [(GLUED, 24), (WHOLE, 59)], ids=["glued", "whole"])
def test_the_articles_are_split_into_sentences_without_gaps(text: str, count: int) -> None:
    parts = article_sentences(text)
    assert len(parts) == count
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert {sentence[0] for sentence in parts} <= set('ABCDFHILMOPRSTUW"“')
    assert {sentence[-2:] for sentence in parts if sentence[-1] not in ".…"} <= {
        ".”",
        '."',
        "ia",
        "ns",
        "on",
        "sm",
        "es",
    }


@steady
@given(texts)
def test_the_ends_of_a_part_are_in_order_and_in_it(text: str) -> None:
    start, end = len(text) // 4, len(text)
    ends = list(sentence_ends(text, start, end))
    assert ends == sorted(set(ends))
    assert all(start < offset <= end for offset in ends)


@pytest.mark.parametrize("text", ["It came from the U.S.| However, it was late.", "“Will you go?” he asked.| He left."])
def test_text_without_marks_compiles_no_pattern_with_marks(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for pattern in (sentences_module._word, sentences_module._reports):
        pattern.cache_clear()
    monkeypatch.setattr(sentences_module, "MARKS", "no pattern: z-a")
    assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]


def test_every_mark_is_seen_in_a_text() -> None:
    marks = re.findall(f"[{MARKS}]", "".join(map(chr, range(sys.maxunicode + 1))))
    assert {sentences_module._marks_in(f"a{mark}") for mark in marks} == {MARKS}
