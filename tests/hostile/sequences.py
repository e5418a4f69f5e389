"""Parse the control sequences in the output of a program."""

import re
import unicodedata

_SEQUENCE = re.compile(
    r"\x1b\[(?P<params>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b(?P<string>[]PX^_])(?P<body>.*?)(?:\x07|\x1b\\)"
    r"|\x1b(?P<escape>[ -/]*[0-~])"
    r"|(?P<lone>[\x00-\x1f\x7f-\x9f])",
    re.DOTALL,
)
_FREE = re.compile(r"[\d;]*\Z")
_VARIABLE = frozenset("mHXCDAB")
"""The last letters of sequences whose numbers depend on the text: colors, positions and counts."""
_INVISIBLE = frozenset("\u061c\u200e\u200f\u2028\u2029\u3164\ufeff\u200b\u2060\u00ad\u180e")


def forms(stream: str) -> frozenset[str]:
    """Return the control sequences of a stream without variable numbers."""
    return frozenset(map(_form, _SEQUENCE.finditer(stream)))


def sequences(stream: str) -> list[str]:
    return [match[0] for match in _SEQUENCE.finditer(stream)]


def texts(stream: str) -> str:
    """Return the text of a stream, without its control sequences."""
    return _SEQUENCE.sub("", stream)


def invisible(text: str) -> frozenset[str]:
    """Return the characters of a text that no terminal shows in a cell."""
    return frozenset(
        character
        for character in set(text)
        if character in _INVISIBLE
        or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or (unicodedata.category(character) == "Cf" and character not in "\u200c\u200d")
    )


def _form(match: re.Match[str]) -> str:
    if match["final"]:
        numbers = "n" if match["final"] in _VARIABLE and _FREE.match(match["params"]) else match["params"]
        return f"CSI {numbers}{match['between']}{match['final']}"
    if match["string"]:
        # The start of the body is the command: `52` is the clipboard.
        return f"string {match['string']}{match['body'].partition(';')[0]}"
    return f"ESC {match['escape']}" if match["escape"] else f"control {ord(match['lone']):02x}"
