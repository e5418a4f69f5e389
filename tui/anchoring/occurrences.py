"""Find a quote letter for letter."""

from tui.anchoring.thresholds import MAX_CANDIDATES


def occurrences(text: str, quote: str, limit: int = MAX_CANDIDATES) -> list[int]:
    """Return the first `limit` starts of `quote` in `text`, in code points.

    Occurrences may overlap: `occurrences("ananas", "ana")` is `[0, 2]`.
    """
    starts: list[int] = []
    start = text.find(quote)
    while start >= 0 and len(starts) < limit:
        starts.append(start)
        start = text.find(quote, start + 1)
    return starts
