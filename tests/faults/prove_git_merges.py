"""Two branches on which records are added, edited and deleted, merged by the real git."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from proof import Figure
from save_actions import ANY, note

from tui.model import Annotation, Record, Workspace
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import create, delete, update

if TYPE_CHECKING:
    from collections.abc import Iterable

POINT = 3
OLD = 12
NEW = 5
CONFIG = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def prove(long: bool) -> Iterable[Figure]:
    """Give a figure for two people and one for one person on two machines, in record files; and for both on one."""
    del long
    pairs = (("two annotators", ("Mira", "Noor")), ("one annotator on two machines", ("Mira", "Mira")))
    for name, people in pairs:
        yield _in_repository(f"{name}: branches merge without a conflict or a loss", people)
    yield _same_record("both edit one record: git says so, and the other records are read")


def _in_repository(name: str, people: tuple[str, str]) -> Figure:
    if not shutil.which("git"):
        return Figure(name, 0, skipped="no git here")
    with tempfile.TemporaryDirectory() as folder:
        workspace = _repository(Path(folder))
        wanted = _old(workspace)
        for branch, person in enumerate(people):
            _git(workspace, "checkout", "-q", "-b", f"b{branch}", "main")
            _work(workspace, person, branch, wanted)
            _git(workspace, "add", "-A")
            _git(workspace, "commit", "-q", "-m", "work")
        merged = _git(workspace, "merge", "-q", "-m", "merge", "b0")
        found = {(each.id, each.body) for each in _annotations(workspace)}
        wrong = {*(found ^ set(wanted.items())), *([] if merged else ["a conflict"])}
        return Figure(name, OLD + len(people) * NEW, len(wrong), tuple(map(str, wrong)))


def _same_record(name: str) -> Figure:
    if not shutil.which("git"):
        return Figure(name, 0, skipped="no git here")
    with tempfile.TemporaryDirectory() as folder:
        workspace = _repository(Path(folder))
        wanted = _old(workspace)
        for branch in range(2):
            _git(workspace, "checkout", "-q", "-b", f"b{branch}", "main")
            _edit(workspace, "old0", f"by {branch}")
            _git(workspace, "commit", "-q", "-a", "-m", "edit")
        merged = _git(workspace, "merge", "-q", "-m", "merge", "b0")
        found = RecordLoader(workspace).records("a", ANY)
        wrong = ["merged without a word"] if merged else []
        wrong += [] if "both versions" in "".join(map(str, found.problems)) else ["not told in reading"]
        wrong += [] if len(found.records) == len(wanted) - 1 else ["other records are hidden"]
        return Figure(name, 1, len(wrong), tuple(wrong))


def _repository(root: Path) -> Workspace:
    workspace = Workspace(root, root / "articles")
    workspace.articles.mkdir()
    (workspace.articles / "a.txt").write_text("One said it. Two denied it.\n", encoding="utf-8")
    _git(workspace, "init", "-q", "-b", "main")
    return workspace


def _old(workspace: Workspace) -> dict[str, str]:
    """Make what both have: records of each annotator, and a list that a person wrote."""
    for number in range(OLD - 3):
        create(workspace, replace(note(f"old{number}", "old"), annotator=("Mira", "Noor")[number % 2]))
    far = "".join(f"\n  - id: list{number}\n    kind: note\n    body: old\n" for number in range(3))
    workspace.list_file("a").write_text(f"article: a\nannotations:{far}", encoding="utf-8")
    _git(workspace, "add", "-A")
    _git(workspace, "commit", "-q", "-m", "old")
    return {each.id: each.body for each in _annotations(workspace)}


def _work(workspace: Workspace, person: str, branch: int, wanted: dict[str, str]) -> None:
    """Add, edit and delete; each branch other records."""
    for number in range(NEW):
        made = create(workspace, replace(note("", f"{branch} {number}"), annotator=person)).annotation
        wanted[made.id] = made.body
    for name in (f"old{branch}", f"list{2 * branch}"):
        _edit(workspace, name, f"edited on {branch}")
        wanted[name] = f"edited on {branch}"
    for number in (2 + branch, 4 + branch):
        delete(workspace, _record(workspace, f"old{number}"))
        del wanted[f"old{number}"]


def _edit(workspace: Workspace, name: str, body: str) -> None:
    record = _record(workspace, name)
    update(workspace, record, replace(record.annotation, body=body))


def _record(workspace: Workspace, name: str) -> Record:
    return next(each for each in RecordLoader(workspace).records("a", ANY).records if each.annotation.id == name)


def _annotations(workspace: Workspace) -> list[Annotation]:
    return [each.annotation for each in RecordLoader(workspace).records("a", ANY).records]


def _git(workspace: Workspace, *arguments: str) -> bool:
    command = ["git", "-C", str(workspace.root), *arguments]
    done = subprocess.run(command, env={**os.environ, **CONFIG}, capture_output=True, text=True, check=False)
    if done.returncode and arguments[0] != "merge":
        raise RuntimeError(done.stderr)
    return not done.returncode
