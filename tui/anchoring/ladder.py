"""The ladder from cheap to costly that finds a quote's place."""

from collections.abc import Iterable

from tui.anchoring.near import find_changed
from tui.anchoring.searching import SearchedText
from tui.anchoring.settling import asked, exact, settle
from tui.anchoring.thresholds import AGREEMENT, MOST_CANDIDATES
from tui.model import Anchor, AnchorState, Candidate, TextSelector


def anchor(text: str, selector: TextSelector) -> Anchor:
    """Return where the selector's quote is in `text`, in code points, and how sure that is; never raises."""
    return anchor_all(text, (selector,))[0]


def anchor_all(text: str, selectors: Iterable[TextSelector]) -> tuple[Anchor, ...]:
    """Return the anchor of each selector, in order: as `anchor` does, but the work on the text is shared."""
    searched = SearchedText(text)
    return tuple([_climb(searched, selector) for selector in selectors])


def _climb(searched: SearchedText, selector: TextSelector) -> Anchor:
    start = selector.start
    if start is not None and hint_holds(searched.text, selector, start):
        return exact(selector, start)
    standing = settle(searched, selector, _standing(searched, selector))
    if standing.state is AnchorState.EXACT or standing.score >= AGREEMENT:
        return standing
    return _weigh(searched.text, selector, standing, find_changed(searched, selector))


def _weigh(text: str, selector: TextSelector, standing: Anchor, changed: Anchor) -> Anchor:
    """Bring together where the quote stands among other words, and where it stands changed."""
    if changed.start is None or changed.end is None:
        found = changed.candidates
    elif standing.candidates or text[changed.start : changed.end] == selector.quote:
        found = (Candidate(changed.start, changed.end, changed.score),)
    else:
        return changed
    known = {(each.start, each.end) for each in standing.candidates}
    return asked([*standing.candidates, *(each for each in found if (each.start, each.end) not in known)])


def hint_holds(text: str, selector: TextSelector, start: int) -> bool:
    """Tell whether the quote stands at `start`, where it was marked, between the same words."""
    if start < 0 or not selector.quote or not text.startswith(selector.quote, start):
        return False
    if not text.startswith(selector.suffix, start + len(selector.quote)):
        return False
    return text.endswith(selector.prefix, 0, start)


def _standing(searched: SearchedText, selector: TextSelector) -> list[int]:
    """Look for the quote with its context first: that settles the matter, and no other place is weighed."""
    whole = searched.occurrences(selector.prefix + selector.quote + selector.suffix)
    if whole:
        return [start + len(selector.prefix) for start in whole]
    found = searched.occurrences(selector.quote)
    if len(found) < MOST_CANDIDATES or not (selector.prefix or selector.suffix):
        return found
    before = searched.occurrences(selector.prefix + selector.quote) if selector.prefix else []
    after = searched.occurrences(selector.quote + selector.suffix) if selector.suffix else []
    return sorted({start + len(selector.prefix) for start in before}.union(after))
