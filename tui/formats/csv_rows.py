"""Read the rows of a CSV file, whichever program wrote it."""

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tui.errors import FormatError
from tui.formats.csv_cell import names_in, plain_cell
from tui.model import Annotation

_DELIMITERS = (",", ";", "\t")
"""Spreadsheets write a semicolon in countries with a decimal comma."""

_OFFSET_DIGITS = 12


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row by column."""

    number: int
    """As spreadsheets count: the head is 1."""
    cells: Mapping[str, str]
    line: int = field(default=0, compare=False)
    """The line on which it begins. A cell may have several."""

    def cell(self, column: str) -> str:
        """Return a text, or an empty one if there is no such column."""
        return self.cells.get(column, "")

    def offset(self, column: str) -> int | None:
        """Return a whole number from 0, or None."""
        cell = self.cell(column)
        return int(cell) if cell.isdecimal() and len(cell) <= _OFFSET_DIGITS else None


def row_annotation(row: CsvRow) -> Annotation:
    """Return what any table says alike, so without id, kind and times."""
    return Annotation(
        id="",
        kind="",
        speaker=names_in(row.cell("speaker")),
        speaker_words=row.cell("as"),
        via=names_in(row.cell("via")),
        about=row.cell("about"),
        cue=row.cell("cue"),
        hedge=row.cell("hedge"),
        body=row.cell("body"),
        annotator=row.cell("annotator"),
    )


def csv_rows(text: str) -> tuple[tuple[str, ...], list[CsvRow]]:
    """Return the columns and the rows that are not empty.

    Raise FormatError if a row does not fit the columns.
    """
    csv.field_size_limit(sys.maxsize)  # a body may be long
    (_, head), *rows = list(_with_lines(text)) or [(1, [])]
    columns = tuple(column.strip() for column in head)
    if not any(columns) or len(set(columns)) < len(columns):
        raise FormatError("needs a first row with a different name for each column")
    return columns, [_row(number, *row, columns) for number, row in enumerate(rows, start=2) if any(row[1])]


def _with_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise FormatError(f"is not CSV: {error}", None, reader.line_num) from error


def _row(number: int, line: int, cells: list[str], columns: tuple[str, ...]) -> CsvRow:
    if any(cells[len(columns) :]):
        message = f"has more cells in row {number} than columns; quote cells that hold a delimiter"
        raise FormatError(message, None, line)
    return CsvRow(number, dict(zip(columns, map(plain_cell, cells), strict=False)), line)


def _delimiter(text: str) -> str:
    """Return what divides the columns: what the first line has most of."""
    head = text.partition("\n")[0]
    return max(_DELIMITERS, key=head.count)
