"""Cells of CSV that no spreadsheet runs as a formula."""

import re
from collections.abc import Iterable

_ACTIVE = re.compile(r"\s*['=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""Spreadsheets run what begins with one of these, the wide forms among them, and hide a first apostrophe."""
_SEPARATOR = "; "


def safe_cell(text: str) -> str:
    """Return text as a cell, with an apostrophe before what might be run.

    `safe_cell("=1+1")` is `"'=1+1"`. To read it back, drop the first apostrophe of each cell that begins with one.
    """
    return f"'{text}" if _ACTIVE.match(text) else text


def list_cell(names: Iterable[str]) -> str:
    r"""Return names in one text, with a `\` before their own separators.

    `list_cell(("A", "B; C"))` is `"A; B\\; C"`.
    """
    return _SEPARATOR.join(name.replace("\\", "\\\\").replace(";", "\\;") for name in names)
