"""Text from outside as Markdown that parses back to that text.

Only what a reader of Markdown would change is escaped. The readers are those of CommonMark and GFM, Obsidian, and
pandoc's `markdown`, `gfm` and `commonmark_x`. A line end becomes a hard break, two of them a new paragraph. White space
that Markdown drops, and characters that editors hide or break lines at, become numeric entities. Three characters
become U+FFFD: NUL, unpaired surrogates, and a vertical tab at the beginning or end of a line.
"""

import re
from functools import lru_cache

INDENT = "    "
"""Before what is part of a list item."""
_ABBREVIATIONS = (
    r"[cdfnp]",
    r"al|bk|cf|ch|Co|cp|Dr|ed|ff|fl|Fr|Jr|Mr|Ms|nn|No|pp|pt|Sr|St|vs",
    r"aet|Apr|Aug|chs|col|Dec|e\.g|eds|esp|Feb|fig|fol|Gen|Gov|Hon|i\.e|ill|Inc|Jan|Jul|Jun|Ltd|M\.A|M\.D|Mar"
    r"|Mrs|n\.b|Nov|Oct|q\.v|Rep|Rev|s\.v|sec|Sen|Sep|Sgt|viz|vol",
    r"Bros|Capt|chap|Corp|fasc|fols|incl|Ph\.D|Pres|Prof|s\.vv|saec|Sept|univ",
    r"aetat",
)
"""Words after which pandoc turns `. ` into a dot and a no-break space, by length."""
_AFTER_ABBREVIATION = "|".join(rf"(?<=(?<![^\W_])(?:{words})\.)" for words in _ABBREVIATIONS)
_ENTITIES = "\t\n\f\r\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CASES = (
    rf"\.(?:(?=[ ])(?:{_AFTER_ABBREVIATION})|(?<=\.\.\.)|(?<=www\.))",  # pandoc; GFM makes a link of `www.`
    r"-(?<=--)",  # pandoc: a dash
    r"\u201c(?!.{1,1000}\u201d(?<=\S\u201d))",  # without its other mark
    r"\u2018(?:(?=\u2019)|(?!.{1,1000}\u2019(?<=\S\u2019)(?!\w)))",
    r":(?=//|:|(?:[0-9]*[A-Za-z_+-][\w+-]*|100|1234):)",  # GFM: a link, an emoji; pandoc: a division; Dataview: a field
    *map(re.escape, "\\`*[]<~|"),
    *map(re.escape, "\"'^{"),  # pandoc: curly quotes, superscript, footnotes, attributes; Obsidian: the name of a block
    *_ENTITIES,
    r"&(?=\#?\w+;)",
    r"_(?:(?<!\w_)_*+|_*+(?!\w))",  # an underscore between letters is plain text
    r"@(?=[\w{)]|\Z)",  # GFM: a mail address; pandoc: a citation, a numbered example
    r"\$(?:(?<!\S[ ]\$)(?<!\n\$)|(?=\$))",  # the end of a formula, so that none begins: `costs $5` needs no escape
    r"=(?:(?==)|(?<===))|%(?:(?=%)|(?<=%%))",  # Obsidian: highlighted, hidden
    r"\#(?<![\w&]\#)(?=[\w/-]*[^\W\d])",  # Obsidian: a tag
)
"""Each begins with a character, not with a class, so that the search skips ordinary text at once."""
_MARKUP = re.compile("|".join(_CASES))
_AS_ENTITY = {character: f"&#{ord(character)};" for character in f"\u2018\u201c{_ENTITIES}"}
_BLOCK_START = re.compile(
    r"(?:\#{1,6}(?=[ \t]|$)|>|[-+=](?!\w)|:)"
    r"|(\(?(?:[0-9]{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|\#))(?=[.)](?:\s|$))"  # the number of a list's item
)
_CLOSING_HASHES = re.compile(r"\#+$")
_UNREPRESENTABLE = re.compile(r"[\x00\ud800-\udfff]|(?m:^\v|\v$)")
_NEW_PARAGRAPH = re.compile(r"\n\n(?<=[^\n]\n\n)")


@lru_cache(maxsize=4096)  # kinds, speakers and propositions repeat in every record
def inline(text: str) -> str:
    """Return text as Markdown to put inside a line, not at its beginning."""
    return _escape_inline(text)


def _escape_inline(text: str) -> str:
    """Escape text for the inside of a line, without keeping it."""
    if not text.isprintable():
        text = _UNREPRESENTABLE.sub("\ufffd", text)
    escaped = _MARKUP.sub(_escape, text).replace(" \u201d", "&#32;\u201d")  # pandoc drops a space there
    return escaped if text.strip() == text else _keep_outer_spaces(escaped)


def line(text: str) -> str:
    """Return text as Markdown for a heading."""
    return _CLOSING_HASHES.sub(_escape, inline(text))


def cell(text: str) -> str:
    """Return text as Markdown for a cell of a GFM table."""
    return inline(text).replace("\\|", "&#124;")


def paragraphs(text: str) -> str:
    """Return text of any number of lines as paragraphs with hard line breaks."""
    return _prefixed_paragraphs(text, "")


def block_quote(text: str, indent: str = "") -> str:
    """Return text as a block quote, with an indent before each `>`."""
    return _prefixed_paragraphs(text, f"{indent}> ")


def quote_block(block: str) -> str:
    """Return a block with `>` before each of its lines."""
    return _prefix_lines(block, "> ")


def indent_block(block: str) -> str:
    """Return a block as part of a list item, four columns to the right."""
    return _prefix_lines(block, INDENT)


def _prefix_lines(block: str, prefix: str) -> str:
    if "\n\n" not in f"\n{block}\n":
        return prefix + block.replace("\n", f"\n{prefix}")
    return "\n".join([prefix + row if row else prefix.rstrip() for row in block.split("\n")])


def _prefixed_paragraphs(text: str, prefix: str) -> str:
    """Return text as paragraphs, with a prefix before each line."""
    if "\n" not in text:
        return prefix + _line_start(text)
    core = text.rstrip("\n")
    hard_break = f"\\\n{prefix}"
    paragraphs = [_paragraph(paragraph, hard_break) for paragraph in _NEW_PARAGRAPH.split(core)]
    return prefix + f"\n{prefix.rstrip()}\n{prefix}".join(paragraphs) + "&#10;" * (len(text) - len(core))


def _paragraph(text: str, hard_break: str) -> str:
    """Return a paragraph, in which line ends before its first line are text."""
    if "\n" not in text:
        return _line_start(text)
    core = text.lstrip("\n")
    return "&#10;" * (len(text) - len(core)) + hard_break.join(map(_line_start, core.split("\n")))


def _line_start(text: str) -> str:
    """Escape text for its own line."""
    markdown = _escape_inline(text)
    start = _BLOCK_START.match(markdown)
    if not start:
        return markdown
    number = start[1] or ""
    return f"{number}\\{markdown[len(number) :]}"


def _escape(match: re.Match[str]) -> str:
    markup = match[0]
    return _AS_ENTITY.get(markup) or "\\" + "\\".join(markup)


def _keep_outer_spaces(markdown: str) -> str:
    if markdown[0].isspace():
        markdown = _space_entity(markdown[0]) + markdown[1:]
    if markdown[-1].isspace():
        markdown = markdown[:-1] + _space_entity(markdown[-1])
    return markdown


def _space_entity(space: str) -> str:
    # No entity can name a control character, and parsers keep those that are not CommonMark's white space.
    return f"&#{ord(space)};" if space not in "\x0b\x1c\x1d\x1e\x1f\x85" else space


def address(text: str) -> str:
    """Return a web address as a link, and other text escaped."""
    plain = text.isascii() and text.startswith(("http://", "https://")) and not set(text) & set("<> \t\n\\")
    return f"<{text}>" if plain and text.isprintable() else inline(text)
