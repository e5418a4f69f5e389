"""The target of an annotation, as in the W3C Web Annotation Data Model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextSelector:
    """A TextQuoteSelector and, as a hint, a TextPositionSelector in one."""

    quote: str
    """The quoted words (`exact` in the W3C model)."""
    prefix: str = ""
    """The text right before the quote."""
    suffix: str = ""
    """The text right after the quote."""
    start: int | None = None
    """Where the quote began when it was marked, in code points."""
    end: int | None = None
    """Where it ended, exclusive."""
