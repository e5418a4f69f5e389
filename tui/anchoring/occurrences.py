"""All places where a quote stands letter for letter."""

from tui.anchoring.thresholds import MOST_CANDIDATES


def occurrences(text: str, quote: str, limit: int = MOST_CANDIDATES) -> list[int]:
    """Return the starts of `quote` in `text`, in code points, overlapping ones too, at most `limit`."""
    found: list[int] = []
    start = text.find(quote)
    while start >= 0 and len(found) < limit:
        found.append(start)
        start = text.find(quote, start + 1)
    return found
