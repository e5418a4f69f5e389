"""Read what the page sends: keys, sizes and signs of life."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

MAX_CELLS = (500, 300)
"""The widest and the highest screen, so that no page asks for endless memory."""
MIN_CELLS = (20, 5)
_SURROGATES = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")


class PageMessage(NamedTuple):
    """A message of the page: its type, and what it holds."""

    type: str
    text: str = ""
    """What was typed or pasted, or what a ping asks back."""
    size: tuple[int, int] = (0, 0)
    """Of a resize: width and height in cells."""


def parse_message(message: str) -> PageMessage | None:
    """Return a message, or None if it has no known form."""
    try:
        parts = json.loads(message)
    except (ValueError, RecursionError):
        return None
    match parts:
        case ["stdin" | "ping" as kind, str(text)]:
            return PageMessage(kind, text)
        case ["resize", {"width": int(width), "height": int(height)}]:
            return PageMessage("resize", size=screen_size(width, height))
        case ["blur" | "focus" as kind, *_]:
            return PageMessage(kind)
    return None


def screen_size(width: int, height: int) -> tuple[int, int]:
    """Return a size in cells within the limits of a screen."""
    limits = zip((width, height), MIN_CELLS, MAX_CELLS, strict=True)
    columns, rows = (max(least, min(cells, most)) for cells, least, most in limits)
    return columns, rows


def number_or(text: str, default: int) -> int:
    """Return the number in the page's address, or a default."""
    return int(text) if re.fullmatch(r"[0-9]{1,5}", text) else default


class TypedText:
    """Encodes typed text, and joins a character that came in two halves.

    Some ways to type an emoji make two key events, each with half of its surrogates. A half alone is dropped.
    """

    def __init__(self) -> None:
        self._half = ""

    def encode(self, text: str) -> bytes:
        """Return the bytes for the reader, keeping back a first half."""
        text, self._half = self._half + text, ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            text, self._half = text[:-1], text[-1]
        whole = _SURROGATES.sub("", text)
        return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le").encode()
