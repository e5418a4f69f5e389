"""The order in which people expect names."""

import re

from tui.analysis.folding import fold

_NUMBER = re.compile(r"(\d+)")


def natural_key(name: str) -> tuple[list[str | int], str]:
    """Return a sort key: `day2` is before `Day10`, `ärzte` before `Zeit`.

    Case and accents are ignored; names that differ in nothing else are sorted by code point.
    """
    # Text and numbers alternate, so that each is compared with its like.
    parts: list[str | int] = [*_NUMBER.split(fold(name))]
    parts[1::2] = map(int, parts[1::2])
    return parts, name
