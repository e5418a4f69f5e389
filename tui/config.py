"""What the user prefers; read from the user's config file by `tui.storage`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Config(NamedTuple):
    """The user's preferences, each with a default that needs no file."""

    annotator: str = ""
    """The name to sign records with; empty means git's `user.name`, else the login name."""
    theme: str = ""
    """A theme's name; empty means the dark one, or what the terminal asks for."""
    ascii: bool = False
    """Whether to draw glyphs in ASCII."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Keys by the id of the binding they replace."""
