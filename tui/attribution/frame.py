"""Where the content of a cue stands."""

from typing import NamedTuple


class Frame(NamedTuple):
    """The rule by which a cue has its content, and the content's tokens."""

    rule: str
    content: tuple[range, ...]
    source: range | None = None
    """The source, if it stands after the cue."""
