"""Where a record stands on disk at this moment, and whether it is still the one that was read."""

from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path

from tui.errors import ConflictError, RecordError, SaveError
from tui.model import Codebook, Record
from tui.storage.files.atomic import fingerprint, read_if_exists
from tui.storage.files.os_calls import OsCalls
from tui.storage.files.utf8 import has_byte_order_mark
from tui.storage.records.list_edits import item_id
from tui.storage.records.record_reader import RecordContext, read_record
from tui.storage.records.schema import RECORDS_KEY
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.document import Document, read_document
from tui.storage.yaml.nodes import Mapping, Sequence

ANY_NAME = Codebook(complete=False)
"""Saving holds no unknown name against a record: the form asks for it, and `check` tells."""


class RecordConflict(ConflictError):  # noqa: N818 — it says what there is, as its parent does
    """The record was changed or deleted by somebody else since it was read; nothing was written."""

    def __init__(self, message: str, file: Path, current: Record | None = None) -> None:
        super().__init__(message, file)
        self.current = current
        """The record as it is on disk now, or None where it is gone or cannot be read."""


@dataclass(frozen=True)
class RecordFile:
    """A file of records, as it is on disk."""

    path: Path
    content: bytes
    document: Document

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of its bytes."""
        return fingerprint(self.content)

    def with_text(self, text: str) -> bytes:
        """Return the bytes of the file with another text, behind its byte order mark if it has one."""
        mark = BOM_UTF8 if has_byte_order_mark(self.content) else b""
        return mark + text.encode()


@dataclass(frozen=True)
class LocatedRecord:
    """A record at its place in a file."""

    file: RecordFile
    mapping: Mapping
    index: int
    """Its position in the list, from 0; 0 too in a file of its own."""
    record: Record


def read_record_file(path: Path, os_calls: OsCalls) -> RecordFile | None:
    """Return a file of records, or None where there is none; raises SaveError where it cannot be edited safely."""
    content = read_if_exists(path, os_calls)
    if content is None:
        return None
    return parse_file(path, content)


def parse_file(path: Path, content: bytes) -> RecordFile:
    """Return the file that these bytes make; raises SaveError where they cannot be edited safely."""
    try:
        document = read_document(content, path)
    except RecordError as error:
        raise SaveError(f"{error.line}:{error.column}: {error.message}; nothing was written", path) from error
    if not document.complete:
        line, column = document.line_column(document.faults[-1].offset)
        wrong = f"mend line {line}, column {column} first ({document.faults[-1].message}); nothing was written"
        raise SaveError(wrong, path)
    return RecordFile(path, content, document)


def locate(record: Record, os_calls: OsCalls) -> LocatedRecord:
    """Return where a record stands; raises RecordConflict where it is gone or no longer what was read."""
    file = read_record_file(record.file, os_calls)
    candidates = _candidates(file, record) if file else []
    named = [each for each in candidates if each.record.annotation.id == record.annotation.id]
    for standing in named:
        if standing.record.digest == record.digest:
            return standing
    if named:
        raise RecordConflict("was changed by somebody else since it was read", record.file, named[0].record)
    raise RecordConflict("is no longer there: somebody else deleted it, or its file is damaged", record.file)


def located_record(file: RecordFile, mapping: Mapping, index: int, record: Record) -> LocatedRecord | None:
    """Return the record that a mapping of the file holds, or None where it breaks the format."""
    context = RecordContext(ANY_NAME, record.annotation.article, record.in_list)
    found = read_record(mapping, Diagnostics(file.document), context)
    return LocatedRecord(file, mapping, index, found) if found else None


def _candidates(file: RecordFile, record: Record) -> list[LocatedRecord]:
    root = file.document.root
    if not isinstance(root, Mapping):
        return []
    mappings = _listed(root) if record.in_list else [(0, root)]
    name = record.annotation.id
    found = (located_record(file, each, i, record) for i, each in mappings if item_id(each) == name)
    return [standing for standing in found if standing]


def _listed(root: Mapping) -> list[tuple[int, Mapping]]:
    listed = root.get(RECORDS_KEY)
    if not isinstance(listed, Sequence):
        return []
    return [(index, item) for index, item in enumerate(listed.items) if isinstance(item, Mapping)]
