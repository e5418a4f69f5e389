"""Speakers near a quote are offered first, then those who speak most."""

from collections import Counter
from operator import attrgetter

import pytest
from collations import Telling, annotate, codebook, collate

from tui.model import Annotation, Placed, Span, TextSelector
from tui.session.speaker_order import NEAR, order_speakers

FAR = "." * (NEAR + 10)
TEXT = f"Ines Okafor spoke. {FAR} He said so, the ministry and Mr Berg said. x y z"
NAMES = ("Ada", "Bo Ek", "Ines Okafor", "Olga Berg", "The Ministry")


def order(*annotations: Annotation, start: int = TEXT.index("He said"), **aliases: tuple[str, ...]) -> list[str]:
    collation = collate(Telling("a", TEXT, annotations), book=codebook(speakers=aliases))
    new = Annotation("", "claim", article="a", target=TextSelector("He said so", start=start))
    return list(order_speakers(NAMES, collation, new))


def test_who_is_named_nearest_comes_first_by_a_full_name_or_a_surname() -> None:
    assert order() == ["The Ministry", "Olga Berg", "Ada", "Bo Ek", "Ines Okafor"]
    assert order(start=0)[0] == "Ines Okafor"


def test_who_spoke_near_comes_before_who_spoke_far_away() -> None:
    assert order(annotate("claim", "so", "Ada"))[0] == "Ada"
    assert order(annotate("claim", "spoke", "Ada"))[:2] == ["The Ministry", "Olga Berg"]


def test_who_speaks_most_comes_first_of_those_far_away() -> None:
    far = (annotate("claim", "Ines", "Bo Ek"), annotate("denial", "spoke", "Bo Ek"), annotate("claim", "Ines", "Ada"))
    assert order(*far)[2:] == ["Bo Ek", "Ada", "Ines Okafor"]


def test_a_common_noun_that_ends_a_name_is_no_surname() -> None:
    assert order(Ada=("Those who said",))[:2] == ["The Ministry", "Olga Berg"]


@pytest.mark.parametrize("alias", ["Mr Berg", "the ministry and"])
def test_other_names_of_the_codebook_count(alias: str) -> None:
    assert order(Ada=(alias,))[:2].count("Ada") == 1


def test_each_name_is_offered_once_if_there_is_no_text() -> None:
    unplaced = Annotation("", "claim", article="gone")
    assert Counter(order_speakers(NAMES, collate(), unplaced)) == Counter(NAMES)


def test_only_records_near_the_quote_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"w{number:05}" for number in range(2_000)]
    records = tuple(annotate("claim", word, "Ada", id=word) for word in words)
    collation = collate(Telling("a", (" " * 200).join(words), records))
    looked_at: list[Placed] = []
    span = attrgetter("anchor.start", "anchor.end")

    def counting(placed: Placed) -> Span | None:
        looked_at.append(placed)
        return Span(*span(placed))

    monkeypatch.setattr(Placed, "span", property(counting))
    new = Annotation("", "claim", article="a", target=TextSelector("w01000", start=1000 * 206))
    assert order_speakers(("Bo", "Ada"), collation, new) == ("Ada", "Bo")
    assert len(looked_at) < 100
