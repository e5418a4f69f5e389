"""Convert a selector to the canonical form NFC."""

from dataclasses import replace
from unicodedata import is_normalized

from tui.anchoring.searched_text import SearchedText
from tui.model import TextSelector
from tui.model.canonical_form import CanonicalForm


def canonical_selector(searched: SearchedText, selector: TextSelector) -> TextSelector:
    """Return the selector in NFC, and its hint in `searched.text`.

    A quote that begins or ends between a letter and its mark is widened to the whole letter.
    """
    whole = selector.prefix + selector.quote + selector.suffix
    if searched.text is searched.original and is_normalized("NFC", whole):
        return selector
    form, begin = CanonicalForm(whole), len(selector.prefix)
    start, end = form.composed_span(begin, begin + len(selector.quote))
    quote = form.text[start:end]
    return TextSelector(quote, form.text[:start], form.text[end:], _hint(searched, quote, selector.start))


def _hint(searched: SearchedText, quote: str, start: int | None) -> int | None:
    """Return the hint, which counts code points of today's text or of NFC."""
    if start is None or start < 0:
        return None
    composed = searched.form.composed_span(start, start)[0]
    counts_composed = searched.text.startswith(quote, start) and not searched.text.startswith(quote, composed)
    return start if counts_composed else composed


def with_decomposed_hint(searched: SearchedText, selector: TextSelector) -> TextSelector:
    """Return the selector as if its hint counted the code points of NFD."""
    if selector.start is None or selector.start < 0 or searched.text.isascii():
        return selector
    return replace(selector, start=searched.decomposed_form.composed_span(selector.start, selector.start)[0])
