"""Lost paragraph breaks are found, and nothing that only looks like one."""

from itertools import pairwise
from pathlib import Path

import pytest

from tui.layout.paragraphs import glued_breaks

SEEDS = Path(__file__).parents[3] / "seeds"
GLUED = (SEEDS / "000_99cd5badc6da52f9.txt").read_text(encoding="utf-8")
WHOLE = (SEEDS / "002_b3c679df3c8f7e39.txt").read_text(encoding="utf-8")


def broken(text: str) -> str:
    """Return `text` with a bar at each lost break."""
    edges = [0, *glued_breaks(text, 0, len(text)), len(text)]
    return "|".join(text[start:end] for start, end in pairwise(edges))


def test_every_lost_break_of_the_glued_article_is_found() -> None:
    starts = [" ".join(part.split()[:2]) for part in broken(GLUED).split("|")[1:]]
    assert starts == [
        *("After Turkey,", "Meanwhile, Russian", "The Turkish", "Adding on", "Russia's Lavrov", "He said", '"We will'),
        *("Commenting on", "The phone", "According to", "Furthermore, shortly", "After Turkey's", "Russia's Lavrov"),
        *("Meanwhile, Çavuşoğlu", "In that"),
    ]


def test_an_article_that_lost_no_break_has_none() -> None:
    assert broken(WHOLE) == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        'eastern Aleppo.|"We will go," he said.',
        'He said: "We hold talks."|Adding on to his remarks',
        'the "joint plan" of Aleppo.|"We will go," he said.',
        'A lost " quote. He told Sputnik, "We hold talks."|Adding on',
        'He said: "It is so."|"We agree," she said.',
        '"It is."|"So."|"Yes it is."|Then he left.',
        "he said.|“We will”",
        "“We will.”|The talks",
        "“We will.”|“They too.”",
        "(in the region).|The talks",
        "[the region.]|The talks",
        "by 10%.|The talks",
        "by 2023.|After that",
        "Did he go?|He did!|She too.",
        "He left.|A man came.",
        "the region.|I saw it",
        "the end.|NATO said",
        "агентства.|После этого",
        "the means.|Çavuşoğlu said",
        "the means.|Russia's view",
    ],
)
def test_a_lost_break_is_on_the_right_side_of_quote_marks(text: str) -> None:
    assert broken(text.replace("|", "")) == text


@pytest.mark.parametrize(
    "text",
    [
        *("the U.N. and U.S.A of the U.S.The", "J.R.R.Tolkien wrote", "e.g.Foo is", "a Ph.D in", "the .NET thing"),
        *("ASP.NET is", "node.JS is", "Amazon.Com said", "example.Com/Path", "see http://a.example/x.Foo for it"),
        *(
            "www.Example.Org is",
            "me@Example.Com",
            "3.5 and 3.Five",
            "foo.Bar() is",
            "the file.Name_of",
            "C:\\dir.Foo bar",
        ),
        *(
            "Mr.Smith and (Dr.Jones",
            "Gen.Ali",
            "wait...Then",
            "dying…But",
            ".Foo",
            "a.Foo",
            "Foo. Bar",
            "x.I'm",
            "plan.B is",
        ),
        *("the end.the next", "said,“We", "end.", "end.”", "end.\nThe"),
    ],
)
def test_a_full_stop_within_a_word_or_name_is_no_break(text: str) -> None:
    assert broken(text) == text


def test_a_part_of_the_text_has_the_same_breaks() -> None:
    breaks = glued_breaks(GLUED, 0, len(GLUED))
    for start in range(0, len(GLUED), 97):
        for end in (start + 150, start + 1500):
            expected = [offset for offset in breaks if start < offset < end]
            assert glued_breaks(GLUED, start, min(end, len(GLUED))) == expected
