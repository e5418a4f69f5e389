"""How far the words around a place agree with the context that a selector remembers."""

from rapidfuzz.distance import Levenshtein, Prefix

from tui.anchoring.thresholds import REACH, STRICT_CONTEXT
from tui.model import TextSelector


def agreement(text: str, selector: TextSelector, start: int, end: int) -> tuple[float, ...]:
    """Return how far each given context agrees with what stands around `start` and `end`, from 0 to 1."""
    shares = []
    if selector.prefix:
        before = text[max(0, start - len(selector.prefix)) : start]
        shares.append(_share(selector.prefix[::-1], before[::-1]))
    if selector.suffix:
        shares.append(_share(selector.suffix, text[end : end + len(selector.suffix)]))
    return tuple(shares)


def stands_elsewhere(text: str, selector: TextSelector, start: int, end: int) -> bool:
    """Tell whether a context stands in `text`, but none near `start` and `end`: the quote left its place."""
    near = text[max(0, start - REACH) : end + REACH]
    contexts = [each for each in (selector.prefix, selector.suffix) if len(each) >= STRICT_CONTEXT]
    if any(context in near for context in contexts):
        return False
    return any(context in text for context in contexts)


def _share(context: str, actual: str) -> float:
    """Compare outwards from the quote: the nearest characters first."""
    if actual == context:
        return 1.0
    if len(context) < STRICT_CONTEXT:
        return 0.0
    unbroken = Prefix.similarity(context, actual) / len(context)
    return max(unbroken, Levenshtein.normalized_similarity(context, actual))
