"""What acts in a document instead of being read: HTML, and links that lead elsewhere than to the web.

Markdown lets both through, and what shows it may obey: a note of somebody else's must not run in one's browser.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_TO_THE_WEB = re.compile(r"https?://|mailto:|[^:]*(?:[/?#]|\Z)", re.IGNORECASE)
"""The web, a mail, or a place beside the document."""
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?!https?://|mailto:)", re.IGNORECASE)
_LINK = re.compile(r"\]\((?=\s*<?(?!https?://|mailto:)[^\s)>/?#]*[:&%\\])", re.IGNORECASE)
_DEFINITION = re.compile(r"\]:")


def is_active(source: str) -> bool:
    """Tell whether Markdown holds HTML, or a link or picture from elsewhere than the web."""
    env: dict[str, object] = {}
    tokens = list(_flat(_parser().parse(source, env)))
    return any(each.type.startswith("html_") or not _leads_to_the_web(each) for each in tokens) or bool(
        env.get("references")
    )


def neutralized(source: str) -> str | None:
    """Return Markdown where what acts is written out as text; None where that would change code."""
    if not is_active(source):
        return source
    written = _DEFINITION.sub(r"]\\:", _LINK.sub(r"]\\(", _TAG.sub(r"\\<", source)))
    return None if is_active(written) or _code(written) != _code(source) else written


def _leads_to_the_web(token: Token) -> bool:
    target = token.attrs.get("href", token.attrs.get("src"))
    return target is None or _TO_THE_WEB.match(str(target)) is not None


def _code(source: str) -> list[str]:
    return [each.content for each in _flat(_parser().parse(source)) if each.type in _CODE]


_CODE = frozenset({"code_inline", "code_block", "fence"})


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Return a parser that takes every address for a link: others do, too."""
    parser = MarkdownIt("commonmark").enable("table")
    setattr(parser, "validateLink", _any)  # noqa: B010 — as its documentation says to do it; its types do not allow it
    return parser


def _any(_url: str) -> bool:
    return True
