"""Text from outside as Markdown that parses back to that text.

Only what a reader of Markdown would change is escaped. The readers are those of CommonMark and GFM, Obsidian, and
pandoc's `markdown`, `gfm` and `commonmark_x`. A line end becomes a hard break, two of them a new paragraph. White space
that Markdown drops, and characters that editors hide or break lines at, become numeric entities. Three characters
become U+FFFD: NUL, unpaired surrogates, and a vertical tab at the beginning or end of a line.
"""

import re
from functools import lru_cache

_ENTITIES = r"\t\n\f\r\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
# One character first, and what must be around it after it: so the search skips ordinary text at once.
_MARKUP = re.compile(
    rf"[\\`*\[\]<~|^{{\"'&_:.@$=%#\-\u2018\u201c{_ENTITIES}](?:"
    rf"(?<=[\\`*\[\]<~|{_ENTITIES}])"
    r"|(?<=&)(?=\#?\w+;)"
    r"|(?<=_)(?:(?<!\w_)_*+|_*+(?!\w))"  # an underscore between letters is plain text
    r"|(?<=:)(?=//)|(?<=www\.)"  # GFM makes these links
    r"|(?<=@)(?=[\w{)]|\Z)"  # GFM: a mail address; pandoc: a citation, a numbered example
    r"|(?<=:)(?=:|(?:[0-9]*[A-Za-z_+-][\w+-]*|100|1234):)"  # GFM: an emoji; pandoc: a division; Dataview: a field
    r"|(?<=\$)(?:(?<!\S[ ]\$)(?<!\n\$)|(?=\$))"  # the end of a formula, so that none begins: `costs $5` needs no escape
    r"|(?<=[\^{])"  # pandoc: superscript, inline footnote, attributes; Obsidian: the name of a block
    r"|(?<==)(?:(?==)|(?<===))|(?<=%)(?:(?=%)|(?<=%%))"  # Obsidian: highlighted, hidden
    r"|(?<=\#)(?<![\w&]\#)(?=[\w/-]*[^\W\d])"  # Obsidian: a tag
    r"|(?<=[\"'])|(?<=--)|(?<=\.\.\.)"  # pandoc: curly quotes, dashes, an ellipsis
    r"|(?<=\.)(?=[ ])(?<![^\W_]{6}\.)"  # pandoc: an abbreviation, which has five letters at most
    r"|(?<=\u2018)(?:(?!.{0,999}?\S\u2019(?!\w))|(?=\u2019))|(?<=\u201c)(?!.{0,999}?\S\u201d))"  # … unpaired marks
)
_ABBREVIATION = re.compile(
    r"(?:.*[\W_])?(?:aet|aetat|al|Apr|Aug|bk|Bros|c|Capt|cf|ch|chap|chs|Co|col|Corp|cp|d|Dec|Dr|e\.g|eds?|esp|f|fasc|Feb|ff"
    r"|fig|fl|fols?|Fr|Gen|Gov|Hon|i\.e|ill|Inc|incl|Jan|Jr|Jul|Jun|Ltd|M\.A|M\.D|Mar|Mrs?|Ms|n|n\.b|nn|No|Nov|Oct|pp?"
    r"|Ph\.D|Pres|Prof|pt|q\.v|Rep|Rev|s\.vv?|saec|sec|Sen|Sept?|Sgt|Sr|St|univ|viz|vol|vs)",
    re.DOTALL,
)
"""The end of a text after which pandoc turns `. ` into a dot and a no-break space."""
_AS_ENTITY = re.compile(rf"[\u2018\u201c{_ENTITIES}]")
_BLOCK_START = re.compile(
    r"(?:\#{1,6}(?=[ \t]|$)|>|[-+=](?!\w)|:)"
    r"|(\(?(?:[0-9]{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|\#))(?=[.)](?:\s|$))"  # the number of a list's item
)
_CLOSING_HASHES = re.compile(r"\#+$")
_UNREPRESENTABLE = re.compile(r"[\x00\ud800-\udfff]|(?m:^\v|\v$)")
_LINE_ENDS = re.compile(r"(\n+)")


@lru_cache(maxsize=4096)  # kinds, speakers and propositions repeat in every record
def inline(text: str) -> str:
    """Return text as Markdown to put inside a line, not at its beginning."""
    return _escape_inline(text)


def _escape_inline(text: str) -> str:
    """Escape text for the inside of a line, without keeping it."""
    if not text.isprintable():
        text = _UNREPRESENTABLE.sub("\ufffd", text)
    escaped = _MARKUP.sub(_escape, text).replace(" \u201d", "&#32;\u201d")  # pandoc drops a space there
    if text.strip() == text:
        return escaped
    return re.sub(r"^\s|\s$", _entity, escaped)


def line(text: str) -> str:
    """Return text as Markdown for a heading."""
    return _CLOSING_HASHES.sub(_escape, inline(text))


def cell(text: str) -> str:
    """Return text as Markdown for a cell of a GFM table."""
    return inline(text).replace("\\|", "&#124;")


def paragraphs(text: str) -> str:
    """Return text of any number of lines as paragraphs with hard line breaks."""
    if "\n" not in text:
        return _escape_block_start(_escape_inline(text))
    core = text.strip("\n")
    if not core:
        return "&#10;" * len(text)
    leading = len(text) - len(text.lstrip("\n"))
    trailing = len(text) - leading - len(core)
    pieces = _LINE_ENDS.split(core)
    markdown = "&#10;" * leading + _escape_block_start(_escape_inline(pieces[0]))
    for line_ends, row in zip(pieces[1::2], pieces[2::2], strict=True):
        markdown += _break(len(line_ends)) + _escape_block_start(_escape_inline(row))
    return markdown + "&#10;" * trailing


def block_quote(text: str) -> str:
    """Return text as a block quote."""
    return quote_block(paragraphs(text))


def quote_block(block: str) -> str:
    """Return a block with `>` before each of its lines."""
    return _prefix_lines(block, "> ")


def indent_block(block: str) -> str:
    """Return a block as part of a list item, four columns to the right."""
    return _prefix_lines(block, "    ")


def _prefix_lines(block: str, prefix: str) -> str:
    if "\n\n" not in f"\n{block}\n":
        return prefix + block.replace("\n", f"\n{prefix}")
    return "\n".join([prefix + row if row else prefix.rstrip() for row in block.split("\n")])


def _break(line_ends: int) -> str:
    return "\\\n" if line_ends == 1 else "\n\n" + "&#10;" * (line_ends - 2)


def _escape(match: re.Match[str]) -> str:
    markup = match[0]
    if markup == ".":
        return r"\." if _is_markup_dot(match.string, match.end()) else "."
    return _entity(match) if _AS_ENTITY.match(markup) else "\\" + "\\".join(markup)


def _is_markup_dot(text: str, end: int) -> bool:
    """Return whether the dot before `end` is more than the end of a sentence."""
    if not text.startswith(" ", end) or text.endswith(("...", "www."), 0, end):
        return True
    return _ABBREVIATION.fullmatch(text, max(0, end - 7), end - 1) is not None


def _entity(match: re.Match[str]) -> str:
    character = match[0]
    # No entity can name a control character, and parsers keep those that are not CommonMark's white space.
    return f"&#{ord(character)};" if character not in "\x0b\x1c\x1d\x1e\x1f\x85" else character


def _escape_block_start(markdown: str) -> str:
    start = _BLOCK_START.match(markdown)
    if not start:
        return markdown
    number = start[1] or ""
    return f"{number}\\{markdown[len(number) :]}"


def address(text: str) -> str:
    """Return a web address as a link, and other text escaped."""
    plain = text.isascii() and text.startswith(("http://", "https://")) and not set(text) & set("<> \t\n\\")
    return f"<{text}>" if plain and text.isprintable() else inline(text)
