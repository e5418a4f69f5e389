"""Read any bytes as every kind of file there is: what is wrong is listed, and nothing else ever comes out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.errors import DiptychError
from tui.model import Annotation, Codebook, Record, Workspace
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import delete, restore, update

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Problem


def read_anything(folder: Path, content: bytes) -> tuple[Record, ...]:
    """Read bytes as a codebook, a list and a record; raises AssertionError where something is told of no place."""
    workspace = Workspace(folder, folder / "articles")
    workspace.records("a").mkdir(parents=True, exist_ok=True)
    for path in (workspace.codebook, workspace.list_file("a"), workspace.records("a") / "b.yaml"):
        path.write_bytes(content)
    codebook, problems = RecordLoader(workspace).codebook()
    found = RecordLoader(workspace).records("a", codebook)
    for problem in (*problems, *found.problems):
        _check(problem, content)
    ids = [record.annotation.id for record in found.records]
    assert len(set(ids)) == len(ids)
    return RecordLoader(workspace).records("a", Codebook(complete=False)).records


def change_anything(folder: Path, content: bytes) -> None:
    """Edit, delete and restore each record that the bytes hold: saved and read back, or refused and nothing changed."""
    workspace = Workspace(folder, folder / "articles")
    for record in read_anything(folder, content):
        before = record.file.read_bytes()
        try:
            saved = update(workspace, record, _edited(record.annotation))
            deleted = delete(workspace, saved)
            restored = restore(workspace, deleted)
        except DiptychError:
            record.file.write_bytes(before)
            continue
        assert restored.annotation == saved.annotation
        found = {
            each.annotation.id: each.annotation
            for each in RecordLoader(workspace).records("a", Codebook(complete=False)).records
        }
        assert found[saved.annotation.id] == saved.annotation
        record.file.write_bytes(before)


def _edited(annotation: Annotation) -> Annotation:
    return replace(annotation, body="new\n\nwords", cue="" if annotation.cue else "said: so", tags=())


def _check(problem: Problem, content: bytes) -> None:
    assert problem.line >= 0
    assert problem.column >= 0
    assert problem.line <= content.count(b"\n") + content.count(b"\r") + 1
    assert "\n" not in problem.message
    assert len(problem.message) < 1000
