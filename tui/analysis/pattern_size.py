"""How much work compiling a regular expression is, before it is compiled.

The matcher has a time limit, but what prepares a search has none and lets no other thread run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.errors import UsageError

MAX_UNROLLED = 20_000
"""Parts that counted repeats add to a pattern when `regex` writes them out: `(ab{3}){2}` becomes 10 parts, 7 more."""
MAX_LITERAL = 250
"""Characters that match in a row; `regex` needs too long to prepare the search for more."""
_TOKEN = re.compile(
    r"""
    \\.                                     # an escaped character
    | \[ \^? \]? (?: \\. | [^\]\\] )* \]    # a set
    | \(\?\# [^)]* \)                       # a comment
    | \{ (?P<least> \d+ ) (?: ,\d* )? \}    # a counted repeat
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_ENDS_LITERAL = frozenset(".*+|")


def check_size(pattern: str) -> None:
    """Raise UsageError if a valid pattern takes too long to compile."""
    if _parts_added(pattern) > MAX_UNROLLED:
        raise UsageError("the pattern repeats too much; write smaller numbers in { }")
    if _longest_literal(pattern) > MAX_LITERAL:
        raise UsageError(f"the pattern is too long; write at most {MAX_LITERAL} characters without | . * or +")


def _parts_added(pattern: str) -> int:
    """Return how many parts writing out the repeats adds."""
    groups, last, written = [0], 0, 0
    for token in _TOKEN.finditer(pattern):
        if token[0] == "(":
            groups.append(0)
        elif token[0] == ")" and len(groups) > 1:
            last = groups.pop() + 1
            written += 1
            groups[-1] += last
        elif token["least"]:
            repeated = last * max(int(token["least"]), 1)
            groups[-1] += repeated - last
            last = repeated
        elif not _is_skipped(token[0]):
            groups[-1] += 1
            written += 1
            last = 1
    return sum(groups) - written


def _is_skipped(token: str) -> bool:
    """Whether a token can stand between a part and its repeat."""
    return token.isspace() or token.startswith("(?#")


def _longest_literal(pattern: str) -> int:
    """Return an upper bound of the characters matched in a row."""
    return max(_literal_lengths(pattern), default=0)


def _literal_lengths(pattern: str) -> Iterator[int]:
    length = 0
    for token in _TOKEN.finditer(pattern):
        length = 0 if token[0] in _ENDS_LITERAL else length + 1
        yield length
