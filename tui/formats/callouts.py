"""Read the callouts of a Markdown note, as Obsidian writes them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby

_HEAD = re.compile(r"\[!([^\]|]+)(?:\|[^\]]*)?\][+-]?[ \t]*(.*)")
_BLOCK_ID = re.compile(r"(?:^|\s)\^([\w-]+)\s*$")
_PROPERTY = re.compile(r"([\w-]+):[ \t]*(.*)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,31});)")
_DEPTH = 3
"""How deep callouts are read in callouts."""


@dataclass(frozen=True, slots=True)
class Callout:
    """A callout, with the blocks that are in it."""

    type: str
    head: str
    """The rest of its first line."""
    blocks: tuple[str, ...]
    """Its paragraphs, as Markdown. A block quote has `>` before each line."""
    nested: tuple["Callout", ...]
    block_id: str = ""


def properties_of(text: str) -> Mapping[str, str]:
    """Return the properties of a note that are one text, such as `url`."""
    head, separator, _ = text.removeprefix("---\n").partition("\n---")
    if not text.startswith("---\n") or not separator:
        return {}
    matches = (_PROPERTY.fullmatch(row) for row in head.split("\n"))
    return {match[1].lower(): _value(match[2].strip()) for match in matches if match}


def _value(written: str) -> str:
    try:
        value = json.loads(written)
    except ValueError:
        return written.strip("'")
    return value if isinstance(value, str) else written


def callouts_of(text: str) -> Iterator[Callout]:
    """Yield the callouts of a note, each with its block id."""
    return _callouts(text.splitlines(), 0)


def _callouts(rows: Sequence[str], depth: int) -> Iterator[Callout]:
    groups = [(is_quoted, list(group)) for is_quoted, group in groupby(rows, lambda row: row.startswith(">"))]
    for number, (is_quoted, group) in enumerate(groups):
        following = groups[number + 1][1] if number + 1 < len(groups) else []
        content = [row[1:].removeprefix(" ") for row in group]
        head = _HEAD.fullmatch(content[0].strip()) if is_quoted else None
        if head:
            yield _callout(head, content[1:], following, depth)


def _callout(head: re.Match[str], rows: list[str], following: list[str], depth: int) -> Callout:
    block_id = _BLOCK_ID.search(next((row for row in following if row.strip()), ""))
    if rows and not block_id and (block_id := _BLOCK_ID.search(rows[-1])):
        rows[-1] = rows[-1][: block_id.start()]
    paragraphs = ["\n".join(group) for is_text, group in groupby(rows, lambda row: bool(row.strip())) if is_text]
    blocks = [block for block in paragraphs if not (block.startswith(">") and "[!" in block.partition("\n")[0])]
    nested = tuple(_callouts(rows, depth + 1)) if depth < _DEPTH else ()
    return Callout(head[1].strip().lower(), head[2], tuple(blocks), nested, block_id[1] if block_id else "")


def plain_text(block: str) -> str:
    r"""Return the text of a paragraph or a block quote.

    `plain_text("> a\\*b")` is `"a*b"`.
    """
    rows = [row[1:].removeprefix(" ") if row.startswith(">") else row for row in block.split("\n")]
    return inline_text("\n".join(rows))


def inline_text(markdown: str) -> str:
    """Return the text of Markdown that is inside a line."""
    text = re.sub(r"\\?\n[ \t]*", lambda end: "\n" if end[0][0] == "\\" else " ", markdown.strip())
    return _ESCAPED.sub(lambda match: match[1] or unescape(match[2]), text)
