"""Hostile characters made visible: the one cleaning function at the view's edge."""

import re
from functools import cache

from tui.layout.combining import COMBINING

UNKNOWN = "\ufffd"
ZERO_WIDTH = "\u00b7"
JOINER = "\u200d"
NON_JOINER = "\u200c"
NEWLINE = "\u240a"
MAX_COMBINING = 30
"""Marks that one letter can bear: as many as in Unicode's stream-safe text, and no script needs half of them.

Textual takes minutes to paint over a cell with 100,000 of them.
"""

_PICTOGRAPH = r"\u2190-\u2bff\U0001f000-\U0001faff"
_HIDDEN = r"\xad\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\U0001d173-\U0001d17a"
_FOREIGN = (
    r"\x80-\x9f\u061c\u200e\u200f\u2028-\u202e\u2065-\u206f\ufff0-\ufffb\ud800-\udfff"
    r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
# A joiner counts as joining only between pictographs: rich gives the character after any joiner no cell,
# and a terminal does so for emoji alone, so that a stray joiner would push the next pane aside.
_STRAY_JOINER = rf"(?<![{_PICTOGRAPH}])(?<![{_PICTOGRAPH}]\ufe0f)\u200d|\u200d(?![{_PICTOGRAPH}])"
_UNSAFE = re.compile(rf"[\x00-\x1f\x7f{_HIDDEN}{_FOREIGN}]|{_STRAY_JOINER}")
# Without the letters of most news, so that the table, which takes milliseconds to compile, is seldom needed.
_MAY_BE_PILED = re.compile(rf"[^\x00-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]{{{MAX_COMBINING + 1}}}")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def make_visible(text: str, *, keep_newlines: bool = False) -> str:
    """Return `text` with every control, invisible and direction character shown, one code point for one.

    A tab becomes one space; a newline becomes `␊` unless `keep_newlines`. Joiners stay where they join.
    """
    if keep_newlines and "\n" in text:
        return "\n".join(map(make_visible, text.split("\n")))
    return text if _UNSAFE.search(text) is None else _UNSAFE.sub(_shown, text)


def paste_safe(text: str) -> str:
    """Return `text` for another program: as it is, but for controls, which a terminal that it is pasted to obeys."""
    return _CONTROLS.sub(_shown, text)


def limit_combining(text: str) -> str:
    """Return `text` to be painted: without the marks beyond `MOST_MARKS` that pile up over one letter."""
    if text.isascii() or _MAY_BE_PILED.search(text) is None:
        return text
    return _piled().sub(r"\1", text)


@cache
def _piled() -> re.Pattern[str]:
    return re.compile(f"([{COMBINING}]{{{MAX_COMBINING}}})[{COMBINING}]+")


@cache
def _hidden() -> re.Pattern[str]:
    return re.compile(f"[{_HIDDEN}]")


def _shown(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\t":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\u2421"
    if character == JOINER:
        return NON_JOINER
    return ZERO_WIDTH if _hidden().match(character) else UNKNOWN
