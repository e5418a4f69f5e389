"""Send a terminal what differs from one style to the next, not each whole.

Textual sends every style in full and a reset after it. Most neighbours have the same background, so half of what is
sent says what the terminal knows already.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_STYLE = re.compile(r"\x1b\[([\d;]*)m")
_MOVES = re.compile(r"(?:\x1b\[\d+;\d+H|\n)*")
_CODES = re.compile(r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)|\d+")
_FOREGROUND = ("3", "9")
_BACKGROUND = ("4", "10")
"""How the codes of a colour begin that have more than one digit."""
_RESET = "\x1b[0m"


class _Style(NamedTuple):
    """The codes of a style."""

    attributes: tuple[str, ...]
    foreground: str
    background: str


def shorten_styles(output: str) -> str:
    r"""Return output for a terminal that draws the same with fewer codes.

    It begins and ends without a style: `shorten_styles("\x1b[1;31ma\x1b[0m\x1b[1;32mb\x1b[0m")` is
    `"\x1b[1;31ma\x1b[32mb\x1b[0m"`.
    """
    first, *rest = _STYLE.split(output)
    parts, sent, wanted = [first], "", ""
    for codes, text in zip(rest[::2], rest[1::2], strict=True):
        wanted = "" if codes in ("", "0") else f"{wanted};{codes}" if wanted else codes
        if wanted != sent and _MOVES.fullmatch(text) is None:
            parts.append(_change(sent, wanted))
            sent = wanted
        parts.append(text)
    return "".join([*parts, _RESET] if sent else parts)


@lru_cache(maxsize=4096)
def _change(before: str, after: str) -> str:
    """Return the shortest sequence from a style to another, both as codes."""
    if not after:
        return _RESET
    whole = f"\x1b[0;{after}m" if before else f"\x1b[{after}m"
    old, new = _style(before), _style(after)
    is_more = {*old.attributes} <= {*new.attributes} and (new.foreground or not old.foreground)
    if not is_more or (old.background and not new.background):
        return whole
    codes = [code for code in new.attributes if code not in old.attributes]
    codes += [new.foreground] if new.foreground != old.foreground else []
    codes += [new.background] if new.background != old.background else []
    return min(f"\x1b[{';'.join(codes)}m", whole, key=len) if codes else ""


def _style(codes: str) -> _Style:
    attributes, foreground, background = [], "", ""
    for code in _CODES.findall(codes):
        if len(code) > 1 and code.startswith(_FOREGROUND):
            foreground = code
        elif len(code) > 1 and code.startswith(_BACKGROUND):
            background = code
        else:
            attributes.append(code)
    return _Style(tuple(attributes), foreground, background)
