"""Search that ignores case, accents and line breaks."""

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from unicode_forms import FORMS, NEWS, QUOTES, marked_texts

from tui.analysis.folding import fold
from tui.analysis.search import SearchQuery, TextSearcher
from tui.errors import UsageError
from tui.model import Span
from tui.model.canonical_form import CanonicalForm, _joins


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
        ("큰 간 가 강", "가", ["가"]),
        (unicodedata.normalize("NFD", "큰 간 가 강"), "가", [unicodedata.normalize("NFD", "가")]),
        ("ガス と カス と ｶﾞｽ", "ガス", ["ガス", "ｶﾞｽ"]),
        ("が か カ", "か", ["か"]),
        ("صدر في ٢٠١٦", "2016", ["٢٠١٦"]),
        ("דובר צה״ל אמר", 'צה"ל', ["צה״ל"]),
        ("می\u200cگوید و می گوید", "می گوید", ["می\u200cگوید", "می گوید"]),
        ("می\u200cگوید و می گوید و میگوید", "می\u200cگوید", ["می\u200cگوید", "می گوید", "میگوید"]),
        ("می\u200cگوید و میگوید", "میگوید", ["می\u200cگوید", "میگوید"]),
        ("بهنام به نام", "به نام", ["به نام"]),
        ("Auf\u200clage", "Auflage", ["Auf\u200clage"]),
        ("می", "\u200c", []),
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


@pytest.mark.parametrize("article", FORMS)
@pytest.mark.parametrize("typed", FORMS)
def test_words_are_found_in_every_unicode_form(article: str, typed: str) -> None:
    text = FORMS[article](NEWS)
    for quote in QUOTES:
        for options in ({}, {"fold": False}, {"regex": True}, {"fold": False, "whole_word": True}):
            (hit,) = hits_of(text, FORMS[typed](quote), **options)
            assert unicodedata.normalize("NFC", hit) == unicodedata.normalize("NFC", quote)


def letters_of(text: str, hits: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Return the numbers of the first and last letter of each hit."""
    form = CanonicalForm(text)
    letters = [place for place, character in enumerate(form.text) if not _joins(character)]
    spans = (form.composed_span(*hit) for hit in hits)
    return list(dict.fromkeys((bisect_right(letters, start), bisect_left(letters, end)) for start, end in spans))


@given(marked_texts, st.sampled_from([*FORMS]), st.booleans(), st.data())
@settings(max_examples=80, derandomize=True, deadline=None)
def test_the_form_of_text_and_query_changes_no_hit(text: str, form: str, fold: bool, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    query = text[start : data.draw(st.integers(start, len(text)))]
    other = FORMS[form](text)
    hits = TextSearcher(text).find(SearchQuery(query, fold=fold))
    others = TextSearcher(other).find(SearchQuery(FORMS[form](query), fold=fold))
    assert letters_of(text, hits) == letters_of(other, others)
    assert all(before.end <= after.start for before, after in pairwise(hits))


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("cafe\u0301 noir", "cafe", []),
        ("cafe\u0301 noir", "caf.", ["cafe\u0301"]),
        ("re\u0301el et re\u0301", "r\\w", ["re\u0301", "re\u0301"]),
        ("a\u0323\u0307b", "\u0323", []),
        ("u\u0308ber", "^[ü]b", ["u\u0308b"]),
    ],
)
def test_a_pattern_sees_a_letter_and_its_accent_as_one(text: str, query: str, hits: list[str]) -> None:
    assert hits_of(text, query, regex=True, fold=False) == hits


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("talk talks Talk.", "talk", ["talk", "Talk"]),
        ("U.N. and U.N.I.", "u.n.", ["U.N.", "U.N."]),
        ("übertalk talkü", "talk", []),
        ("don't", "don", ["don"]),
        ("कि किताब क", "कि", ["कि"]),
        ("कि किताब क", "क", ["क"]),
        ("co\u00adoperation co", "co", ["co"]),
        ("e\u0301te\u0301 te\u0301", "te", ["te\u0301"]),
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
