"""Every kind of write, as an action on a small workspace."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from unittest import mock

from tui.model import Annotation, Byline, Codebook, Proposition, Record, TextSelector, Workspace
from tui.storage.files.atomic import write_new
from tui.storage.files.os_calls import OsCalls
from tui.storage.records.annotation_fields import record_text
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import (
    Deleted,
    add_proposition,
    create,
    delete,
    restore,
    save_byline,
    update,
)
from tui.storage.workspace.draft_files import Draft, write_draft

ANY = Codebook(complete=False)
LIST = "article: a\nannotations:\n  # c\n  - {id: one, kind: note, body: x}\n  - id: two\n    kind: note\n"


@dataclass(frozen=True)
class World:
    """A workspace, a state folder and an export folder in one folder."""

    roof: Path
    workspace: Workspace
    system: OsCalls
    files: Mapping[str, bytes]
    """The original content."""
    deleted: tuple[Deleted, ...] = ()
    """Two records to restore, of a record file and of a list file."""

    @property
    def export(self) -> Path:
        return self.roof / "out" / "notes.md"

    def record(self, name: str) -> Record:
        records = RecordLoader(self.workspace).records("a", ANY).records
        return next(record for record in records if record.annotation.id == name)


Action = tuple[str, Callable[[World], object]]


def note(name: str, body: str = "old") -> Annotation:
    return Annotation(name, "note", "a", TextSelector("it", start=3, end=5), body=body, created="2026")


def _update(world: World, name: str) -> object:
    old = world.record(name)
    new = replace(old.annotation, body="new\nlines", modified="2027")
    return update(world.workspace, old, new, os_calls=world.system)


def _source(world: World, article: str) -> object:
    return save_byline(world.workspace, article, Byline(), Byline(outlet="The Sea"), os_calls=world.system)


def _draft(world: World) -> None:
    draft = Draft("d", note("", "half a no"), "2026-01-02T03:04:05Z")
    write_draft(world.workspace, draft, os_calls=world.system)


ACTIONS: tuple[Action, ...] = (
    ("create", lambda world: create(world.workspace, note("new"), os_calls=world.system)),
    (
        "create the first",
        lambda world: create(world.workspace, replace(note("new"), article="b"), os_calls=world.system),
    ),
    ("update a file", lambda world: _update(world, "own")),
    ("update in a list", lambda world: _update(world, "two")),
    ("delete a file", lambda world: delete(world.workspace, world.record("own"), os_calls=world.system)),
    ("delete in a list", lambda world: delete(world.workspace, world.record("one"), os_calls=world.system)),
    ("restore a file", lambda world: restore(world.workspace, world.deleted[0], os_calls=world.system)),
    ("restore in a list", lambda world: restore(world.workspace, world.deleted[1], os_calls=world.system)),
    ("add_proposition", lambda world: add_proposition(world.workspace, Proposition("q", "r"), os_calls=world.system)),
    ("source in a list", lambda world: _source(world, "a")),
    ("source in a new list", lambda world: _source(world, "b")),
    ("draft", _draft),
    ("export", lambda world: write_new(world.export.with_name("new.md"), b"mine", os_calls=world.system)),
    ("export --force", lambda world: write_new(world.export, b"mine", force=True, os_calls=world.system)),
)


def prepare(roof: Path) -> World:
    """Return a new world in a folder."""
    workspace = Workspace(roof / "w", roof / "w" / "articles")
    files = {
        workspace.articles / "a.txt": "He said it.\n",
        workspace.list_file("a"): LIST.replace("  # c\n", "  # c\n  - {id: out, kind: note}\n"),
        workspace.records("a") / "mira.own.yaml": record_text(note("own")),
        workspace.records("a") / "mira.gone.yaml": "article: a\nid: gone\nkind: note\nbody: g\n",
        workspace.codebook: "propositions:\n  p: P is so\n",
        roof / "out" / "notes.md": "theirs",
        roof / "state" / "keep": "",
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    world = World(roof, workspace, OsCalls(), {})
    deleted = tuple(delete(workspace, world.record(name)) for name in ("gone", "out"))
    return replace(world, files=contents(roof), deleted=deleted)


@contextmanager
def state_in(roof: Path) -> Iterator[None]:
    """Store drafts in the state folder of a world."""
    with mock.patch.dict(os.environ, {"XDG_STATE_HOME": str(roof / "state")}):
        yield


def memory() -> str | None:
    """Return a folder in memory, which is fast, or None if there is none."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def contents(roof: Path) -> dict[str, bytes]:
    """Return the content of each file in a folder."""
    files = (path for path in roof.rglob("*") if path.is_file())
    return {str(path.relative_to(roof)): path.read_bytes() for path in files}


def is_temporary(name: str) -> bool:
    """Return whether a file is a temporary one, which is never read."""
    return name.endswith(".tmp") and name.rpartition("/")[2].startswith(".")


def problems(world: World) -> list[str]:
    """Return the problems in the world's records."""
    articles = [RecordLoader(world.workspace).records(name, ANY) for name in ("a", "b")]
    return [str(problem) for article in articles for problem in article.problems]
