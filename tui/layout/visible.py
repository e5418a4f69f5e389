"""Make hostile characters visible before they are shown."""

import re
from functools import cache

from tui.layout.combining import COMBINING

UNKNOWN = "\ufffd"
LINE_BREAK = "\u2424"
_LINE_BREAKS = "\x85\u2028\u2029"
"""What breaks a line as a newline does: next line, line separator, paragraph separator."""
ZERO_WIDTH = "\u00b7"
JOINER = "\u200d"
NON_JOINER = "\u200c"
MAX_COMBINING = 30
"""No script needs half as many marks on a letter, and Textual takes minutes to paint 100,000 in one cell."""
_PICTOGRAPH = r"\u2190-\u2bff\U0001f000-\U0001faff"
_HIDDEN = r"\xad\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\U0001d173-\U0001d17a"
_FOREIGN = (
    r"\x80-\x9f\u061c\u200e\u200f\u2028-\u202e\u2065-\u206f\ufff0-\ufffb\ud800-\udfff"
    r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
# A joiner joins only between pictographs. Rich gives the character after any joiner no cell, but a terminal does so
# for emoji only: a stray joiner would shift the next pane.
_STRAY_JOINER = rf"(?<![{_PICTOGRAPH}])(?<![{_PICTOGRAPH}]\ufe0f)\u200d|\u200d(?![{_PICTOGRAPH}])"
_FILLERS = ("\u3164", "\uffa0")
"""The letters without ink. All else that is unsafe is not printable either, as a test makes sure."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def make_visible(text: str, *, keep_newlines: bool = False) -> str:
    """Return `text` with controls and invisible characters shown, one for one.

    A tab becomes a space, a newline `␊` unless `keep_newlines`, another line break `␤`. Joiners between pictographs
    stay. A soft hyphen or zero-width space that cannot deceive becomes a character without width.
    """
    if keep_newlines and "\n" in text:
        return "\n".join(map(make_visible, text.split("\n")))
    if text.isprintable() and (text.isascii() or not any(filler in text for filler in _FILLERS)):
        return text  # most is, and this takes a third of a search
    return text if _unsafe().search(text) is None else _unsafe().sub(_visible, text)


def as_newlines(text: str) -> str:
    """Return `text` with a newline for each other line break, one for one."""
    if text.isascii():
        return text
    for line_break in _LINE_BREAKS:
        text = text.replace(line_break, "\n")  # the text itself if there is none
    return text


def replace_controls(text: str) -> str:
    """Return `text` with visible controls, safe to paste into a terminal."""
    return _CONTROLS.sub(_visible, text)


def limit_combining(text: str) -> str:
    """Return `text` with at most `MAX_COMBINING` marks on each letter."""
    if text.isascii() or _may_have_marks().search(text) is None:
        return text
    return _surplus_marks().sub(r"\1", text)


# Each takes about a millisecond to compile, and few texts need them.
@cache
def _unsafe() -> re.Pattern[str]:
    return re.compile(rf"[\x00-\x1f\x7f{_HIDDEN}{_FOREIGN}]|{_STRAY_JOINER}")


@cache
def _may_have_marks() -> re.Pattern[str]:
    """Return a pattern that excludes the letters of most news."""
    return re.compile(rf"[^\x00-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]{{{MAX_COMBINING + 1}}}")


@cache
def _surplus_marks() -> re.Pattern[str]:
    return re.compile(f"([{COMBINING}]{{{MAX_COMBINING}}})[{COMBINING}]+")


@cache
def _hidden() -> re.Pattern[str]:
    return re.compile(f"[{_HIDDEN}]")


def _visible(unsafe: re.Match[str]) -> str:
    character = unsafe[0]
    if character == "\t":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\u2421"
    if character == JOINER:
        return NON_JOINER
    if character in _LINE_BREAKS:
        return LINE_BREAK
    if _hidden().match(character) is None:
        return UNKNOWN
    from tui.layout.invisible import is_harmless  # noqa: PLC0415 - few texts need it

    return NON_JOINER if is_harmless(unsafe.string, unsafe.start()) else ZERO_WIDTH
