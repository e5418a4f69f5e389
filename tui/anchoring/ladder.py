"""The ladder from cheap to costly that finds a quote's place."""

from collections.abc import Iterable

from tui.anchoring.occurrences import occurrences
from tui.anchoring.settling import exact, settle
from tui.anchoring.thresholds import MOST_CANDIDATES
from tui.model import Anchor, TextSelector


def anchor(text: str, selector: TextSelector) -> Anchor:
    """Return where the selector's quote is in `text`, in code points, and how sure that is; never raises."""
    return anchor_all(text, (selector,))[0]


def anchor_all(text: str, selectors: Iterable[TextSelector]) -> tuple[Anchor, ...]:
    """Return the anchor of each selector, in order: as `anchor` does, but the work on the text is shared."""
    return tuple(_climb(text, selector) for selector in selectors)


def _climb(text: str, selector: TextSelector) -> Anchor:
    if hint_holds(text, selector) and selector.start is not None:
        return exact(selector, selector.start)
    return settle(text, selector, _standing(text, selector))


def hint_holds(text: str, selector: TextSelector) -> bool:
    """Tell whether the quote stands where it was marked, between the same words."""
    start = selector.start
    if start is None or start < 0 or not selector.quote or not text.startswith(selector.quote, start):
        return False
    if not text.startswith(selector.suffix, start + len(selector.quote)):
        return False
    return text.endswith(selector.prefix, 0, start)


def _standing(text: str, selector: TextSelector) -> list[int]:
    """Look for the quote with its context first: that settles the matter, and no other place is weighed."""
    whole = occurrences(text, selector.prefix + selector.quote + selector.suffix)
    if whole:
        return [start + len(selector.prefix) for start in whole]
    found = occurrences(text, selector.quote)
    if len(found) < MOST_CANDIDATES or not (selector.prefix or selector.suffix):
        return found
    before = occurrences(text, selector.prefix + selector.quote) if selector.prefix else []
    after = occurrences(text, selector.quote + selector.suffix) if selector.suffix else []
    return sorted({start + len(selector.prefix) for start in before}.union(after))
