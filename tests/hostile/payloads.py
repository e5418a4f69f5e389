"""Hostile texts, by the means with which they attack a terminal."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, zip_longest

MARK = "7777"
"""A number in every hostile sequence, but in none of the program's own."""
STOLEN = "c3RvbGVuNzc3Nw=="
"""What a hostile sequence copies to the clipboard, in Base64."""

MAX_FIELD = 200_000
"""In code points."""

_SEVEN_BIT = (
    f"\x1b[{MARK}mred\x1b[{MARK};{MARK}Hthere\x1b[?{MARK}h\x1b[2;{MARK}r",
    f"\x1b]0;{MARK}\x07\x1b]8;;http://evil.example/{MARK}\x1b\\link\x1b]8;;\x1b\\",
    f"\x1b]52;c;{STOLEN}\x07\x1b]1337;File={MARK}\x07",
    f"\x1bP+q{MARK}\x1b\\\x1b_G{MARK}\x1b\\\x1b^{MARK}\x1b\\\x1bX{MARK}\x1b\\",
    f"\x1bc\x1b#8\x1b(0\x1b[{MARK}n\x1b[?{MARK}$p\x1b[>{MARK}u",
)
_EIGHT_BIT = (
    f"\x9b{MARK}mred\x9b{MARK};{MARK}H\x9b?{MARK}h",
    f"\x9d52;c;{STOLEN}\x9c\x9d8;;http://evil.example/{MARK}\x9c\x90q{MARK}\x9c\x9f{MARK}\x9c\x9e{MARK}\x9c",
)
_ALL_C0 = "".join(f"{chr(code)}c" for code in (*range(1, 9), *range(11, 13), *range(14, 32), 127))
_ALL_C1 = "".join(f"{chr(code)}c" for code in range(0x80, 0xA0))
_DIRECTIONS = "".join(f"{character}d" for character in "\u061c\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_INVISIBLE = "".join(
    f"{character}z"
    for character in "\u200b\u2060\ufeff\u00ad\u2028\u2029\u2061\u3164\u180e\ufff9\ufffb\U000e0001\U000e0041\U000e007f"
)
_MARKUP = (
    "[/] [/bold] [@click=app.quit]quit[/] [@click=app.bell]bell[/] [Reuters] said [bold red on blue]styled[/] "
    "[link=javascript:alert(1)]js[/link] [link='file:///etc/passwd']file[/] \\[escaped] [[double]] [$primary] [] [/]] "
    "{curly} %s %(name)s {0} `code` *star* _under_ <b>html</b> &amp; :smile: ~~gone~~ | pipe"
)


@dataclass(frozen=True)
class Family:
    """Hostile text of one sort."""

    name: str
    text: str
    """The value of every field."""
    short: str
    """A text for file names: at most 150 bytes, no slash, no NUL."""

    @property
    def field(self) -> str:
        """The value of a field in a file of many, which must not exceed 8 MiB."""
        return self.text[:MAX_FIELD]

    @property
    def harmless(self) -> "Family":
        """The same with a letter for each hostile or zero-width character."""
        return Family(f"harmless-{self.name}", _harmless(self.text), _harmless(self.short))


def is_hostile(character: str) -> bool:
    """Return whether a terminal may not show a character in its own cell.

    This does not use the program's own tables.
    """
    if character in "\n\t":
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp", "Mn", "Me"} or character == "\u3164"


def _harmless(text: str) -> str:
    return "".join("x" if is_hostile(letter) or letter in "[]\\@$" else letter for letter in text)


FAMILIES = {
    family.name: family
    for family in (
        Family("seven-bit", " ".join((*_SEVEN_BIT, _ALL_C0)), f"\x1b]52;c;{STOLEN}\x07\x1b[{MARK}m\x1bc\x7f"),
        Family("eight-bit", " ".join((*_EIGHT_BIT, _ALL_C1)), f"\x9d52;c;{STOLEN}\x9c\x9b{MARK}m"),
        Family("unseen", f"{_DIRECTIONS} {_INVISIBLE}", "\u202eeman\u2066\u200b\u2028\ufeff\U000e0041"),
        Family("markup", _MARKUP, "[@click=app.quit]q [Reuters] [bold]"),
        Family("marks", f"e{chr(0x301) * 100_000} after", f"e{chr(0x301) * 40}"),
        Family("endless", "endless" * 150_000, "endless" * 20),
    )
}


def _alternating(*texts: Iterable[str]) -> str:
    """Return the first of each, then the second, because some fields are cut."""
    return " ".join(filter(None, chain.from_iterable(zip_longest(*texts))))


MIXED = Family(
    "mixed",
    _alternating(
        (*_SEVEN_BIT, _ALL_C0), (*_EIGHT_BIT, _ALL_C1), (_DIRECTIONS, _INVISIBLE), re.split(r"(?<=\]) ", _MARKUP)
    ),
    f"\x1b]52;c;{STOLEN}\x07\x1bc\x7f\x9b{MARK}m\u202e\u200b\u2028[@click=app.quit]q [Reuters]",
)
"""All that fits on a command line, in one text."""
