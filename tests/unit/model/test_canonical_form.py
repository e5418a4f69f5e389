"""Composed texts, and the map between their offsets and the originals'."""

from typing import Literal
from unicodedata import decomposition, is_normalized, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unicode_forms import FORMS, NEWS, marked_texts

from tui.model import Span, canonical_form
from tui.model.canonical_form import CanonicalForm, _joins


def test_a_composed_text_is_its_own_form() -> None:
    text = normalize("NFC", NEWS)
    form = CanonicalForm(text)
    assert form.text is text
    assert form.original_span(3, 40) == form.composed_span(3, 40) == Span(3, 40)


@pytest.mark.parametrize(
    ("original", "composed", "spans"),
    [
        ("e\u0301t", "ét", {(0, 1): (0, 2), (1, 2): (2, 3), (0, 2): (0, 3)}),
        ("t\u212b!", "t\u00c5!", {(1, 2): (1, 2), (2, 3): (2, 3)}),
        ("\u0958x", "\u0915\u093cx", {(0, 1): (0, 1), (1, 2): (0, 1), (2, 3): (1, 2)}),
        ("\u1112\u1161\u11ab국", "한국", {(0, 1): (0, 3), (1, 2): (3, 4)}),
        ("a\u0307\u0323.", "\u1ea1\u0307.", {(0, 1): (0, 3), (2, 3): (3, 4)}),
    ],
)
def test_spans_are_those_of_the_original(
    original: str, composed: str, spans: dict[tuple[int, int], tuple[int, int]]
) -> None:
    form = CanonicalForm(original)
    assert form.text == composed
    assert {span: tuple(form.original_span(*span)) for span in spans} == spans


def test_one_accent_does_not_compose_a_whole_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Every boat came home.\n" * 5_000
    lengths: list[int] = []

    def recorded(form: Literal["NFC"], part: str) -> bool:
        lengths.append(len(part))
        return is_normalized(form, part)

    monkeypatch.setattr(canonical_form, "is_normalized", recorded)
    form = CanonicalForm(f"{text}Rene\u0301.\n{text}")
    assert form.text == f"{text}Ren\u00e9.\n{text}"
    assert form.original_span(len(text) + 3, len(text) + 5) == Span(len(text) + 3, len(text) + 6)
    assert max(lengths) < 5_000
    assert sum(lengths) < len(form.original) + 5_000


def test_half_a_letter_becomes_the_whole() -> None:
    assert CanonicalForm("xe\u0301").composed_span(1, 2) == Span(1, 2)
    assert CanonicalForm("xe\u0301").composed_span(2, 3) == Span(1, 2)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_text_has_the_same_canonical_form(form: str) -> None:
    assert CanonicalForm(FORMS[form](NEWS)).text == normalize("NFC", NEWS)


@given(marked_texts, st.data())
@settings(max_examples=100, derandomize=True, deadline=None)
def test_a_span_and_its_counterpart_hold_the_same_letters(text: str, data: st.DataObject) -> None:
    form = CanonicalForm(text)
    assert form.text == normalize("NFC", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    original = form.original_span(*form.composed_span(start, end))
    assert original.start <= start
    assert end <= original.end
    if start < end:
        assert normalize("NFC", original.of(text)) == form.composed_span(start, end).of(form.text)


def test_whatever_composes_with_the_letter_before_it_joins_it() -> None:
    pairs = (decomposition(chr(code)).split() for code in range(0x30000))
    seconds = {chr(int(pair[1], 16)) for pair in pairs if len(pair) == 2 and not pair[0].startswith("<")}
    assert len(seconds) > 60
    assert {second for second in seconds if not _joins(second)} == set()
