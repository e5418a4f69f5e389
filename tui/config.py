"""The user's preferences, which `tui.storage` reads from the config file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

THEME_NAMES = ("dark", "light", "contrast", "terminal")
"""The names of Diptych's own themes."""


class Config(NamedTuple):
    """The user's preferences."""

    annotator: str = ""
    """The name to sign records with; empty for git's `user.name`, else the login name."""
    theme: str = ""
    """A theme's name; empty for the dark one, or what the terminal asks for."""
    ascii: bool = False
    """Whether to draw glyphs in ASCII."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Keys by the id of the binding that they replace."""
