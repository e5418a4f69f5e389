"""Locate a record on disk, and check that it is still what was read."""

from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path

from tui.errors import ConflictError, RecordError, SaveError
from tui.model import Codebook, Record
from tui.storage.files.atomic import fingerprint, read_if_exists
from tui.storage.files.os_calls import OsCalls
from tui.storage.records.list_edits import item_id, list_items
from tui.storage.records.record_reader import RecordContext, read_record
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.document import Document, read_document
from tui.storage.yaml.nodes import Mapping

ANY_NAME = Codebook(complete=False)
"""Saving accepts unknown names: the form asks for known ones, and `check` reports the others."""


class RecordConflict(ConflictError):  # noqa: N818 — named after what happened, as its base class is
    """Somebody else changed or deleted the record since it was read."""

    def __init__(self, message: str, file: Path, current: Record | None = None) -> None:
        super().__init__(message, file)
        self.current = current
        """The record on disk now, or None if it was deleted or cannot be read."""


@dataclass(frozen=True)
class RecordFile:
    """The content of a list file, of a record file, or of the codebook."""

    path: Path
    content: bytes
    document: Document

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.content)

    def with_text(self, text: str) -> bytes:
        """Return a text as bytes, with this file's byte order mark if any."""
        mark = BOM_UTF8 if self.content.startswith(BOM_UTF8) else b""
        return mark + text.encode()


@dataclass(frozen=True)
class LocatedRecord:
    """A record and its position in a file."""

    file: RecordFile
    mapping: Mapping
    index: int
    """In the list, from 0; also 0 in a record file."""
    record: Record


def read_record_file(path: Path, os_calls: OsCalls) -> RecordFile | None:
    """Return a file that can be edited if it exists, or raise SaveError."""
    content = read_if_exists(path, os_calls)
    if content is None:
        return None
    return parse_file(path, content)


def parse_file(path: Path, content: bytes) -> RecordFile:
    """Return a file that can be edited, or raise SaveError."""
    try:
        document = read_document(content, path)
    except RecordError as error:
        raise SaveError(f"{error.line}:{error.column}: {error.message}; nothing was written", path) from error
    if not document.complete:
        fault = document.faults[-1]
        line, column = document.line_column(fault.offset)
        raise SaveError(f"correct line {line}, column {column} first ({fault.message}); nothing was written", path)
    return RecordFile(path, content, document)


def locate(record: Record, os_calls: OsCalls) -> LocatedRecord:
    """Return a record in its file, or raise RecordConflict if it changed."""
    return locate_in(read_record_file(record.file, os_calls), record)


def locate_in(file: RecordFile | None, record: Record) -> LocatedRecord:
    """Return a record in a file that was read, or raise RecordConflict."""
    candidates = _with_same_id(file, record) if file else []
    for located in candidates:
        if located.record.digest == record.digest:
            return located
    if candidates:
        raise RecordConflict("was changed by somebody else since it was read", record.file, candidates[0].record)
    raise RecordConflict("is no longer there: somebody else deleted it, or its file is damaged", record.file)


def located_record(file: RecordFile, mapping: Mapping, index: int, old: Record) -> LocatedRecord | None:
    """Return the record in a mapping, or None if it breaks the format."""
    context = RecordContext(ANY_NAME, old.annotation.article, old.in_list)
    record = read_record(mapping, Diagnostics(file.document), context)
    return LocatedRecord(file, mapping, index, record) if record else None


def _with_same_id(file: RecordFile, record: Record) -> list[LocatedRecord]:
    root = file.document.root
    candidates = (
        located_record(file, node, index, record)
        for index, node in enumerate(list_items(root) if record.in_list else [root])
        if isinstance(node, Mapping) and item_id(node) == record.annotation.id
    )
    return [located for located in candidates if located]
