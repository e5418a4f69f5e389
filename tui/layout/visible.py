"""Hostile characters made visible: the one cleaning function at the view's edge."""

import re

UNKNOWN = "\ufffd"
ZERO_WIDTH = "\u00b7"
JOINER = "\u200d"
NON_JOINER = "\u200c"
NEWLINE = "\u240a"

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
_IS_HIDDEN = re.compile(f"[{_HIDDEN}]")


def make_visible(text: str, *, keep_newlines: bool = False) -> str:
    """Return `text` with every control, invisible and direction character shown, one code point for one.

    A tab becomes one space; a newline becomes `␊` unless `keep_newlines`. Joiners stay where they join.
    """
    if keep_newlines and "\n" in text:
        return "\n".join(map(make_visible, text.split("\n")))
    return text if _UNSAFE.search(text) is None else _UNSAFE.sub(_shown, text)


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
    return ZERO_WIDTH if _IS_HIDDEN.match(character) else UNKNOWN
