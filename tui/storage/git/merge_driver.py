"""Merge three files in the place of git's text merge."""

import subprocess
from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path

from tui.errors import RecordError
from tui.storage.git.file_merge import merge_texts
from tui.storage.git.parts import UnmergeableError
from tui.storage.yaml.document import decode_yaml, read_document

_MARKS_AT_MOST = 127
"""What `git merge-file` returns for as many conflicts or more; above are its errors."""


@dataclass(frozen=True, slots=True)
class DriverResult:
    """How a file was merged."""

    conflicts: int
    by_field: bool
    """False if it could only be merged as text, line by line."""
    is_read: bool = True
    """Whether the merged file can be read."""

    @property
    def status(self) -> int:
        """The exit status by which git knows whether there is a conflict."""
        return 1 if self.conflicts or not self.is_read else 0


def merge_files(base: Path, ours: Path, theirs: Path) -> DriverResult:
    """Merge `theirs` into the file `ours`, and return what is left to settle.

    What cannot be merged by field is merged by git as text. Raise OSError if a file cannot be read or written.
    """
    contents = [path.read_bytes() for path in (base, ours, theirs)]
    try:
        merged = merge_texts(*(decode_yaml(content, ours) for content in contents))
    except (UnmergeableError, RecordError):
        return _merge_as_text(base, ours, theirs)
    mark = BOM_UTF8 if contents[1].startswith(BOM_UTF8) else b""
    ours.write_bytes(mark + merged.text.encode())
    return DriverResult(merged.conflicts, by_field=True)


def _merge_as_text(base: Path, ours: Path, theirs: Path) -> DriverResult:
    readable = all(_is_readable(path) for path in (base, ours, theirs))
    names = [word for name in ("ours", "base", "theirs") for word in ("-L", name)]
    command = ["git", "merge-file", "-q", *names, "--", str(ours), str(base), str(theirs)]
    status = subprocess.run(command, check=False, capture_output=True).returncode  # noqa: S603 - paths after `--`
    if status > _MARKS_AT_MOST:
        return DriverResult(1, by_field=False, is_read=False)
    return DriverResult(status, by_field=False, is_read=readable and _is_readable(ours))


def _is_readable(path: Path) -> bool:
    try:
        document = read_document(path.read_bytes(), path)
    except RecordError:
        return False
    return document.complete and not document.faults
