"""The target of an annotation, in the terms of the W3C Web Annotation Data Model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextSelector:
    """A quote with its context (TextQuoteSelector) and a hint of its place (TextPositionSelector)."""

    quote: str
    """The words themselves (`exact` in the W3C model)."""
    prefix: str = ""
    """What stands right before the quote."""
    suffix: str = ""
    """What stands right after the quote."""
    start: int | None = None
    """Where the quote began when it was marked, in code points of the canonical text."""
    end: int | None = None
    """Where the quote ended, exclusive, in code points of the canonical text."""
