"""The repair of bodies that would affect the text after them.

It parses a body several times, so only the bodies that may need it get here.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from tui.formats.markdown.extensions import disarm_extensions
from tui.formats.markdown.sanitize import code_in, neutralize

_REFERENCE = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\](?:\[((?:\\.|[^\[\]\\])*)\])?(?!\()")
_FENCE = re.compile(r"^ *(`{3,}|~{3,})", re.MULTILINE)
_BACKTICKS = re.compile(r"`+")
_PROBE = "\n\nprobe\n"


def same_tokens(tokens: Sequence[Token], others: Sequence[Token]) -> bool:
    """Return whether two parses mean the same, wherever they are."""
    return list(map(_meaning, tokens)) == list(map(_meaning, others))


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the exports' parser: CommonMark with tables."""
    return MarkdownIt("commonmark").enable("table")


def repair_body(source: str) -> str:
    """Return a body that ends where it ends, else its source in a fence."""
    return _repair(source) or fenced_source(source)


def inline_definitions(source: str) -> str | None:
    r"""Return Markdown with its link definitions written into the links.

    `[a]\n\n[a]: b` becomes `[a](<b>)`. Return None if that would change what it means.
    """
    env: dict[str, dict[str, dict[str, object]]] = {}
    tokens = parser().parse(source, env)
    definitions = env.get("references")
    if not definitions:
        return source

    def inline_link(reference: re.Match[str]) -> str:
        definition = definitions.get(normalizeReference(reference[2] or reference[1]))
        if definition is None:
            return reference[0]
        return f"[{reference[1]}](<{definition['href']}>{_title(str(definition['title']))})"

    rows = source.split("\n")
    for first, last in (cast("list[int]", definition["map"]) for definition in definitions.values()):
        rows[first:last] = [""] * (last - first)
    inlined = _REFERENCE.sub(inline_link, "\n".join(rows)).strip("\n")
    return inlined if same_tokens(parser().parse(inlined), tokens) else None


def fenced_source(source: str) -> str:
    """Return Markdown as code that shows its source."""
    longest = max((len(run) for run in _BACKTICKS.findall(source)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}markdown\n{source}\n{fence}"


def _repair(source: str) -> str | None:
    disarmed = disarm_extensions(source, parser())
    inlined = inline_definitions(disarmed) if code_in(disarmed) == code_in(source) else None
    safe = None if inlined is None else neutralize(inlined)
    if safe is None:
        return None
    return next((safe + end for end in _possible_ends(safe) if _is_closed(safe + end)), None)


def _is_closed(source: str) -> bool:
    env: dict[str, object] = {}
    with_probe = parser().parse(source + _PROBE, env)
    separate = (*parser().parse(f"{source}\n"), *parser().parse(_PROBE))
    return not env.get("references") and same_tokens(with_probe, separate)


def _possible_ends(source: str) -> Iterator[str]:
    yield ""
    tokens = parser().parse(source)
    for fence in dict.fromkeys(_FENCE.findall(source)):
        if same_tokens(parser().parse(f"{source}\n{fence}"), tokens):
            yield f"\n{fence}"


def _title(title: str) -> str:
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f' "{escaped}"' if title else ""


def _meaning(token: Token) -> tuple[object, ...]:
    children = tuple(map(_meaning, token.children or ()))
    return token.type, token.tag, dict(token.attrs), token.markup, token.info, token.hidden, _content(token), children


def _content(token: Token) -> str:
    if token.type == "inline":
        return ""  # its source; the children have the meaning
    # An open fence in a list includes the empty line after it.
    return token.content.rstrip("\n") if token.type == "fence" else token.content
