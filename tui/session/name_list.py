"""Join names or tags into one line of text, and split it again."""

from collections.abc import Iterable, Sequence

SEPARATOR = ";"
"""Not a comma, which occurs in names."""


def join_names(names: Iterable[str]) -> str:
    """Return names or tags as the line that a user edits."""
    return f"{SEPARATOR} ".join(names)


def split_names(line: str) -> tuple[str, ...]:
    """Return the names or tags of a line, each once, in order."""
    return tuple(dict.fromkeys(part.strip() for part in line.split(SEPARATOR) if part.strip()))


def parse_names(line: str, before: Sequence[str]) -> tuple[str, ...]:
    """Return a line's names or tags, or `before` if the line is unchanged."""
    # A name may contain the separator, so splitting an unchanged line would break it.
    return tuple(before) if line.strip() == join_names(before).strip() else split_names(line)
