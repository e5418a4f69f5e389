"""Find the place of a quote, by cheap steps first."""

from collections.abc import Iterable, Sequence
from itertools import compress, repeat
from operator import add

from tui.anchoring.disambiguate import disambiguate, exact_anchor, review_anchor
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import MAX_CANDIDATES, MIN_AGREEMENT, MIN_CONTEXT
from tui.model import Anchor, AnchorState, Candidate, TextSelector
from tui.model.columns import from_columns


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
    hinted = iter(_anchors_at_hints([*compress(listed, held)]))
    searched = SearchedText(text)
    pairs = zip(listed, held, strict=True)
    return tuple([next(hinted) if holds else _anchor_one(searched, selector) for selector, holds in pairs])


def _anchors_at_hints(selectors: Sequence[TextSelector]) -> list[Anchor]:
    starts = [selector.start or 0 for selector in selectors]
    ends = map(add, starts, [len(selector.quote) for selector in selectors])
    return from_columns(
        Anchor, len(starts), repeat(AnchorState.EXACT), starts, ends, repeat(1.0), repeat(()), repeat(())
    )


def _anchor_one(searched: SearchedText, selector: TextSelector) -> Anchor:
    if selector.pieces:
        from tui.anchoring.pieces import anchor_pieces  # noqa: PLC0415 - few quotes are in pieces

        return anchor_pieces(searched, selector, _anchor_piece)
    exact = disambiguate(searched, selector, _exact_starts(searched, selector))
    if exact.state is AnchorState.EXACT or exact.score >= MIN_AGREEMENT:
        return exact
    from tui.anchoring.fuzzy_match import find_reworded  # noqa: PLC0415 - rapidfuzz (15 ms), seldom needed

    return _merge(searched.text, selector, exact, find_reworded(searched, selector))


def _anchor_piece(searched: SearchedText, selector: TextSelector) -> Anchor:
    if _hint_holds(searched.text, selector):
        return exact_anchor(selector, selector.start or 0)
    return _anchor_one(searched, selector)


def _merge(text: str, selector: TextSelector, exact: Anchor, reworded: Anchor) -> Anchor:
    """Offer copies in another context and reworded places for review together."""
    if reworded.start is None or reworded.end is None:
        candidates = reworded.candidates
    elif exact.candidates or text[reworded.start : reworded.end] == selector.quote:
        candidates = (Candidate(reworded.start, reworded.end, reworded.score),)
    else:
        return reworded
    copies = {(copy.start, copy.end) for copy in exact.candidates}
    others = [place for place in candidates if (place.start, place.end) not in copies]
    return review_anchor([*exact.candidates, *others])


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
