"""Compare the text around a place with a selector's prefix and suffix."""

from collections.abc import Iterator

from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import MAX_RARE_COUNT, MIN_AGREEMENT, NEAR, STRICT_CONTEXT
from tui.model import TextSelector


def context_agreement(text: str, selector: TextSelector, start: int, end: int) -> tuple[float, ...]:
    """Return how far each context agrees with the text around a place, 0 to 1.

    Empty contexts are left out. `start` and `end` of the place are in code points.
    """
    return tuple(share for _, share in _shares(text, selector, start, end))


def context_support(text: str, selector: TextSelector, start: int, end: int) -> float:
    """Return the mean agreement of the contexts with a place, 1 without any."""
    shares = context_agreement(text, selector, start, end)
    return sum(shares) / len(shares) if shares else 1.0


def has_whole_contexts(text: str, selector: TextSelector, start: int, end: int) -> bool:
    """Return whether long contexts stand on both sides of a place unchanged."""
    if min(len(selector.prefix), len(selector.suffix)) < STRICT_CONTEXT:
        return False
    return text.endswith(selector.prefix, 0, start) and text.startswith(selector.suffix, end)


def contexts_are_elsewhere(searched: SearchedText, selector: TextSelector, start: int, end: int) -> bool:
    """Return whether a context that a copy lacks is elsewhere, near the other.

    The far half of it is looked for, because a copy may share the near one. `start` and `end` of the copy are in code
    points.
    """
    text, prefix, suffix = searched.text, selector.prefix, selector.suffix
    reach = 2 * len(selector.quote) + len(prefix) + len(suffix) + NEAR
    places: list[int] = []
    if not text.endswith(prefix, 0, start):
        others = _places_elsewhere(searched, prefix[: _half(prefix)], start - len(prefix))
        places += [place for place in others if _has_part(suffix, text[place : place + reach])]
    if not text.startswith(suffix, end):
        far = suffix[-_half(suffix) :]
        others = _places_elsewhere(searched, far, end + len(suffix) - len(far))
        places += [place for place in others if _has_part(prefix, text[max(0, place - reach) : place])]
    return bool(places)


def _places_elsewhere(searched: SearchedText, part: str, expected: int) -> list[int]:
    """Return where a part of a context is, without the place that it has here.

    Beside it the part may be a little off, because other words of the context changed.
    """
    places = searched.occurrences(part, MAX_RARE_COUNT)
    return [place for place in places if abs(place - expected) > len(part)]


def _half(context: str) -> int:
    """Return the length of half a context, or of all if it is short."""
    return max(STRICT_CONTEXT, len(context) // 2)


def _has_part(context: str, text: str) -> bool:
    """Return whether either half of a context is in a text."""
    return not context or context[: _half(context)] in text or context[-_half(context) :] in text


def context_is_elsewhere(searched: SearchedText, selector: TextSelector, start: int, end: int) -> bool:
    """Return whether a context that is missing near a place is elsewhere.

    A paragraph may move, so a context beyond a paragraph break counts only if that break is gone.
    `start` and `end` of the place are in code points.
    """
    near = searched.text[max(0, start - NEAR) : end + NEAR]
    missing = [context for context, share in _shares(searched.text, selector, start, end) if share < MIN_AGREEMENT]
    if _begins_paragraph(searched.text, selector, start) and selector.prefix in missing:
        missing.remove(selector.prefix)
    if _ends_paragraph(searched.text, selector, end) and selector.suffix in missing:
        missing.remove(selector.suffix)
    return any(
        len(context) >= STRICT_CONTEXT and context not in near and searched.occurrences(context, limit=1)
        for context in missing
    )


def _shares(text: str, selector: TextSelector, start: int, end: int) -> Iterator[tuple[str, float]]:
    if selector.prefix:
        before = text[max(0, start - len(selector.prefix)) : start]
        yield selector.prefix, _share(selector.prefix[::-1], before[::-1])
    if selector.suffix:
        yield selector.suffix, _share(selector.suffix, text[end : end + len(selector.suffix)])


def _share(context: str, actual: str) -> float:
    """Return how far two texts agree, both read away from the quote."""
    if actual == context:
        return 1.0
    if len(context) < STRICT_CONTEXT:
        return 0.0
    from rapidfuzz.distance import Levenshtein, Prefix  # noqa: PLC0415 - not needed to open most articles

    unbroken = Prefix.similarity(context, actual) / len(context)
    return max(unbroken, Levenshtein.normalized_similarity(context, actual))


def _begins_paragraph(text: str, selector: TextSelector, start: int) -> bool:
    """Return whether a paragraph begins where the prefix has one."""
    _, line_break, head = selector.prefix.rpartition("\n")
    return bool(line_break) and text.endswith(head, 0, start) and _is_break(text, start - len(head) - 1)


def _ends_paragraph(text: str, selector: TextSelector, end: int) -> bool:
    """Return whether a paragraph ends where the suffix has an end."""
    tail, line_break, _ = selector.suffix.partition("\n")
    return bool(line_break) and text.startswith(tail, end) and _is_break(text, end + len(tail))


def _is_break(text: str, offset: int) -> bool:
    return not 0 <= offset < len(text) or text[offset] == "\n"
