"""Find what is styled inside a paragraph: emphasis, links, code, notes."""

import re
from collections.abc import Iterator

from tui.layout.markdown.emphasis import DelimiterRun, emphasis_spans
from tui.layout.markdown.spans import CODE, LINK, MARK, StyledSpan

_DESTINATION = r"(?:<[^<>\n]*+>|(?:[^\s()\\]|\\.|\([^\s()]*+\))*+)"
_LINK_TITLE = r"""(?:\s++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?"""
# What can run to the end of the paragraph has a limit, so that a hostile text takes no longer than another.
_TOKEN = re.compile(
    rf"""
      (?P<escape>\\(?=[!-/:-@\[-`{{-~]).)
    | (?P<code>(?<!`)(?P<ticks>`++).{{1,2000}}?(?<!`)(?P=ticks)(?!`))
    | `++
    | (?P<address><(?:[A-Za-z][A-Za-z0-9+.-]{{1,31}}:[^\s<>]*+ | [^\s<>@]++@[^\s<>]++)>)
    | (?P<mark><!--.{{0,2000}}?--> | </?[A-Za-z][^<>]*+> | \[\^[^\]\s]{{1,100}}\]:?)
    | (?P<open>!?\[)
    | (?P<close>\](?P<target>\(\s*+{_DESTINATION}{_LINK_TITLE}\s*+\) | \[[^\[\]]{{0,200}}\])?)
    | (?P<run>\*++ | _++ | (?<!~)~~(?!~))
    """,
    re.DOTALL | re.VERBOSE,
)


def inline_spans(text: str, start: int, end: int) -> Iterator[StyledSpan]:
    """Yield the styled parts of a paragraph between two code points.

    Of `a *b*` they are the two marks at 2 and 4, and the emphasis from 3 to 4.
    """
    brackets: list[re.Match[str]] = []
    runs: list[DelimiterRun] = []
    for token in _TOKEN.finditer(text, start, end):
        kind = token.lastgroup
        if kind == "open":
            brackets.append(token)
        elif kind == "run":
            runs.append(DelimiterRun(text, *token.span()))
        elif token["close"]:
            opening = brackets.pop() if brackets else None
            if opening and token["target"]:
                yield from _link(opening, token)
        else:
            yield from _plain_spans(token)
    yield from emphasis_spans(runs)


def _link(opening: re.Match[str], closing: re.Match[str]) -> Iterator[StyledSpan]:
    yield StyledSpan(*opening.span(), MARK)
    yield StyledSpan(opening.end(), closing.start(), LINK)
    yield StyledSpan(*closing.span(), MARK)


def _plain_spans(token: re.Match[str]) -> Iterator[StyledSpan]:
    """Yield the spans of a token that stands for itself."""
    start, end = token.span()
    if token["escape"]:
        yield StyledSpan(start, start + 1, MARK)
    elif token["code"]:
        inner_start, inner_end = start + len(token["ticks"]), end - len(token["ticks"])
        yield StyledSpan(start, inner_start, MARK)
        yield StyledSpan(inner_start, inner_end, CODE)
        yield StyledSpan(inner_end, end, MARK)
    elif token["address"]:
        yield StyledSpan(start, start + 1, MARK)
        yield StyledSpan(start + 1, end - 1, LINK)
        yield StyledSpan(end - 1, end, MARK)
    elif token["mark"]:
        yield StyledSpan(start, end, MARK)
