"""Lists of names and tags as one line of text, and back; pure."""

from collections.abc import Iterable, Sequence

SEPARATOR = ";"
"""Between names: commas occur inside them."""


def join_names(words: Iterable[str]) -> str:
    """Return names or tags as a user edits them."""
    return f"{SEPARATOR} ".join(words)


def split_names(line: str) -> tuple[str, ...]:
    """Return the names or tags of a line, each once, in order."""
    return tuple(dict.fromkeys(part.strip() for part in line.split(SEPARATOR) if part.strip()))


def parse_names(line: str, before: Sequence[str]) -> tuple[str, ...]:
    """Return the names or tags of a line that began as those before; where it was not touched, they are the same.

    A name may hold what parts names: reading it again would tear it.
    """
    return tuple(before) if line.strip() == join_names(before).strip() else split_names(line)
