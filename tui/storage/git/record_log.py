"""Read from git who changed a record, and when."""

import re
import shutil
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from pathlib import Path

from tui.errors import RecordError, UsageError, WorkspaceError
from tui.model.timestamp import instant
from tui.storage.files.git_repository import is_in_repository, run_git, run_git_bytes
from tui.storage.files.source import SIZE_LIMIT
from tui.storage.records.list_edits import item_id, list_items
from tui.storage.records.schema import RECORDS_KEY
from tui.storage.yaml.document import decode_yaml, parse
from tui.storage.yaml.merge_marks import open_conflicts
from tui.storage.yaml.nodes import Mapping, PlainValue, plain_values

Records = AnyMapping[str, "AnyMapping[str, PlainValue]"]
_FORMAT = "--format=%H%x00%P%x00%an%x00%aI%x00%s%x00"
"""No name or message can hold a NUL."""
_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_STATUS = re.compile(r"[A-Z]+[0-9]*")
_RENAMED = re.compile(r"[RC][0-9]+")


@dataclass(frozen=True, slots=True)
class CommittedChange:
    """What a commit did to a record."""

    commit: str
    author: str
    date: str
    """When the change was made, as in RFC 3339."""
    subject: str
    """The first line of the commit's message, with whatever is in it."""
    record: str
    """The record's id."""
    change: str
    """`added`, `changed` or `deleted`."""
    fields: tuple[str, ...]
    """Those that were changed."""
    annotator: str = ""
    """Who made the record, as it says."""


@dataclass(frozen=True, slots=True)
class _Commit:
    name: str
    parents: tuple[str, ...]
    author: str
    date: str
    subject: str
    files: tuple[tuple[str, str], ...]
    """The files that it changed, each with its path before."""


def require_history(folder: Path) -> None:
    """Raise an error if git cannot say who changed a folder's files."""
    if shutil.which("git") is None:
        raise UsageError("git is not installed, and only git knows who changed a record; install it")
    if not is_in_repository(folder):
        raise WorkspaceError("is in no git repository; begin one with diptych init --git", folder)


def record_changes(root: Path, paths: Sequence[Path], record: str = "") -> list[CommittedChange]:
    """Return the changes of the records in some files, the newest first.

    The paths are list files, record files or their folders. With `record`, only changes of the record of that id.
    """
    commits = [commit for path in paths for commit in _commits(root, path)]
    texts = _contents(root, [name for commit in commits for name in _versions(commit)])
    changes = [change for commit in commits for change in _changes(commit, texts)]
    wanted = [change for change in changes if record in ("", change.record)]
    return sorted(wanted, key=lambda change: instant(change.date), reverse=True)


def _commits(root: Path, path: Path) -> Iterator[_Commit]:
    """Yield the commits that changed a folder, or a file under any name."""
    options = ["-c", "log.showSignature=false", "log", "-c", "-z", "-M", "--name-status", _FORMAT]
    follow = [] if path.is_dir() else ["--follow"]
    output = run_git(root, *options, *follow, "--", str(path)).stdout
    words = [word.removeprefix("\n") for word in output.split("\0")]
    position = 0
    while position < len(words):
        if not _HASH.fullmatch(words[position]):
            position += 1
            continue
        name, parents, author, date, subject = words[position : position + 5]
        position += 5
        files = []
        while position < len(words) and not _HASH.fullmatch(words[position]):
            if _STATUS.fullmatch(words[position]):
                count = 2 if _RENAMED.fullmatch(words[position]) else 1
                files.append((words[position + count], words[position + 1]))
                position += count
            position += 1
        yield _Commit(name, tuple(parents.split()), author, date, subject, tuple(files))


def _versions(commit: _Commit) -> Iterator[str]:
    """Yield what a commit and its parents call the files, as `commit:path`."""
    for path, before in commit.files:
        yield f"{commit.name}:{path}"
        yield from (f"{parent}:{before}" for parent in commit.parents)


def _contents(root: Path, versions: Sequence[str]) -> dict[str, Records]:
    """Return the records of files in commits."""
    names = [name for name in dict.fromkeys(versions) if "\n" not in name]
    output = run_git_bytes(root, "\n".join((*names, "")).encode(errors="surrogateescape"), "cat-file", "--batch")
    records, position = {}, 0
    for name in names:
        end = output.find(b"\n", position)
        words = output[position:end].rsplit(b" ", 2)
        position = end + 1
        if words[-1].isdigit() and words[1] == b"blob":
            size = int(words[-1])
            records[name] = _records(output[position : position + size]) if size <= SIZE_LIMIT else {}
            position += size + 1
    return records


def _records(content: bytes) -> Records:
    """Return the records that can be read in a list file or a record file."""
    try:
        text, _ = open_conflicts(decode_yaml(content, Path()))
    except RecordError:
        return {}
    root = parse(text).root
    is_list = isinstance(root, Mapping) and RECORDS_KEY in root.entries
    items = list_items(root) if is_list else [root]
    return {item_id(item): plain_values(item) for item in items if isinstance(item, Mapping) and item_id(item)}


def _changes(commit: _Commit, records: AnyMapping[str, Records]) -> Iterator[CommittedChange]:
    for path, before in commit.files:
        after = records.get(f"{commit.name}:{path}", {})
        parents = [records.get(f"{parent}:{before}", {}) for parent in commit.parents] or [{}]
        for name in dict.fromkeys((*parents[0], *after)):
            new, olds = after.get(name), [parent.get(name) for parent in parents]
            if new in olds:
                continue
            change = "deleted" if new is None else "added" if olds[0] is None else "changed"
            fields = _changed_fields(olds[0] or {}, new or {}) if change == "changed" else ()
            annotator = str((new or olds[0] or {}).get("annotator", ""))
            yield CommittedChange(
                commit.name, commit.author, commit.date, commit.subject, name, change, fields, annotator
            )


def _changed_fields(old: AnyMapping[str, PlainValue], new: AnyMapping[str, PlainValue]) -> tuple[str, ...]:
    names = (name for name in {**old, **new} if old.get(name) != new.get(name))
    return tuple(name for name in names if name != "modified")
