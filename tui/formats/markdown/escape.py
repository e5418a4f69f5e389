"""Text from outside as Markdown that parses back to that text.

Only what a parser of CommonMark (with or without GFM) would take for markup is escaped. A line end becomes a hard
break, two of them a new paragraph. White space that Markdown drops, and characters that editors hide or break lines
at, become numeric entities. Three characters become U+FFFD: NUL, unpaired surrogates, and a vertical tab at the
beginning or end of a line.
"""

import re
from functools import lru_cache

_MARKUP = re.compile(
    r"[\\`*\[\]<~|]"
    r"|&(?=\#?\w+;)"
    r"|(?<!\w)_+|_++(?!\w)"  # an underscore between letters is plain text
    r"|:(?=//)|(?<=www)\.|(?<=\w)@(?=\w)"  # GFM makes these links
)
_HIDDEN = re.compile(r"[\t\n\f\r\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_BLOCK_START = re.compile(r"\#{1,6}(?=[ \t]|$)|>|[-+=](?!\w)|:(?=-)")
_LIST_NUMBER = re.compile(r"([0-9]{1,9})(?=[.)](?:[ \t]|$))")
_CLOSING_HASHES = re.compile(r"(?<= )\#+$")
_UNREPRESENTABLE = re.compile(r"[\x00\ud800-\udfff]|(?m:^\v|\v$)")
_MAY_NEED_ESCAPES = re.compile(
    r"[\\`*\[\]<~|&_:@\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
    r"|www\.|\A\s|\s\Z"
)
"""A quick check: without a match, `inline` has nothing to replace."""
_LINE_ENDS = re.compile(r"(\n+)")


@lru_cache(maxsize=4096)  # kinds, speakers and propositions repeat in every record
def inline(text: str) -> str:
    """Return text as Markdown to put inside a line, not at its beginning."""
    if _MAY_NEED_ESCAPES.search(text) is None:
        return text
    escaped = _MARKUP.sub(_escape, _UNREPRESENTABLE.sub("\ufffd", text))
    return re.sub(r"^\s|\s$", _entity, _HIDDEN.sub(_entity, escaped))


def line(text: str) -> str:
    """Return text as Markdown for a heading or a paragraph of one line."""
    return _CLOSING_HASHES.sub(r"\\\g<0>", _escape_block_start(inline(text)))


def cell(text: str) -> str:
    """Return text as Markdown for a cell of a GFM table."""
    return inline(text).replace("\\|", "&#124;")


def paragraphs(text: str) -> str:
    """Return text of any number of lines as paragraphs with hard line breaks."""
    if "\n" not in text:
        return _escape_block_start(inline(text))
    core = text.strip("\n")
    if not core:
        return "&#10;" * len(text)
    leading = len(text) - len(text.lstrip("\n"))
    trailing = len(text) - leading - len(core)
    pieces = _LINE_ENDS.split(core)
    markdown = "&#10;" * leading + _escape_block_start(inline(pieces[0]))
    for line_ends, row in zip(pieces[1::2], pieces[2::2], strict=True):
        markdown += _break(len(line_ends)) + _escape_block_start(inline(row))
    return markdown + "&#10;" * trailing


def block_quote(text: str) -> str:
    """Return text as a block quote."""
    return _prefix_lines(paragraphs(text), "> ")


def indent_block(block: str) -> str:
    """Return a block as part of a list item, four columns to the right."""
    return _prefix_lines(block, "    ")


def _prefix_lines(block: str, prefix: str) -> str:
    if block and "\n" not in block:
        return prefix + block
    return "\n".join(prefix + row if row else prefix.rstrip() for row in block.split("\n"))


def _break(line_ends: int) -> str:
    return "\\\n" if line_ends == 1 else "\n\n" + "&#10;" * (line_ends - 2)


def _escape(match: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in match[0])


def _entity(match: re.Match[str]) -> str:
    character = match[0]
    # No entity can name a control character, and parsers keep those that are not CommonMark's white space.
    return f"&#{ord(character)};" if character not in "\x0b\x1c\x1d\x1e\x1f\x85" else character


def _escape_block_start(markdown: str) -> str:
    if _BLOCK_START.match(markdown):
        return f"\\{markdown}"
    return _LIST_NUMBER.sub(r"\1\\", markdown, count=1) if _LIST_NUMBER.match(markdown) else markdown
