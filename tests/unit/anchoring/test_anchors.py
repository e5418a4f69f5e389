"""Where a quote is in a text: exact copies, hints, and fuzzy matches."""

from unicodedata import normalize

import pytest
from ferry_article import (
    ARTICLE,
    COPY,
    INQUIRY,
    KILLED,
    OPENING,
    OWNER,
    RESCUE,
    anchored_text,
    candidate_texts,
    selector_of,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from unicode_forms import FORMS, NEWS, QUOTES, marked_texts
from word_texts import word_texts

from tui.anchoring import anchor, anchor_all, describe
from tui.model import Anchor, AnchorState, TextSelector
from tui.model.canonical_form import CanonicalForm, _joins

TEXT = "pada pada loch nor mada bada"


def places(anchored: Anchor) -> list[tuple[int, int]]:
    if anchored.start is not None and anchored.end is not None:
        return [(anchored.start, anchored.end)]
    return sorted((candidate.start, candidate.end) for candidate in anchored.candidates)


@pytest.mark.parametrize(
    ("text", "selector", "expected"),
    [
        (TEXT, TextSelector("loch"), [(10, 14)]),
        (TEXT, TextSelector("ada p"), [(1, 6)]),
        (TEXT, TextSelector("pada"), [(0, 4), (5, 9)]),
        ("ananas", TextSelector("ana"), [(0, 3), (2, 5)]),
        (TEXT, TextSelector("nothing"), []),
        (TEXT, TextSelector("pada", prefix="a "), [(5, 9)]),
        (TEXT, TextSelector("pada", suffix=" p"), [(0, 4)]),
        (TEXT, TextSelector("ada", prefix="m", suffix=" "), [(20, 23)]),
        (TEXT, TextSelector("ada", prefix="p", suffix=" "), [(1, 4), (6, 9)]),
        (TEXT, TextSelector("loch", prefix="mada "), []),
        (TEXT, TextSelector("loch", suffix="x"), []),
        (TEXT, TextSelector("", prefix="loch"), [(14, 14)]),
        (TEXT, TextSelector("", prefix="X"), []),
        ("ab", TextSelector(""), [(0, 0), (1, 1), (2, 2)]),
    ],
)
def test_a_quote_is_found_letter_for_letter(text: str, selector: TextSelector, expected: list[tuple[int, int]]) -> None:
    anchored = anchor(text, selector)
    assert places(anchored) == expected
    assert anchored.state == {0: AnchorState.ORPHAN, 1: AnchorState.EXACT}.get(len(expected), AnchorState.REVIEW)


def test_the_hint_chooses_between_equal_places() -> None:
    assert anchor(TEXT, TextSelector("pada", start=5, end=9)) == Anchor(AnchorState.EXACT, 5, 9, 1.0)


@pytest.mark.parametrize("start", [-1, -5, 10**30, 27, 28, 29])
def test_an_impossible_hint_is_ignored(start: int) -> None:
    assert places(anchor(TEXT, TextSelector("loch", start=start, end=start + 4))) == [(10, 14)]


def test_among_very_many_places_a_whole_context_decides() -> None:
    text = "an owl, " * 3000 + "then an owl that nobody had seen before"
    selector = TextSelector("owl", "it was an old ", " that nobody had seen before")
    assert places(anchor(text, selector)) == [(24008, 24011)]


@pytest.mark.parametrize(
    "quote", [KILLED, RESCUE.strip(), "Rescue boats brought 212 passengers ashore", "212 passengers"]
)
def test_a_quote_moves_with_its_paragraph(quote: str) -> None:
    new = OPENING + OWNER + INQUIRY + "\n" + RESCUE
    anchored = anchor(new, selector_of(quote))
    assert (anchored.state, anchored_text(new, anchored)) == (AnchorState.EXACT, quote)


def test_an_exact_copy_elsewhere_does_not_draw_the_quote_away() -> None:
    anchored = anchor(ARTICLE + COPY, selector_of(KILLED))
    assert (anchored.state, anchored.start) == (AnchorState.EXACT, ARTICLE.index(KILLED))


def test_an_exact_copy_is_only_a_candidate_if_the_quote_is_deleted() -> None:
    new = ARTICLE.replace(KILLED + " ", "") + COPY
    anchored = anchor(new, selector_of(KILLED))
    assert anchored.state is AnchorState.REVIEW
    assert candidate_texts(new, anchored)[:1] == [KILLED]


def test_an_exact_copy_and_the_changed_quote_are_both_candidates() -> None:
    new = ARTICLE.replace("16 people", "19 people") + COPY
    anchored = anchor(new, selector_of(KILLED))
    assert anchored.state is AnchorState.REVIEW
    assert set(candidate_texts(new, anchored)) == {KILLED, KILLED.replace("16", "19")}


def test_a_long_exact_copy_and_the_changed_quote_are_both_candidates() -> None:
    quote = RESCUE.strip()
    copy = "\nTo sum up what is known so far: " + quote + " So much for now.\n"
    new = ARTICLE.replace("16 people", "19 people") + copy
    anchored = anchor(new, selector_of(quote))
    assert anchored.state is AnchorState.REVIEW
    assert set(candidate_texts(new, anchored)) == {quote, quote.replace("16", "19")}


texts = st.text(alphabet=st.one_of(st.sampled_from("ab \n"), st.characters()), max_size=200)
hints = st.none() | st.integers(-5, 300)
selectors = st.builds(TextSelector, texts, texts, texts, hints, hints)


@given(texts, st.lists(selectors, max_size=5))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_a_batch_gets_the_anchors_of_single_quotes(text: str, batch: list[TextSelector]) -> None:
    anchors = anchor_all(text, batch)
    assert anchors == tuple(anchor(text, selector) for selector in batch)
    for anchored, selector in zip(anchors, batch, strict=True):
        if anchored.state is AnchorState.EXACT:
            whole = normalize("NFC", selector.prefix + selector.quote + selector.suffix)
            assert normalize("NFC", text[anchored.start : anchored.end]) in whole
        for candidate in anchored.candidates:
            assert 0 <= candidate.start <= candidate.end <= len(text)


@given(word_texts, word_texts, st.data())
@settings(max_examples=200, derandomize=True, deadline=None)
def test_an_anchor_in_an_edited_text_is_consistent(text: str, other: str, data: st.DataObject) -> None:
    if not text:
        return
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=6))
    batch = [describe(text, start, data.draw(st.integers(start + 1, len(text)))) for start in starts]
    new = data.draw(st.sampled_from([other, text + other, other + text, text[5:], text.replace("red", "blue")]))
    anchors = anchor_all(new, batch)
    assert anchors == tuple(anchor(new, selector) for selector in batch)
    for anchored, selector in zip(anchors, batch, strict=True):
        is_quote = anchored.start is not None and new[anchored.start : anchored.end] == selector.quote
        assert (anchored.state is AnchorState.EXACT) is is_quote
        assert bool(anchored.candidates) is (anchored.state is AnchorState.REVIEW)
        scores = [candidate.score for candidate in anchored.candidates]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in [anchored.score, *scores])
        assert all(0 <= place.start < place.end <= len(new) for place in anchored.candidates)


def place_in(text: str, quote: str) -> tuple[int, int]:
    """Return the place of a quote, in whatever form text and quote are."""
    form, composed = CanonicalForm(text), normalize("NFC", quote)
    start = form.text.index(composed)
    return form.original_span(start, start + len(composed))


@pytest.mark.parametrize("today", FORMS)
@pytest.mark.parametrize("marked", FORMS)
def test_an_article_saved_in_another_form_keeps_every_quote(marked: str, today: str) -> None:
    old, new = FORMS[marked](NEWS), FORMS[today](NEWS)
    for quote in QUOTES:
        start, end = place_in(old, quote)
        expected = Anchor(AnchorState.EXACT, *place_in(new, quote), 1.0)
        described = describe(old, start, end)
        assert anchor(new, described) == expected
        assert anchor(new, TextSelector(described.quote)) == expected
        assert anchor("Ein Å. " + new, TextSelector(described.quote)).state is AnchorState.EXACT


@pytest.mark.parametrize(("marked", "today"), [("NFC", "NFD"), ("NFD", "NFC"), ("reordered", "NFC")])
def test_a_hint_of_another_form_chooses_between_equal_places(marked: str, today: str) -> None:
    old, new = FORMS[marked](NEWS), FORMS[today](NEWS)
    quote = FORMS[marked]("Behörde")
    start = old.rindex(quote)
    found = anchor(new, TextSelector(quote, start=start, end=start + len(quote)))
    assert (found.state, found.start) == (AnchorState.EXACT, new.rindex(FORMS[today]("Behörde")))


def test_a_letter_is_not_found_in_the_same_letter_with_a_mark() -> None:
    text = "Ein schöner alter cafe\u0301 noir und ein cafe"
    assert anchor(text, TextSelector("alter cafe")).state is not AnchorState.EXACT
    assert places(anchor(text, TextSelector("cafe"))) == [(len(text) - 4, len(text))]


def test_a_changed_quote_is_adjusted_in_any_form() -> None:
    old = normalize("NFD", NEWS)
    selector = describe(old, *place_in(old, "Die Behörde prüfte die größeren Häuser"))
    new = normalize("NFC", NEWS).replace("größeren", "höheren")
    found = anchor(new, selector)
    assert (found.state, anchored_text(new, found)) == (AnchorState.ADJUSTED, "Die Behörde prüfte die höheren Häuser")
    decomposed = normalize("NFD", new)
    again = anchor(decomposed, selector)
    assert (again.state, again.score) == (AnchorState.ADJUSTED, found.score)
    assert normalize("NFC", anchored_text(decomposed, again)) == anchored_text(new, found)


def test_candidates_have_the_offsets_of_the_article_as_it_is() -> None:
    text = normalize("NFD", "größere Häuser, größere Häuser")
    candidates = anchor(text, TextSelector("Häuser")).candidates
    assert [text[place.start : place.end] for place in candidates] == [normalize("NFD", "Häuser")] * 2


@given(marked_texts, st.sampled_from([*FORMS]), st.data())
@settings(max_examples=80, derandomize=True, deadline=None)
def test_whole_letters_stay_exact_when_the_form_changes(text: str, form: str, data: st.DataObject) -> None:
    letters = [place for place, character in enumerate(text) if place == 0 or not _joins(character)]
    if not letters:
        return
    start = data.draw(st.sampled_from(letters))
    end = data.draw(st.sampled_from([place for place in (*letters, len(text)) if place > start]))
    selector = describe(text, start, end)
    new = FORMS[form](text)
    found = anchor(new, selector)
    assert found.state is AnchorState.EXACT
    assert normalize("NFC", anchored_text(new, found)) == normalize("NFC", selector.quote)


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        (
            "NHK says that 12 died at sea",
            "Today ＮＨＫ says that １２ died at sea.",
            "ＮＨＫ says that １２ died at sea",
        ),
        (
            "Bundesverfassungsgericht entscheidet heute",
            "Das Bundes\u00adverfassungs\u00adgericht entscheidet heute noch",
            "Bundes\u00adverfassungs\u00adgericht entscheidet heute",
        ),
        (
            "प्रधानमंत्री नरेन्द्र मोदी ने घोषणा की",
            "आज प्रधानमंत्री नरेन्द्र मोदी ने बड़ी घोषणा की थी",
            "प्रधानमंत्री नरेन्द्र मोदी ने बड़ी घोषणा की",
        ),
    ],
)
def test_words_are_not_cut_at_soft_hyphens_and_marks(quote: str, text: str, expected: str) -> None:
    found = anchor(
        text, TextSelector(quote, text[: text.index(expected)], text[text.index(expected) + len(expected) :])
    )
    assert (found.state, anchored_text(text, found)) == (AnchorState.ADJUSTED, expected)
