"""Find the place of a quote, by cheap steps first."""

from collections.abc import Iterable, Sequence
from itertools import compress, repeat
from operator import add, attrgetter

from tui.anchoring.canonical_selector import canonical_selector, with_decomposed_hint
from tui.anchoring.disambiguate import disambiguate, exact_anchor
from tui.anchoring.merge import is_settled, merge
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import MAX_CANDIDATES, MIN_CONTEXT
from tui.model import Anchor, AnchorState, Candidate, TextSelector
from tui.model.canonical_form import CanonicalForm


def anchor(text: str, selector: TextSelector) -> Anchor:
    """Return where the selector's quote is in `text`.

    Never raises.

    `anchor("a ship sank", TextSelector("ship"))` is `exact`, from 2 to 6, in code points.
    """
    return anchor_all(text, (selector,))[0]


def anchor_all(text: str, selectors: Iterable[TextSelector]) -> tuple[Anchor, ...]:
    """Return the anchor of each selector, sharing the work on the text."""
    listed = tuple(selectors)
    held = [_hint_holds(text, selector) for selector in listed]
    if all(held):
        return tuple(_anchors_at_hints(listed))
    hinted = iter(_anchors_at_hints([*compress(listed, held)]))
    searched = SearchedText(text)
    pairs = zip(listed, held, strict=True)
    return tuple([next(hinted) if holds else _anchor_one(searched, selector) for selector, holds in pairs])


def _anchors_at_hints(selectors: Sequence[TextSelector]) -> list[Anchor]:
    starts: list[int] = [*map(attrgetter("start"), selectors)]
    ends = map(add, starts, map(len, map(attrgetter("quote"), selectors)))
    columns = zip(repeat(AnchorState.EXACT), starts, ends, repeat(1.0), repeat(()), repeat(()))
    return [*map(Anchor._make, columns)]


def _anchor_one(searched: SearchedText, selector: TextSelector) -> Anchor:
    if selector.pieces:
        from tui.anchoring.pieces import anchor_pieces  # noqa: PLC0415 - few quotes are in pieces

        return anchor_pieces(searched, selector, _anchor_piece)
    found = _find(searched, canonical_selector(searched, selector))
    return found if searched.text is searched.original else _in_original(searched.form, found)


def _in_original(form: CanonicalForm, found: Anchor) -> Anchor:
    """Return an anchor with the offsets of the original text."""
    candidates = tuple(
        Candidate(*form.original_span(place.start, place.end), place.score) for place in found.candidates
    )
    if found.start is None or found.end is None:
        return found._replace(candidates=candidates)
    start, end = form.original_span(found.start, found.end)
    return found._replace(start=start, end=end, candidates=candidates)


def _find(searched: SearchedText, selector: TextSelector) -> Anchor:
    exact = _find_exact(searched, selector)
    if is_settled(searched, selector, exact):
        return exact
    from tui.anchoring.fuzzy_match import find_reworded  # noqa: PLC0415 - rapidfuzz (15 ms), seldom needed

    return merge(searched.text, selector, exact, find_reworded(searched, selector))


def _anchor_piece(searched: SearchedText, selector: TextSelector) -> Anchor:
    if _hint_holds(searched.original, selector):
        return exact_anchor(selector, selector.start or 0)
    return _anchor_one(searched, selector)


def _find_exact(searched: SearchedText, selector: TextSelector) -> Anchor:
    starts = _exact_starts(searched, selector)
    exact = disambiguate(searched, selector, starts)
    if exact.state is not AnchorState.REVIEW:
        return exact
    rehinted = with_decomposed_hint(searched, selector)
    return exact if rehinted is selector else disambiguate(searched, rehinted, starts)


def _hint_holds(text: str, selector: TextSelector) -> bool:
    if selector.start is None or not selector.quote or selector.pieces:
        return False
    begin = selector.start - len(selector.prefix)
    return begin >= 0 and text.startswith(selector.prefix + selector.quote + selector.suffix, begin)


def _exact_starts(searched: SearchedText, selector: TextSelector) -> list[int]:
    """Return the quote's starts, if possible those in its whole context."""
    whole, shift = selector.prefix + selector.quote + selector.suffix, len(selector.prefix)
    if len(selector.quote) < MIN_CONTEXT:
        in_context = [start + shift for start in searched.occurrences(whole)]
        return in_context or _likely_starts(searched, selector)
    starts = _likely_starts(searched, selector)
    text = searched.text
    return [start for start in starts if start >= shift and text.startswith(whole, start - shift)] or starts


def _likely_starts(searched: SearchedText, selector: TextSelector) -> list[int]:
    """Return the quote's starts, of too many those next to a context."""
    starts = searched.occurrences(selector.quote)
    if len(starts) < MAX_CANDIDATES or not (selector.prefix or selector.suffix):
        return starts
    before = searched.occurrences(selector.prefix + selector.quote) if selector.prefix else []
    after = searched.occurrences(selector.quote + selector.suffix) if selector.suffix else []
    return sorted({start + len(selector.prefix) for start in before}.union(after))
