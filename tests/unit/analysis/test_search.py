"""Search that ignores case, accents and line breaks."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.analysis.folding import fold
from tui.analysis.search import SearchQuery, TextSearcher
from tui.errors import UsageError
from tui.model import Span


def hits_of(text: str, query: str, **options: bool) -> list[str]:
    return [hit.of(text) for hit in TextSearcher(text).find(SearchQuery(query, **options))]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Mevlüt Çavuşoğlu", "Cavusoglu", ["Çavuşoğlu"]),
        ("Cavusoglu", "ÇAVUŞOĞLU", ["Cavusoglu"]),
        ("die Straße, die STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Straße", "stras", ["Straß"]),
        ("Straße", "se", ["ße"]),
        ("Straße", "s", ["S", "ß"]),
        ("the ﬁnal oﬃce", "fi", ["ﬁ", "ﬃ"]),
        ("İstanbul, ISTANBUL, ıstanbul", "istanbul", ["İstanbul", "ISTANBUL", "ıstanbul"]),
        ("Erdog\u0306an said", "erdogan", ["Erdog\u0306an"]),
        ("cafe\u0301 au lait", "cafe", ["cafe\u0301"]),
        ("cafe\u0301 au lait", "au", ["au"]),
        ("he said “don’t”", '"don\'t"', ["“don’t”"]),
        ("peace\n\n  talks; peace talks", "peace talks", ["peace\n\n  talks", "peace talks"]),
        ("peace\u00a0talks", "peace talks", ["peace\u00a0talks"]),
        ("and so…then", "so...", ["so…"]),
        ("co\u00adoperate", "cooperate", ["co\u00adoperate"]),
        ("東京都、大阪", "大阪", ["大阪"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("any", "", []),
        ("any", " \n ", []),
        ("any", "\u200b", []),
    ],
)
def test_case_accents_and_line_breaks_are_ignored(text: str, query: str, hits: list[str]) -> None:
    assert hits_of(text, query) == hits


def test_case_and_accents_count_without_folding() -> None:
    assert hits_of("Çay çay cay", "çay", fold=False) == ["çay"]
    assert hits_of("peace\ntalks", "peace talks", fold=False) == ["peace\ntalks"]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("talk talks Talk.", "talk", ["talk", "Talk"]),
        ("U.N. and U.N.I.", "u.n.", ["U.N.", "U.N."]),
        ("übertalk talkü", "talk", []),
        ("don't", "don", ["don"]),
    ],
)
def test_a_whole_word_is_no_part_of_a_longer_word(text: str, query: str, hits: list[str]) -> None:
    assert hits_of(text, query, whole_word=True) == hits


def test_regular_expressions_are_matched_against_the_text_as_it_is() -> None:
    assert hits_of("Çay 12 and 345", r"\d+", regex=True) == ["12", "345"]
    assert hits_of("A\nb", "^B$", regex=True) == ["b"]
    assert hits_of("A\nb", "^B$", regex=True, fold=False) == []
    assert hits_of("abc", "x*", regex=True) == []
    assert hits_of("talk talks", "talk", regex=True, whole_word=True) == ["talk"]


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "a{99999999999999}", "(" * 5000 + ")" * 5000, r"\1", "(?P<a>"])
def test_a_wrong_pattern_is_reported_in_one_line(pattern: str) -> None:
    with pytest.raises(UsageError, match=r"^the pattern is") as caught:
        TextSearcher("text").find(SearchQuery(pattern, regex=True))
    assert "\n" not in str(caught.value)


def test_a_doubtful_pattern_gives_no_warning() -> None:
    assert hits_of("a[b", "[[]", regex=True) == ["["]


def test_hits_can_be_limited() -> None:
    text = TextSearcher("aé" * 10)
    assert text.find(SearchQuery("e"), limit=2) == (Span(1, 2), Span(3, 4))
    assert len(text.find(SearchQuery("ae"))) == 10


letters = st.text(st.sampled_from("aäßsSﬁfi…. İiıI\u0301é\n’'漢\u200b🙂Ⅷ"), max_size=12)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(letters, letters, letters)
@example("ß", "s", "ß")
@example("x\u0301", "a", "\u0301")
def test_every_part_of_a_text_is_found(before: str, middle: str, after: str) -> None:
    text = before + middle + after
    folded = " ".join(fold(middle).split())
    hits = TextSearcher(text).find(SearchQuery(middle))
    assert bool(hits) == bool(folded)
    last = 0
    for start, end in hits:
        assert last <= start < end <= len(text)
        assert folded in " ".join(fold(text[start:end]).split())
        last = end


@settings(max_examples=100, derandomize=True, deadline=None)
@given(letters)
def test_composed_and_decomposed_letters_are_equal(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert len(TextSearcher(decomposed).find(SearchQuery("e"))) == len(TextSearcher(text).find(SearchQuery("e")))


def test_a_text_with_many_different_characters_is_searched_alike() -> None:
    text = "".join(map(chr, range(0xC0, 0x250))) + " Çavuşoğlu ß"
    assert hits_of(text, "cavusoglu ss") == ["Çavuşoğlu ß"]
