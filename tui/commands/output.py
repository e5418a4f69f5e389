"""What the commands print on: width, encoding, and names of files as a person would say them."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from tui.formats.json_shapes import json_text
from tui.formats.plain.page import Page
from tui.layout.glyphs import glyphs_for
from tui.layout.visible import make_visible
from tui.terminal.capabilities import shows_unicode

PIPE_WIDTH = 80
_MANY = 200
_MANY_RECORDS = 10_000
"""Fewer are written before a bar could be looked at."""


def output_page(width: int | None = None, *, ascii_only: bool = False) -> Page:
    """Return the page that fits stdout: the terminal's width, and ASCII where it can show no more."""
    return Page(max(width or stdout_width(), 20), glyphs_for(ascii_only=ascii_only or not shows_unicode()))


def stdout_width() -> int:
    """Return the terminal's width in cells; a pipe gets 80."""
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if sys.stdout.isatty() else PIPE_WIDTH


def print_message(message: str) -> None:
    """Print talk, in one line on stderr, free of control characters."""
    click.echo(make_visible(message), err=True)


def print_lines(lines: Iterable[str]) -> None:
    """Print results line by line on stdout; they are already free of control characters.

    Not by `click.echo`: that flushes every line, and takes a stdout that knows only ASCII for a mistake.
    """
    for line in lines:
        sys.stdout.write(f"{line}\n")


def print_json(shape: object) -> None:
    """Print `shape` as JSON, in ASCII where stdout has no more."""
    sys.stdout.write(json_text(shape, ascii_only=not shows_unicode()))


def print_document(pieces: Iterable[str]) -> None:
    """Print a document as it is made: as it is for a pipe, but a terminal must not obey what stands in it."""
    visible = sys.stdout.isatty()
    for piece in pieces:
        sys.stdout.write(make_visible(piece, keep_newlines=True) if visible else piece)


def file_name(path: Path) -> str:
    """Return the name of a file: relative where it lies below the current folder, else absolute."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def with_progress(ids: tuple[str, ...]) -> Iterator[str]:
    """Yield ids, with progress on stderr where they are many and it is a terminal."""
    if len(ids) < _MANY or not sys.stderr.isatty():
        yield from ids
        return
    with click.progressbar(ids, label="Reading articles", file=sys.stderr) as progress:
        yield from progress


def with_record_progress(pieces: Iterable[str], records: int) -> Iterator[str]:
    """Yield the pieces of a document, with progress on stderr where its records are many and it is a terminal."""
    if records < _MANY_RECORDS or not sys.stderr.isatty():
        yield from pieces
        return
    with click.progressbar(length=records, label="Writing records", file=sys.stderr, update_min_steps=500) as progress:
        for piece in pieces:
            yield piece
            progress.update(1)
