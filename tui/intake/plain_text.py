"""A plain text or Markdown as an article, as it is."""

from tui.intake.encoding import decode
from tui.intake.original import Extract, Original


def plain_text_extracts(original: Original) -> tuple[Extract, ...]:
    """Return the text as it is, in which the reader finds the title."""
    return (Extract(text=decode(original).removeprefix("\ufeff"), url=original.url, is_plain=True),)
