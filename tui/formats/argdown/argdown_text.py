"""Text, titles and data that Argdown reads as they are.

Its lexer knows a backslash before any character of a text, but not in a title, which ends at its first bracket.
"""

import re
from collections.abc import Mapping

from tui.formats.json_text import json_line
from tui.layout.visible import make_visible

_MARKUP = re.compile(
    r"[\\#*_\[<{]"  # tags, bold and italic, references, data
    r"|/(?=[/*])"  # comments
    r"|\.(?=\S+?\.)|:(?=\S+?:)"  # names of special characters, as in `.and.`
    r"|=(?===)"  # front matter
)
_LOOKALIKES = str.maketrans({"[": "(", "]": ")", "<": "‹", ">": "›"})
_BRACES = str.maketrans({"{": "\\u007b", "}": "\\u007d"})
_HYPHEN = "\u2010"


def argdown_text(text: str) -> str:
    r"""Return a text on one line, with a backslash before what is markup.

    `argdown_text("a [b] #c")` is `"a \\[b] \\#c"`.
    """
    return _MARKUP.sub(r"\\\g<0>", _one_line(text))


def argdown_title(text: str) -> str:
    """Return a text as a title, without what would end it or its reference.

    `argdown_title("-a [b]")` is `"‐a (b)"`.
    """
    title = _one_line(text).translate(_LOOKALIKES)
    return f"{_HYPHEN}{title[1:]}" if title.startswith("-") else title or "untitled"


def argdown_fields(fields: Mapping[str, object]) -> str:
    """Return those of the fields that have a value, as they stand in braces."""
    known = {name: value for name, value in fields.items() if value}
    return json_line(known)[1:-1].translate(_BRACES) if known else ""


def argdown_data(*fields: str) -> str:
    """Return written fields as data in braces, or an empty string."""
    known = ", ".join(filter(None, fields))
    return f"{{{known}}}" if known else ""


def _one_line(text: str) -> str:
    return make_visible(" ".join(text.split()))


class ArgdownTitles:
    """Titles of statements, of which no two are equal."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}
        self._used: set[str] = set()

    def title(self, slug: str) -> str:
        """Return the one title of a proposition."""
        if slug not in self._of:
            self._of[slug] = self._unused(argdown_title(slug))
            self._used.add(self._of[slug])
        return self._of[slug]

    def _unused(self, title: str) -> str:
        number, unused = 1, title
        while unused in self._used:
            number += 1
            unused = f"{title} {number}"
        return unused
