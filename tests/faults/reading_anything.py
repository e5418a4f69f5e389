"""Read and edit any bytes as annotation files, without an exception."""

from dataclasses import replace
from pathlib import Path

from tui.errors import DiptychError
from tui.model import Annotation, Codebook, Problem, Record, Workspace
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import delete, restore, update


def read_anything(folder: Path, content: bytes) -> tuple[Record, ...]:
    """Read bytes as a codebook, a list and a record, and check the problems."""
    workspace = Workspace(folder, folder / "articles")
    workspace.records("a").mkdir(parents=True, exist_ok=True)
    for path in (workspace.codebook, workspace.list_file("a"), workspace.records("a") / "b.yaml"):
        path.write_bytes(content)
    codebook, problems = RecordLoader(workspace).codebook()
    loaded = RecordLoader(workspace).records("a", codebook)
    for problem in (*problems, *loaded.problems):
        _check(problem, content)
    ids = [record.annotation.id for record in loaded.records]
    assert len(set(ids)) == len(ids)
    return RecordLoader(workspace).records("a", Codebook(complete=False)).records


def change_anything(folder: Path, content: bytes) -> None:
    """Edit, delete and restore each record in the bytes, unless refused."""
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
        records = RecordLoader(workspace).records("a", Codebook(complete=False)).records
        assert saved.annotation in [current.annotation for current in records]
        record.file.write_bytes(before)


def _edited(annotation: Annotation) -> Annotation:
    return replace(annotation, body="new\n\nwords", cue="" if annotation.cue else "said: so", tags=())


def _check(problem: Problem, content: bytes) -> None:
    assert problem.line >= 0
    assert problem.column >= 0
    assert problem.line <= content.count(b"\n") + content.count(b"\r") + 1
    assert "\n" not in problem.message
    assert len(problem.message) < 1000
