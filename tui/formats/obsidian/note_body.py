"""Bodies in a note of Obsidian, whose plugins run more than Markdown does."""

import re

from tui.formats.markdown.body import isolate_body
from tui.formats.markdown.repair import fenced_source

_RUNS = re.compile(
    r"^[ \t>*+-]*(?:`{3,}|~{3,})\s*\{?[^\S\n]*(?:dataview|tasks|query|templater|js|run-)|`\s*\$?=|<%|!\[\[",
    re.MULTILINE | re.IGNORECASE,
)
"""Queries, scripts of plugins, and embedded notes."""


def runs_something(markdown: str) -> bool:
    """Return whether a plugin would run or embed something in it."""
    return _RUNS.search(markdown) is not None


def note_body(body: str) -> str:
    """Return a body that runs nothing and embeds nothing.

    One that would is shown as its source.
    """
    isolated = isolate_body(body)
    return fenced_source(isolated) if runs_something(isolated) else isolated
