"""Read the files that annotations are imported from."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tui.errors import FormatError
from tui.formats.foreign import ForeignDocument, ImportFile
from tui.formats.import_format import IMPORT_FORMATS, companion_suffix, import_format
from tui.model import Codebook
from tui.session.long_work import Watch
from tui.storage.files.real_path import is_folder
from tui.storage.files.source import read_regular_file

MAX_BYTES = 256 * 1024 * 1024
"""Of one file: some 100,000 annotations with their words."""


def import_paths(path: Path) -> Iterator[Path]:
    """Yield a file, or those in a folder with a known suffix, by name.

    In a folder with stand-off annotations those are all, and a table or a README beside them is none.
    """
    if not is_folder(path):
        yield path
        return
    suffixes = tuple(suffix for each in IMPORT_FORMATS.values() for suffix in each.suffixes)
    names = sorted(name for name in os.listdir(path) if name.lower().endswith(suffixes))  # noqa: PTH208 - sorted names are enough
    if not names:
        raise FormatError(f"has no file to import; there are {', '.join(dict.fromkeys(suffixes))}", path)
    stand_off = [name for name in names if companion_suffix(name)]
    yield from (path / name for name in stand_off or names)


def read_imports(
    paths: Iterable[Path], format_name: str, columns: Mapping[str, str], watch: Watch | None = None
) -> ForeignDocument:
    """Return what all files and folders hold together, or raise FormatError."""
    documents = []
    for path in (path for named in paths for path in import_paths(named)):
        if watch:
            watch(f"Reading {path.name} …")
        documents.append(read_import(path, format_name, columns))
    return ForeignDocument(
        tuple(annotation for document in documents for annotation in document.annotations),
        Codebook(
            {slug: each for document in documents for slug, each in document.codebook.propositions.items()},
            {name: each for document in documents for name, each in document.codebook.kinds.items()},
            {name: each for document in documents for name, each in document.codebook.speakers.items()},
            annotators={name: each for document in documents for name, each in document.codebook.annotators.items()},
        ),
    )


def read_import(path: Path, format_name: str = "", columns: Mapping[str, str] | None = None) -> ForeignDocument:
    """Return the annotations of a file, or raise FormatError.

    `columns` are those of a table that fields are in.
    """
    file = read_import_file(path, columns)
    try:
        chosen = import_format(file, format_name)
        if columns and chosen.name != "csv":
            raise FormatError(f"is {chosen.name}; --map is for the columns of CSV")
        return chosen.read(file)
    except FormatError as error:
        raise FormatError(error.message, path, error.line, error.column) from error
    except RecursionError as error:
        raise FormatError("is nested too deeply; flatten it", path) from error


def read_import_file(path: Path, columns: Mapping[str, str] | None = None) -> ImportFile:
    """Return a file's text, with that of the file which belongs to it."""
    suffix = companion_suffix(path.name)
    companion = _text(path.with_suffix(suffix)) if suffix else None
    text = _text(path)
    if text is None:
        raise FormatError("is not there; check its name", path)
    return ImportFile(path.name, text, companion, path.absolute().parent.name, columns or {})


def _text(path: Path) -> str | None:
    content = read_regular_file(path, MAX_BYTES, FormatError, "split it")
    if content is None:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(f"is not UTF-8 at byte {error.start}; convert it", path) from error
