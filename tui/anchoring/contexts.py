"""How far the words around a place agree with the context that a selector remembers."""

from collections.abc import Iterator

from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import AGREEMENT, REACH, STRICT_CONTEXT
from tui.model import TextSelector


def context_agreement(text: str, selector: TextSelector, start: int, end: int) -> tuple[float, ...]:
    """Return how far each given context agrees with what stands around `start` and `end`, from 0 to 1."""
    return tuple(share for _, share in _shares(text, selector, start, end))


def context_is_elsewhere(searched: SearchedText, selector: TextSelector, start: int, end: int) -> bool:
    """Tell whether a context that does not stand at `start` and `end`, nor near, stands elsewhere in the text.

    A paragraph may move: a context beyond the break of the paragraph counts only where that break is gone.
    """
    near = searched.text[max(0, start - REACH) : end + REACH]
    lacking = [context for context, share in _shares(searched.text, selector, start, end) if share < AGREEMENT]
    if _begins_paragraph(searched.text, selector, start) and selector.prefix in lacking:
        lacking.remove(selector.prefix)
    if _ends_paragraph(searched.text, selector, end) and selector.suffix in lacking:
        lacking.remove(selector.suffix)
    return any(
        len(context) >= STRICT_CONTEXT and context not in near and searched.occurrences(context, limit=1)
        for context in lacking
    )


def _shares(text: str, selector: TextSelector, start: int, end: int) -> Iterator[tuple[str, float]]:
    if selector.prefix:
        before = text[max(0, start - len(selector.prefix)) : start]
        yield selector.prefix, _share(selector.prefix[::-1], before[::-1])
    if selector.suffix:
        yield selector.suffix, _share(selector.suffix, text[end : end + len(selector.suffix)])


def _share(context: str, actual: str) -> float:
    """Compare outwards from the quote: the nearest characters first."""
    if actual == context:
        return 1.0
    if len(context) < STRICT_CONTEXT:
        return 0.0
    from rapidfuzz.distance import Levenshtein, Prefix  # noqa: PLC0415 - not needed to open most articles

    unbroken = Prefix.similarity(context, actual) / len(context)
    return max(unbroken, Levenshtein.normalized_similarity(context, actual))


def _begins_paragraph(text: str, selector: TextSelector, start: int) -> bool:
    """Tell whether the same words as in the prefix stand between the quote and the paragraph's beginning."""
    _, line_break, words = selector.prefix.rpartition("\n")
    return bool(line_break) and text.endswith(words, 0, start) and _is_break(text, start - len(words) - 1)


def _ends_paragraph(text: str, selector: TextSelector, end: int) -> bool:
    """Tell whether the same words as in the suffix stand between the quote and the paragraph's end."""
    words, line_break, _ = selector.suffix.partition("\n")
    return bool(line_break) and text.startswith(words, end) and _is_break(text, end + len(words))


def _is_break(text: str, place: int) -> bool:
    return not 0 <= place < len(text) or text[place] == "\n"
