"""Print results, messages and progress."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

import click

from tui.errors import UsageError
from tui.formats.json_text import json_pieces
from tui.formats.plain.page import Page
from tui.layout.glyphs import glyphs_for
from tui.layout.visible import make_visible
from tui.model import Problem, Severity
from tui.terminal.capabilities import shows_unicode

PIPE_WIDTH = 80
_LINES_AT_ONCE = 100
"""Writing each line by itself takes a twentieth of the time of listing 100,000 records."""
_MANY_ARTICLES = 200
_MANY_RECORDS = 10_000
"""Fewer are written before anybody could see a progress bar."""


def output_page(width: int | None = None, *, ascii_only: bool = False) -> Page:
    """Return a page for stdout: `width` or the terminal's, in cells."""
    return Page(max(width or stdout_width(), 20), glyphs_for(ascii_only=ascii_only or not shows_unicode()))


def stdout_width() -> int:
    """Return the terminal's width in cells, or 80 for a pipe."""
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if sys.stdout.isatty() else PIPE_WIDTH


def require_stdout() -> None:
    """Raise OSError if stdout is closed, before something is saved."""
    sys.stdout.write("")


def print_message(message: str) -> None:
    """Print a line to stderr, without control characters."""
    click.echo(make_visible(message), err=True)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines without control characters to stdout."""
    # Not with `click.echo`, which flushes each line and writes UTF-8 to an ASCII stdout.
    rest = iter(lines)
    while chunk := [*islice(rest, _LINES_AT_ONCE)]:
        sys.stdout.write("\n".join((*chunk, "")))


def print_json(shape: object) -> None:
    """Print JSON to stdout, in ASCII if its encoding lacks Unicode."""
    sys.stdout.writelines(json_pieces(shape, ascii_only=not shows_unicode()))


def print_document(pieces: Iterable[str]) -> None:
    """Print a document piece by piece, visible to a terminal, raw to a pipe."""
    visible = sys.stdout.isatty()
    for piece in pieces:
        sys.stdout.write(make_visible(piece, keep_newlines=True) if visible else piece)


def require_pipe() -> None:
    """Raise UsageError if stdout is a terminal, for what is no text."""
    if sys.stdout.isatty():
        raise UsageError("this format is a ZIP archive, which a terminal cannot show; name a file with -o")


def print_bytes(content: bytes) -> None:
    """Print a file that is no text, or raise OSError if stdout is closed."""
    require_stdout()
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def file_name(path: Path) -> str:
    """Return a path relative to the current folder if it is inside it."""
    try:
        folder = os.getcwd()  # noqa: PTH109 - Path.cwd takes longer, and this runs for each record
    except FileNotFoundError:  # it was deleted
        return str(path)
    return _name_from(folder, path)


@lru_cache(maxsize=64)
def _name_from(folder: str, path: Path) -> str:
    try:
        return str(path.absolute().relative_to(folder))
    except ValueError:
        return str(path)


def problem_line(problem: Problem) -> str:
    """Return a problem as `file:line:column: message`."""
    position = ":".join(str(part) for part in (file_name(problem.file), problem.line, problem.column) if part)
    warning = "warning: " if problem.severity is Severity.WARNING else ""
    return f"{position}: {warning}{problem.message}"


def with_progress(ids: tuple[str, ...]) -> Iterator[str]:
    """Yield ids, with a progress bar on a terminal if they are many."""
    if len(ids) < _MANY_ARTICLES or not sys.stderr.isatty():
        yield from ids
        return
    with click.progressbar(ids, label="Reading articles", file=sys.stderr) as progress:
        yield from progress


def with_record_progress(pieces: Iterable[str], records: int) -> Iterator[str]:
    """Yield pieces, with a progress bar on a terminal if records are many."""
    if records < _MANY_RECORDS or not sys.stderr.isatty():
        yield from pieces
        return
    with click.progressbar(length=records, label="Writing records", file=sys.stderr, update_min_steps=500) as progress:
        for piece in pieces:
            yield piece
            progress.update(1)
