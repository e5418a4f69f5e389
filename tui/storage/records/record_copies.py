"""Find the copies of record files that sync programs and editors make."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from tui.errors import SaveError
from tui.model import Record
from tui.storage.files.os_calls import OS_CALLS
from tui.storage.files.source import SUFFIX
from tui.storage.files.sync_copies import copied_stem, without_prefix
from tui.storage.records.locate import located_record, read_record_file
from tui.storage.yaml.nodes import Mapping


def original_stem(stem: str, name: str) -> str:
    """Return the stem of a record's own file if this one is a copy's, or "".

    `name` is the record's id: `original_stem("ada.k3x9 (1)", "k3x9")` is `"ada.k3x9"`.
    """
    start, separator, _ = without_prefix(stem).partition(f".{name}")
    original = start + separator
    return copied_stem(stem, {original}) if name and original != stem else ""


def are_versions(own: str, other: str, name: str) -> bool:
    """Return whether files of these stems hold versions of one record."""
    return own in other or bool((original := original_stem(own, name)) and original == original_stem(other, name))


def record_copies(records: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """Yield each record that has a file to itself with each copy of it."""
    by_folder: defaultdict[Path, dict[str, Record]] = defaultdict(dict)
    for record in records:
        if not record.in_list:
            by_folder[record.file.parent][record.file.name] = record
    for folder, shown in by_folder.items():
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            if path.name not in shown:
                yield from _versions(path, shown.values())


def _versions(path: Path, shown: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    for record in shown:
        if are_versions(record.file.stem, path.stem, record.annotation.id) and (copy := _read(path, record)):
            yield record, copy


def _read(path: Path, record: Record) -> Record | None:
    """Return the record in a file if it has the id of another one."""
    with suppress(SaveError):
        file = read_record_file(path, OS_CALLS)
        if file and isinstance(file.document.root, Mapping):
            located = located_record(file, file.document.root, 0, record)
            if located and located.record.annotation.id == record.annotation.id:
                return located.record
    return None
