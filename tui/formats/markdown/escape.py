"""Text from outside as CommonMark that parses to exactly that text.

Quotes and names are escaped where, and only where, a reader of CommonMark (with or without GFM) would take
them for markup. A line end becomes a hard break, two of them a new paragraph. White space that Markdown
drops, and characters that editors hide or break lines at, become numeric entities. Every character survives
but three, which become U+FFFD: NUL, lone surrogates, and a vertical tab that begins or ends a line.
"""

import re
from functools import lru_cache

_MARKUP = re.compile(
    r"[\\`*\[\]<~|]"
    r"|&(?=\#?\w+;)"
    r"|(?<!\w)_+|_++(?!\w)"  # between letters an underscore is only itself
    r"|:(?=//)|(?<=www)\.|(?<=\w)@(?=\w)"  # what GFM makes links of
)
_HIDDEN = re.compile(r"[\t\n\f\r\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_BLOCK_START = re.compile(r"\#{1,6}(?=[ \t]|$)|>|[-+=](?!\w)|:(?=-)")
_LIST_NUMBER = re.compile(r"([0-9]{1,9})(?=[.)](?:[ \t]|$))")
_CLOSING_HASHES = re.compile(r"(?<= )\#+$")
_UNSPEAKABLE = re.compile(r"[\x00\ud800-\udfff]|(?m:^\v|\v$)")
_ANYTHING_ODD = re.compile(
    r"[\\`*\[\]<~|&_:@\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
    r"|www\.|\A\s|\s\Z"
)
"""Found wherever one of the patterns above that `inline` replaces is found, and in few texts else."""
_LINE_ENDS = re.compile(r"(\n+)")


@lru_cache(maxsize=4096)  # kinds, speakers and propositions come again with every record
def inline(text: str) -> str:
    """Return `text` as Markdown within one line, where it does not come first."""
    if _ANYTHING_ODD.search(text) is None:
        return text
    marked = _MARKUP.sub(_escape, _UNSPEAKABLE.sub("\ufffd", text))
    shown = _HIDDEN.sub(_entity, marked)
    return re.sub(r"^\s|\s$", _entity, shown)


def line(text: str) -> str:
    """Return `text` as Markdown for a whole line: a heading, a paragraph, a list item."""
    return _CLOSING_HASHES.sub(r"\\\g<0>", _unlike_a_block(inline(text)))


def cell(text: str) -> str:
    """Return `text` as Markdown for a cell of a GFM table."""
    return inline(text).replace("\\|", "&#124;")


def paragraphs(text: str) -> str:
    """Return `text`, which may have many lines, as paragraphs with hard line breaks."""
    if "\n" not in text:
        return _unlike_a_block(inline(text))
    core = text.strip("\n")
    if not core:
        return "&#10;" * len(text)
    leading = len(text) - len(text.lstrip("\n"))
    trailing = len(text) - leading - len(core)
    pieces = _LINE_ENDS.split(core)
    written = "&#10;" * leading + _unlike_a_block(inline(pieces[0]))
    for ends, words in zip(pieces[1::2], pieces[2::2], strict=True):
        written += _break(len(ends)) + _unlike_a_block(inline(words))
    return written + "&#10;" * trailing


def block_quote(text: str) -> str:
    """Return `text` as a block quote."""
    return prefixed(paragraphs(text), "> ")


def prefixed(block: str, prefix: str) -> str:
    """Return `block` with `prefix` before each line, bare of its trailing spaces on empty lines."""
    if block and "\n" not in block:
        return prefix + block
    return "\n".join(prefix + row if row else prefix.rstrip() for row in block.split("\n"))


def indented(block: str, columns: int = 4) -> str:
    """Return `block` as the content of a list item whose text begins at `columns`.

    A multiple of four keeps the tabs in it what they were: their stops are four columns apart.
    """
    return prefixed(block, " " * columns)


def _break(line_ends: int) -> str:
    return "\\\n" if line_ends == 1 else "\n\n" + "&#10;" * (line_ends - 2)


def _escape(found: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in found[0])


def _entity(found: re.Match[str]) -> str:
    character = found[0]
    # No entity can name a control character; parsers keep those that are not CommonMark's white space.
    return f"&#{ord(character)};" if character not in "\x0b\x1c\x1d\x1e\x1f\x85" else character


def _unlike_a_block(written: str) -> str:
    if _BLOCK_START.match(written):
        return f"\\{written}"
    return _LIST_NUMBER.sub(r"\1\\", written, count=1) if _LIST_NUMBER.match(written) else written
