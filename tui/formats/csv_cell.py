"""Cells of CSV that no spreadsheet runs as a formula."""

import re
from collections.abc import Iterable

_ACTIVE = re.compile(r"\s*['=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""Spreadsheets run what begins with one of these, the wide forms among them, and hide a first apostrophe."""
_SEPARATOR = "; "
_NAME = re.compile(r"(?:\\.|[^\\;]|\\\Z)+", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\;])")


def safe_cell(text: str) -> str:
    """Return text as a cell, with an apostrophe before what might be run.

    `safe_cell("=1+1")` is `"'=1+1"`. To read it back, drop the first apostrophe of each cell that begins with one.
    """
    return f"'{text}" if _ACTIVE.match(text) else text


def plain_cell(cell: str) -> str:
    """Return the text of a cell, without the apostrophe of `safe_cell`.

    `plain_cell("'=1+1")` is `"=1+1"`, and `plain_cell("'tis")` stays.
    """
    return cell[1:] if cell.startswith("'") and (cell == "'" or _ACTIVE.match(cell[1:])) else cell


def list_cell(names: Iterable[str]) -> str:
    r"""Return names in one text, with a `\` before their own separators.

    `list_cell(("A", "B; C"))` is `"A; B\\; C"`.
    """
    return _SEPARATOR.join(name.replace("\\", "\\\\").replace(";", "\\;") for name in names)


def names_in(text: str) -> tuple[str, ...]:
    r"""Return the names that `list_cell` joined.

    `names_in("A; B\\; C")` is `("A", "B; C")`.
    """
    parts = _NAME.findall(text)
    names = (part if number == 0 else part.removeprefix(" ") for number, part in enumerate(parts))
    return tuple(_ESCAPED.sub(r"\1", name) for name in names if name.strip())
