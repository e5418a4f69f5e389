"""The target of an annotation, as in the W3C Web Annotation Data Model."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from tui.model.span import Span

OMISSION = " […] "
"""What stands between two pieces of a quote."""


class TextPiece(NamedTuple):
    """A piece of a quote, with its hint."""

    quote: str
    start: int | None = None
    """Where it began when it was marked, in code points."""
    end: int | None = None
    """Where it ended, exclusive."""


def join_pieces(text: str, spans: Iterable[Span]) -> str:
    """Return these ranges of a text, with `OMISSION` between them."""
    return OMISSION.join(span.of(text) for span in spans)


@dataclass(frozen=True, slots=True)
class TextSelector:
    """A TextQuoteSelector and, as a hint, a TextPositionSelector in one."""

    quote: str
    """The quoted words (`exact` in the W3C model), with `OMISSION` between pieces."""
    prefix: str = ""
    """The text right before the quote."""
    suffix: str = ""
    """The text right after the quote."""
    start: int | None = None
    """Where the quote began when it was marked, in code points."""
    end: int | None = None
    """Where it ended, exclusive."""
    pieces: tuple[TextPiece, ...] = ()
    """Two or more, in the order of the text; empty for a quote in one piece."""

    @classmethod
    def of_pieces(cls, pieces: tuple[TextPiece, ...], prefix: str = "", suffix: str = "") -> "TextSelector":
        """Return the selector of a quote in one piece or several.

        Its hint reaches from the first piece to the last.
        """
        quote = OMISSION.join(piece.quote for piece in pieces)
        return cls(quote, prefix, suffix, pieces[0].start, pieces[-1].end, pieces if len(pieces) > 1 else ())
