"""Merge random lists in real git with the merge driver of Diptych."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from list_merges import Records, expected_merge, random_edits, random_records, untouched, written

from tui.storage.git.merge_setup import add_attributes, set_merge_driver
from tui.storage.yaml.document import parse
from tui.storage.yaml.merge_marks import one_side
from tui.storage.yaml.nodes import Mapping, plain_values

CONFIG = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_EDITOR": "true",
}
WAYS = {
    "branches": ("ours", "merge", "-q", "-m", "m", "theirs"),
    "rebase": ("theirs", "rebase", "-q", "ours"),
    "cherry-pick": ("ours", "cherry-pick", "theirs"),
}
"""The branch to stand on, and the command that brings in the other, by name."""


@dataclass(frozen=True)
class Versions:
    """One list in a repository."""

    base: Records
    ours: Records
    theirs: Records
    third: Records


def merge_faults(way: str, lists: int, seed: int) -> list[str]:
    """Return what was lost or was a conflict for no reason in some lists."""
    random = Random(seed)
    versions = {f"l{number}": _versions(random) for number in range(lists)}
    with tempfile.TemporaryDirectory(prefix="it's a $HOME ") as name:
        folder = Path(name)
        _commit_all(folder, versions)
        branch, *command = WAYS[way]
        _git(folder, "checkout", "-q", branch)
        _git(folder, *command)
        faults = [*_faults(folder, versions)]
        for name in versions:
            _settle(_file(folder, name))
        _git(folder, "add", "-A")
        _git(folder, "commit", "-q", "--allow-empty", "-m", "settled")
        _git(folder, *(("rebase", "--continue") if way == "rebase" else ("status",)))
        _git(folder, "merge", "-q", "-m", "m", "third")
        return [*faults, *_faults(folder, {name: _with_third(lists) for name, lists in versions.items()})]


def _versions(random: Random) -> Versions:
    base = random_records(random)
    return Versions(base, *(random_edits(random, base, side) for side in ("ours", "theirs", "third")))


def _with_third(lists: Versions) -> Versions:
    """Return what is merged when the third annotator's branch comes in."""
    settled = expected_merge(lists.base, lists.ours, lists.theirs).ours
    return Versions(lists.base, settled, lists.third, {})


def _commit_all(folder: Path, versions: dict[str, Versions]) -> None:
    _git(folder, "init", "-q", "-b", "base")
    set_merge_driver(folder)
    add_attributes(folder / ".gitattributes")
    (folder / "annotations").mkdir()
    for branch in ("base", "ours", "theirs", "third"):
        _git(folder, "checkout", "-q", *(("-b", branch, "base") if branch != "base" else ("-B", "base")))
        for name, lists in versions.items():
            _file(folder, name).write_text(written(getattr(lists, branch)), encoding="utf-8")
        _git(folder, "add", "-A")
        _git(folder, "commit", "-q", "--allow-empty", "-m", branch)


def _faults(folder: Path, versions: dict[str, Versions]) -> Iterator[str]:
    left = set(_git(folder, "diff", "--name-only", "--diff-filter=U").split())
    for name, lists in versions.items():
        text, expected = _file(folder, name).read_text("utf-8"), expected_merge(lists.base, lists.ours, lists.theirs)
        marks = text.count("<<<<<<< ours\n")
        if (marks, f"annotations/{name}.yaml" in left) != (expected.conflicts, bool(expected.conflicts)):
            yield f"{name}: {marks} conflicts instead of {expected.conflicts}"
        for index, records in enumerate((expected.ours, expected.theirs)):
            if not _says(one_side(text, index), records):
                yield f"{name}: side {index} is not what it must be"
        for lines in untouched(lists.base, lists.ours, lists.theirs):
            if lines not in text:
                yield f"{name}: a record that nobody changed is written anew"


def _says(text: str, records: Records) -> bool:
    root = parse(text).root
    items = plain_values(root)["annotations"] if isinstance(root, Mapping) else ()
    found = {item["id"]: dict(item) for item in items or () if isinstance(item, dict)}
    wanted = {name: {"id": name, **fields} for name, fields in records.items()}
    return found == {
        name: {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
        for name, fields in wanted.items()
    }


def _settle(file: Path) -> None:
    """Keep our side of each conflict in a list."""
    file.write_text(one_side(file.read_text("utf-8"), 0), encoding="utf-8")


def _file(folder: Path, name: str) -> Path:
    return folder / "annotations" / f"{name}.yaml"


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    result = subprocess.run(
        command, cwd=folder, env={**os.environ, **CONFIG}, capture_output=True, text=True, check=False
    )
    if result.returncode > 1:
        raise RuntimeError(f"{arguments}: {result.stderr}")
    return result.stdout
