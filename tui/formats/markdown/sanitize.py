"""Active content, written out as text: HTML, and links that leave the web.

Markdown allows both, and viewers may run them. A note by somebody else must not run code in a browser.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_SAFE_TARGET = re.compile(r"https?://|mailto:|[^:]*(?:[/?#]|\Z)", re.IGNORECASE)
"""The web, a mail, or a file beside the document."""
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?!https?://|mailto:)", re.IGNORECASE)
_LINK = re.compile(r"\]\((?=\s*<?(?!https?://|mailto:)[^\s)>/?#]*[:&%\\])", re.IGNORECASE)
_DEFINITION = re.compile(r"\]:")
_CODE = frozenset({"code_inline", "code_block", "fence"})


def is_active(source: str) -> bool:
    """Return whether Markdown has HTML, definitions, or unsafe targets."""
    env: dict[str, object] = {}
    tokens = list(_flat(_parser().parse(source, env)))
    active = any(token.type.startswith("html_") or not _has_safe_target(token) for token in tokens)
    return active or bool(env.get("references"))


def neutralize(source: str) -> str | None:
    r"""Return Markdown with its active content as text: `<b>` becomes `\<b>`.

    Return None if that would change code.
    """
    if not is_active(source):
        return source
    escaped = _DEFINITION.sub(r"]\\:", _LINK.sub(r"]\\(", _TAG.sub(r"\\<", source)))
    return None if is_active(escaped) or code_in(escaped) != code_in(source) else escaped


def _has_safe_target(token: Token) -> bool:
    target = token.attrs.get("href", token.attrs.get("src"))
    return target is None or _SAFE_TARGET.match(str(target)) is not None


def code_in(source: str) -> list[str]:
    """Return the code in Markdown, without its marks."""
    return [token.content for token in _flat(_parser().parse(source)) if token.type in _CODE]


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    # Accept every target as a link, as other parsers do. The library documents this, but its types forbid it.
    setattr(parser, "validateLink", lambda _url: True)  # noqa: B010
    return parser
