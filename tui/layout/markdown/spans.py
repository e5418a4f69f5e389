"""The styles of Markdown, and a styled part of a text."""

from typing import NamedTuple

MARK = "md-mark"
"""What only formats: `**`, `#`, `>`, the address of a link."""
HEADING = "md-heading"
STRONG = "md-strong"
EMPHASIS = "md-emphasis"
DELETED = "md-deleted"
CODE = "md-code"
LINK = "md-link"


class StyledSpan(NamedTuple):
    """A part of a text in code points, `end` exclusive, with its style."""

    start: int
    end: int
    style: str
