"""Find front matter: `---` and YAML, or `+++` and TOML."""

import re
from typing import NamedTuple

HEAD = 16_384
"""Code points in which front matter ends."""

_FENCES = frozenset({"---", "+++"})
# Compiled when a text begins with a fence, as few do.
_YAML = r"(?ms)---[ \t]*\n(?P<source>.*?)^(?:---|\.\.\.)[ \t]*$"
_TOML = r"(?ms)\+\+\+[ \t]*\n(?P<source>.*?)^\+\+\+[ \t]*$"
_TOML_LINE = r"""["'\w.-]+[ \t]*=|\["""
# Each line that is not indented: prose between two rules is none of it.
_YAML_LINE = r"""[ \t#}\]]|-(?:[ \t]|$)|$|["']?[^\W\d][\w .-]*+["']?[ \t]*+:(?:[ \t]|$)"""


class FrontMatter(NamedTuple):
    """The front matter of a text, in code points, with its fences."""

    start: int
    end: int
    source: str
    """What is between the fences."""
    is_toml: bool

    @property
    def line_count(self) -> int:
        """The number of its lines, with the fences."""
        return self.source.count("\n") + 2


def find_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of a text, or None if it has none.

    Of `---`, `title: A`, `---` it is the range from 0 to 16.
    """
    head = text[:HEAD]
    start = len(head) - len(head.lstrip())
    if head[start : start + 3] not in _FENCES:
        return None
    is_toml = head[start] == "+"
    match = re.compile(_TOML if is_toml else _YAML).match(head, start)
    if match is None or not _has_fields(match["source"], is_toml=is_toml):
        return None
    return FrontMatter(start, match.end(), match["source"], is_toml)


def _has_fields(source: str, *, is_toml: bool) -> bool:
    lines = [line for line in source.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    if not lines:
        return False
    if is_toml:
        return re.match(_TOML_LINE, lines[0]) is not None
    return lines[0][0] not in " \t-}]" and all(map(re.compile(_YAML_LINE).match, lines))
