"""Bodies that would reach beyond themselves, mended: by parsing them, so only where there is something to mend."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from tui.formats.markdown.sanitize import neutralized

_REFERENCE = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\](?:\[((?:\\.|[^\[\]\\])*)\])?(?!\()")
_FENCE = re.compile(r"^ *(`{3,}|~{3,})", re.MULTILINE)
_BACKTICKS = re.compile(r"`+")
_PROBE = "\n\nprobe\n"


def same_tokens(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Say whether two parses mean the same, wherever in a document they stand."""
    return list(map(_essence, one)) == list(map(_essence, other))


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the parser whose Markdown the exports are written for: CommonMark with tables."""
    return MarkdownIt("commonmark").enable("table")


def repaired(source: str) -> str:
    """Return `source` so that what follows it is not drawn into it, as its own source where that cannot be."""
    return _mended(source) or _as_source(source)


def _mended(source: str) -> str | None:
    defined = _without_definitions(source)
    harmless = None if defined is None else neutralized(defined)
    if harmless is None:
        return None
    return next((harmless + end for end in _endings(harmless) if _ends_by_itself(harmless + end)), None)


def _ends_by_itself(source: str) -> bool:
    env: dict[str, object] = {}
    with_probe = parser().parse(source + _PROBE, env)
    return not env.get("references") and same_tokens(
        with_probe, [*parser().parse(f"{source}\n"), *parser().parse(_PROBE)]
    )


def _endings(source: str) -> Iterable[str]:
    yield ""
    alone = parser().parse(source)
    for fence in dict.fromkeys(_FENCE.findall(source)):
        if same_tokens(parser().parse(f"{source}\n{fence}"), alone):
            yield f"\n{fence}"


def _without_definitions(source: str) -> str | None:
    env: dict[str, dict[str, dict[str, object]]] = {}
    tokens = parser().parse(source, env)
    found = env.get("references")
    if not found:
        return source

    def written_out(reference: re.Match[str]) -> str:
        known = found.get(normalizeReference(reference[2] or reference[1]))
        if known is None:
            return reference[0]
        return f"[{reference[1]}](<{known['href']}>{_title(str(known['title']))})"

    rows = source.split("\n")
    for first, last in (cast("list[int]", known["map"]) for known in found.values()):
        rows[first:last] = [""] * (last - first)
    repaired = _REFERENCE.sub(written_out, "\n".join(rows)).strip("\n")
    return repaired if same_tokens(parser().parse(repaired), tokens) else None


def _title(title: str) -> str:
    written = title.replace("\\", "\\\\").replace('"', '\\"')
    return f' "{written}"' if title else ""


def _as_source(source: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(source)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}markdown\n{source}\n{fence}"


def _essence(token: Token) -> tuple[object, ...]:
    children = tuple(map(_essence, token.children or ()))
    return token.type, token.tag, dict(token.attrs), token.markup, token.info, token.hidden, _said(token), children


def _said(token: Token) -> str:
    if token.type == "inline":
        return ""  # its source; the children say what it means
    # What is left open in a list takes the empty line after it along.
    return token.content.rstrip("\n") if token.type == "fence" else token.content
