"""Words as Markdown that shows them as they are."""

import re

_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])"  # it would escape what follows
    r"|`|~(?=~)|<(?=[a-zA-Z/!?])|&(?=\#?\w{1,32};)"
    r"|\[(?=\^)|\](?=[(\[:])"
    r"|\*(?!\s|\Z)|(?<=\S)\*"
    r"|(?<!\w)_(?!\s|\Z)|(?<=\S)_(?!\w)"
)
_LINE_START = re.compile(r"(#{1,6}|[-+*]|\d{1,9}[.)])(?=\s|\Z)|>|(?:[-=~]\s*){2,}\Z|~~~|\|")


def escape(words: str) -> str:
    r"""Return one line of words with a backslash before marks of Markdown.

    >>> escape("1. *Who* said [so] at 5 * 3?")
    '1\\. \\*Who\\* said [so] at 5 * 3?'
    """
    escaped = _INLINE.sub(r"\\\g<0>", words)
    start = _LINE_START.match(escaped)
    if not start:
        return escaped
    at = start.end() - 1 if start[1] else 0
    return f"{escaped[:at]}\\{escaped[at:]}"
