"""Words that a line end has cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SOFT = "\N{SOFT HYPHEN}"
_CUT = re.compile(r"(?P<part>[^\W\d_]+)[-\N{HYPHEN}]\Z")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:[-\N{HYPHEN}][^\W\d_]+)+|[^\W\d_]+")
_REST = re.compile(r"[^\W\d_]+")
_KEEPING = frozenset(
    {"all", "anti", "cross", "ex", "half", "mid", "multi", "non", "post", "pre", "pro", "quasi", "self", "well"}
)
"""First parts after which a hyphen is more often part of the word."""
_SUSPENDING = frozenset(
    {"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of", "och", "eller", "og"}
)
"""What follows a hyphen that stands for a word: `pre- and post-war`."""


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """Return the words within lines in lower case, hyphens and all."""
    words = (word[0].lower() for line in lines for word in _HYPHENATED.finditer(line.rstrip(_SOFT)))
    return frozenset(word.replace("\N{HYPHEN}", "-") for word in words)


def join_cut_words(lines: Iterable[str], known: frozenset[str] = frozenset()) -> str:
    """Return lines as one, the words that they cut in two made whole.

    The words that the document has elsewhere decide whether the hyphen is
    part of the word; else it is not, except after a number or `self`.

    >>> join_cut_words(["The govern-", "ment said on Mon-", "day, 20-", "year"])
    'The government said on Monday, 20-year'
    """
    text = ""
    for line in lines:
        text = _joined(text, line, known) if text else line
    return text.rstrip(_SOFT)


def _joined(text: str, line: str, known: frozenset[str]) -> str:
    if text.endswith(_SOFT):
        return text.rstrip(_SOFT) + line
    if not text.endswith(("-", "\N{HYPHEN}")) or text[-2:-1].isspace() or not text[:-1]:
        return f"{text} {line}"
    rest = _REST.match(line)
    if rest and rest[0].lower() in _SUSPENDING and rest[0].islower():
        return f"{text} {line}"
    return text[:-1] + line if _is_cut(text, rest, known) else text + line


def _is_cut(text: str, rest: re.Match[str] | None, known: frozenset[str]) -> bool:
    part = _CUT.search(text)
    if not part or not rest or not rest[0][0].islower():
        return False
    first, second = part["part"].lower(), rest[0].lower()
    if first + second in known:
        return True
    return f"{first}-{second}" not in known and first not in _KEEPING
