"""The ladder from cheap to costly that finds a quote's place."""

from collections.abc import Iterable

from tui.anchoring.disambiguate import ambiguous, disambiguate, exact_anchor
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import AGREEMENT, CONTEXT_LENGTH, MOST_CANDIDATES
from tui.model import Anchor, AnchorState, Candidate, TextSelector


def anchor(text: str, selector: TextSelector) -> Anchor:
    """Return where the selector's quote is in `text`, in code points, and how sure that is; never raises."""
    return anchor_all(text, (selector,))[0]


def anchor_all(text: str, selectors: Iterable[TextSelector]) -> tuple[Anchor, ...]:
    """Return the anchor of each selector, in order: as `anchor` does, but the work on the text is shared."""
    searched = SearchedText(text)
    return tuple([_anchor_one(searched, selector) for selector in selectors])


def _anchor_one(searched: SearchedText, selector: TextSelector) -> Anchor:
    start = selector.start
    if start is not None and hint_holds(searched.text, selector, start):
        return exact_anchor(selector, start)
    standing = disambiguate(searched, selector, _exact_starts(searched, selector))
    if standing.state is AnchorState.EXACT or standing.score >= AGREEMENT:
        return standing
    from tui.anchoring.fuzzy_match import (  # noqa: PLC0415 - most quotes stand where they stood
        find_reworded,  # rapidfuzz, 15 ms: most texts hold every quote as it was marked
    )

    return _merge(searched.text, selector, standing, find_reworded(searched, selector))


def _merge(text: str, selector: TextSelector, standing: Anchor, changed: Anchor) -> Anchor:
    """Bring together where the quote stands among other words, and where it stands changed."""
    if changed.start is None or changed.end is None:
        found = changed.candidates
    elif standing.candidates or text[changed.start : changed.end] == selector.quote:
        found = (Candidate(changed.start, changed.end, changed.score),)
    else:
        return changed
    known = {(each.start, each.end) for each in standing.candidates}
    return ambiguous([*standing.candidates, *(each for each in found if (each.start, each.end) not in known)])


def hint_holds(text: str, selector: TextSelector, start: int) -> bool:
    """Tell whether the quote stands at `start`, where it was marked, between the same words."""
    begin = start - len(selector.prefix)
    if begin < 0 or not selector.quote:
        return False
    return text.startswith(selector.prefix + selector.quote + selector.suffix, begin)


def _exact_starts(searched: SearchedText, selector: TextSelector) -> list[int]:
    """Prefer the places with the whole context beside them: they settle the matter, and no other is weighed."""
    whole, shift = selector.prefix + selector.quote + selector.suffix, len(selector.prefix)
    if len(selector.quote) < CONTEXT_LENGTH:
        in_full = [start + shift for start in searched.occurrences(whole)]
        return in_full or _likely_starts(searched, selector)
    found = _likely_starts(searched, selector)
    text = searched.text
    return [start for start in found if start >= shift and text.startswith(whole, start - shift)] or found


def _likely_starts(searched: SearchedText, selector: TextSelector) -> list[int]:
    """Return where the quote stands; among very many places, where it stands beside one whole context."""
    found = searched.occurrences(selector.quote)
    if len(found) < MOST_CANDIDATES or not (selector.prefix or selector.suffix):
        return found
    before = searched.occurrences(selector.prefix + selector.quote) if selector.prefix else []
    after = searched.occurrences(selector.quote + selector.suffix) if selector.suffix else []
    return sorted({start + len(selector.prefix) for start in before}.union(after))
