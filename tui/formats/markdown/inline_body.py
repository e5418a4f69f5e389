"""A body on one line, with its emphasis, code and links.

Its blocks are joined. The line is written from what a parser finds, never cut out of the source. So nothing in it is
left open, and it cannot affect what is beside it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.formats.markdown import escape
from tui.formats.markdown.body import isolate_body

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS = frozenset({"em_open", "em_close", "strong_open", "strong_close"})
_CODE_BLOCKS = frozenset({"fence", "code_block"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]
_PARTS = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def is_one_paragraph(body: str) -> bool:
    """Return whether a body is plain enough to be shown on one line."""
    return not body.strip() or [token.type for token in _tokens(body)] == _PARAGRAPH


@lru_cache(maxsize=1024)  # a reason is in several sections
def inline_body(body: str) -> str:
    r"""Return the text of a body as Markdown on one line, not at its beginning.

    `"See *this*:\n\n1. b"` becomes `"See *this*: b"`.
    """
    line = " ".join(filter(None, (part.strip() for part in _blocks(_tokens(body)))))
    return line if _text(_tokens(line)) == _text(_tokens(body)) else escape.inline(" ".join(body.split()))


def _tokens(source: str) -> "list[Token]":
    from tui.formats.markdown.repair import parser  # noqa: PLC0415 - few exports need a parser of Markdown

    return parser().parse(isolate_body(source))


def _blocks(tokens: "Iterable[Token]") -> Iterator[str]:
    for token in tokens:
        if token.type in _CODE_BLOCKS:
            yield _code(token.content)
        elif token.type == "inline":
            yield "".join(_inline_parts(token.children or ()))


def _inline_parts(tokens: "Iterable[Token]") -> Iterator[str]:
    href = ""
    for token in tokens:
        if token.type in _MARKS:
            yield token.markup
        elif token.type == "code_inline":
            yield _code(token.content)
        elif token.type == "link_open":
            href = str(token.attrs["href"])
            yield "["
        elif token.type == "link_close":
            yield f"](<{href}>)"
        else:
            yield " " if token.type in _BREAKS else _plain(token.content)


def _plain(text: str) -> str:
    """Return text as Markdown, with the spaces around it."""
    match = _PARTS.fullmatch(text)
    before, words, after = match.groups() if match else ("", text, "")
    return f"{' ' if before else ''}{escape.inline(words)}{' ' if after else ''}"


def _code(content: str) -> str:
    words = " ".join(content.split())
    ticks = "`" * (max((len(run) for run in re.findall("`+", words)), default=0) + 1)
    return f"{ticks} {words} {ticks}" if "`" in words else f"{ticks}{words}{ticks}" if words else ""


def _text(tokens: "Iterable[Token]") -> str:
    """Return the words of tokens, with the marks and links around them."""
    return "".join(_words(tokens))


def _words(tokens: "Iterable[Token]") -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _words(token.children or ())
        elif token.type in _MARKS or token.type.startswith("link_"):
            yield f"<{token.type}{token.attrs.get('href', '')}>"
        else:
            yield "".join(token.content.split())
