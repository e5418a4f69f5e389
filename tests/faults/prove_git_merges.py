"""Prove that git merges branches with changed records without a loss."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from merge_by_driver import CONFIG, WAYS, merge_faults
from proof import Figure
from save_actions import ANY, note

from tui.model import Annotation, Record, Workspace
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import create, delete, update

POINT = 3
OLD = 12
NEW = 5


def prove(long: bool) -> Iterable[Figure]:
    """Yield the figures of different records, and of one record."""
    pairs = (("two annotators", ("Mira", "Noor")), ("one annotator on two machines", ("Mira", "Mira")))
    for name, people in pairs:
        yield _in_repository(f"{name}: branches merge without a conflict or a loss", people)
    for way in WAYS:
        yield _by_driver(f"three annotators change lists, {way}: the driver merges by field", way, 170 if long else 1)
    yield _same_record("both edit one record: git reports a conflict, and the other records are read")


def _by_driver(name: str, way: str, lists: int) -> Figure:
    if not shutil.which("git"):
        return Figure(name, 0, skipped="git is not installed")
    faults = merge_faults(way, lists, seed=lists)
    return Figure(name, 2 * lists, len(faults), tuple(faults))


def _in_repository(name: str, people: tuple[str, str]) -> Figure:
    if not shutil.which("git"):
        return Figure(name, 0, skipped="git is not installed")
    with tempfile.TemporaryDirectory() as folder:
        workspace = _repository(Path(folder))
        expected = _old(workspace)
        for branch, person in enumerate(people):
            _git(workspace, "checkout", "-q", "-b", f"b{branch}", "main")
            _work(workspace, person, branch, expected)
            _git(workspace, "add", "-A")
            _git(workspace, "commit", "-q", "-m", "work")
        merged = _git(workspace, "merge", "-q", "-m", "merge", "b0")
        saved = {(annotation.id, annotation.body) for annotation in _annotations(workspace)}
        faults = {*(saved ^ set(expected.items())), *([] if merged else ["a conflict"])}
        return Figure(name, OLD + len(people) * NEW, len(faults), tuple(map(str, faults)))


def _same_record(name: str) -> Figure:
    if not shutil.which("git"):
        return Figure(name, 0, skipped="git is not installed")
    with tempfile.TemporaryDirectory() as folder:
        workspace = _repository(Path(folder))
        expected = _old(workspace)
        for branch in range(2):
            _git(workspace, "checkout", "-q", "-b", f"b{branch}", "main")
            _edit(workspace, "old0", f"by {branch}")
            _git(workspace, "commit", "-q", "-a", "-m", "edit")
        merged = _git(workspace, "merge", "-q", "-m", "merge", "b0")
        loaded = RecordLoader(workspace).records("a", ANY)
        faults = ["merged without a conflict"] if merged else []
        faults += [] if "both versions" in "".join(map(str, loaded.problems)) else ["the conflict is not reported"]
        faults += [] if len(loaded.records) == len(expected) - 1 else ["other records are missing"]
        return Figure(name, 1, len(faults), tuple(faults))


def _repository(root: Path) -> Workspace:
    workspace = Workspace(root, root / "articles")
    workspace.articles.mkdir()
    (workspace.articles / "a.txt").write_text("One said it. Two denied it.\n", encoding="utf-8")
    _git(workspace, "init", "-q", "-b", "main")
    return workspace


def _old(workspace: Workspace) -> dict[str, str]:
    """Commit what both branches share: record files and a list file."""
    for number in range(OLD - 3):
        create(workspace, replace(note(f"old{number}", "old"), annotator=("Mira", "Noor")[number % 2]))
    items = "".join(f"\n  - id: list{number}\n    kind: note\n    body: old\n" for number in range(3))
    workspace.list_file("a").write_text(f"article: a\nannotations:{items}", encoding="utf-8")
    _git(workspace, "add", "-A")
    _git(workspace, "commit", "-q", "-m", "old")
    return {annotation.id: annotation.body for annotation in _annotations(workspace)}


def _work(workspace: Workspace, person: str, branch: int, expected: dict[str, str]) -> None:
    """Add, edit and delete records that the other branch does not touch."""
    for number in range(NEW):
        annotation = create(workspace, replace(note("", f"{branch} {number}"), annotator=person)).annotation
        expected[annotation.id] = annotation.body
    for name in (f"old{branch}", f"list{2 * branch}"):
        _edit(workspace, name, f"edited on {branch}")
        expected[name] = f"edited on {branch}"
    for number in (2 + branch, 4 + branch):
        delete(workspace, _record(workspace, f"old{number}"))
        del expected[f"old{number}"]


def _edit(workspace: Workspace, name: str, body: str) -> None:
    record = _record(workspace, name)
    update(workspace, record, replace(record.annotation, body=body))


def _record(workspace: Workspace, name: str) -> Record:
    records = RecordLoader(workspace).records("a", ANY).records
    return next(record for record in records if record.annotation.id == name)


def _annotations(workspace: Workspace) -> list[Annotation]:
    return [record.annotation for record in RecordLoader(workspace).records("a", ANY).records]


def _git(workspace: Workspace, *arguments: str) -> bool:
    command = ["git", "-C", str(workspace.root), *arguments]
    result = subprocess.run(command, env={**os.environ, **CONFIG}, capture_output=True, text=True, check=False)
    if result.returncode and arguments[0] != "merge":
        raise RuntimeError(result.stderr)
    return not result.returncode
