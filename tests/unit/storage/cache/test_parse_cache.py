"""The parse cache returns what it stored, unless a file changed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.model import Annotation, Workspace
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.cache.parse_store import ParseStore
from tui.storage.records import repository
from tui.storage.records.record_loader import RecordLoader
from tui.storage.workspace.loader import WorkspaceLoader
from tui.storage.workspace.plain_loader import read_collation

NOTE = "id: mine\nkind: note\narticle: north\nannotator: Mira\nbody: Hm.\n"


def no_parsing(*_: object) -> None:
    raise AssertionError("something was parsed")


def opened(workspace: Workspace) -> object:
    """Open the workspace as the reader does, and save its cache."""
    source = CachedLoader(workspace)
    collation = WorkspaceLoader(workspace, source).collation(("north", "south"))
    source.save()
    assert collation == read_collation(workspace, ("north", "south"))
    return collation


@pytest.fixture
def known(ferry: Workspace) -> Workspace:
    """A workspace that was opened before."""
    folder = ferry.records("north")
    folder.mkdir(exist_ok=True)
    (folder / "mira.mine.yaml").write_text(NOTE, "utf-8")
    opened(ferry)
    return ferry


def kept_files() -> list[Path]:
    return sorted((Path(os.environ["XDG_CACHE_HOME"]) / "diptych/readings").rglob("*.kept"))


def test_what_did_not_change_is_not_parsed(known: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_collation(known, ("north", "south"))
    monkeypatch.setattr(RecordLoader, "records", no_parsing)
    monkeypatch.setattr(RecordLoader, "codebook", no_parsing)
    again = WorkspaceLoader(known, CachedLoader(known)).collation(("north", "south"))
    assert again == whole
    digests = [[each.record.digest for each in account.placed] for account in again.accounts]
    assert digests == [[each.record.digest for each in account.placed] for account in whole.accounts]
    assert all(digest for account in digests for digest in account)


OPENED = """
import sys
from pathlib import Path
from tui.model import Workspace
from tui.session.session import Session
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.workspace.loader import WorkspaceLoader
root = Path(sys.argv[1])
workspace = Workspace(root, root / "articles")
session = Session(WorkspaceLoader(workspace, CachedLoader(workspace)))
session.open(("north", "south"))
print(len(session.accounts[1].placed), "yaml" in sys.modules)
"""


def test_the_parser_is_not_imported_if_nothing_changed(known: Workspace) -> None:
    command = [sys.executable, "-c", OPENED, str(known.root)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "3 False\n"
    known.list_file("south").write_text("annotations: []\n", "utf-8")
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "0 True\n"


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("annotations/north.yaml", "told reporters", "said"),
        ("annotations/north/mira.mine.yaml", "Hm.", "Oh."),
        ("annotations/codebook.yaml", "Nobody was hurt", "No one was hurt"),
        ("annotations/codebook.yaml", "nobody-hurt", "nobody-harmed"),
    ],
)
def test_what_changed_is_parsed(known: Workspace, file: str, before: str, after: str) -> None:
    path = known.root / file
    times = path.stat()
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    opened(known)


def test_files_that_come_and_go_are_seen(known: Workspace) -> None:
    own = known.records("north") / "mira.mine.yaml"
    (own.with_name("mira.more.yaml")).write_text(NOTE.replace("mine", "more"), "utf-8")
    opened(known)
    own.unlink()
    opened(known)
    known.list_file("north").unlink()
    opened(known)
    known.codebook.unlink()
    opened(known)


def test_what_is_wrong_is_told_every_time(known: Workspace) -> None:
    (known.records("north") / "mira.bad.yaml").write_text("id: bad\nkind: rumour\nquote: fog\n", "utf-8")
    known.list_file("south").write_bytes(b"\xff\xfe")
    known.codebook.write_text("kinds: [", "utf-8")
    opened(known)
    opened(known)


def test_a_problem_of_a_record_is_told_every_time(known: Workspace) -> None:
    (known.records("north") / "mira.bad.yaml").write_text("id: bad\nkind: rumour\nquote: fog\n", "utf-8")
    opened(known)
    source = CachedLoader(known)
    problems = source.records("north", source.codebook()[0]).problems
    assert [problem.message.split(";")[0] for problem in problems] == ['unknown kind "rumour"']


def test_notes_on_propositions_are_kept_too(known: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.create(known, Annotation("p1", "note", about="inquiry", body="When?", annotator="Mira"))
    opened(known)
    whole = read_collation(known, ())
    assert [note.annotation.body for note in whole.notes] == ["When?"]
    monkeypatch.setattr(RecordLoader, "records", no_parsing)
    assert WorkspaceLoader(known, CachedLoader(known)).collation(()) == whole


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "other", "huge"])
def test_a_damaged_cache_is_passed_over(known: Workspace, damage: str) -> None:
    files = kept_files()
    assert [file.name for file in files] == ["codebook.kept", "north.kept", "south.kept"]
    other = files[0].read_bytes()
    for file in files:
        content = bytearray(file.read_bytes())
        if damage == "cut":
            del content[len(content) // 2 :]
        elif damage == "flipped":
            content[len(content) // 2] ^= 1
        else:
            content = bytearray(other if damage == "other" else b"")
        file.write_bytes(content)
        if damage == "huge":
            os.truncate(file, 1 << 40)
    opened(known)


def test_a_cache_that_cannot_be_written_is_no_matter(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    home = ferry.root / "home"
    home.write_text("a file, not a folder", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    opened(ferry)


def test_two_workspaces_keep_apart(known: Workspace, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "other", known.articles)
    assert ParseStore(other).recall("north", {}) is None
    opened(known)
