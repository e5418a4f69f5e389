"""Test that hostile names and links lead no write outside its folder."""

import os
import re
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.errors import DiptychError, SaveError
from tui.model import Annotation, Proposition, TextSelector, Workspace
from tui.storage.files.atomic import write_new
from tui.storage.files.filenames import file_slug
from tui.storage.records import repository
from tui.storage.workspace.plain_loader import read_collation

NAMES = (
    *("../evil", "../../evil", "/tmp/evil", "..", ".", "a/../../b", "~/evil", "~", "C:\\evil", "..\\evil"),
    *("-rf", "$(id)", "CON", "nul", "COM1", "LPT9.txt", "aux.yaml", "codebook", "Codebook", "", " ", "a\0b"),
    *("a\nb", ".hidden", "e\u0301", "x" * 300, "é" * 300, "\u202egnp.exe", "\x1b]0;t\x07", "one", "ONE", "a:b"),
    *("a|b", "*?", "\ud800", "lock"),
)
RECORD_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*\.yaml")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    articles = tmp_path / "w" / "articles"
    articles.mkdir(parents=True)
    (articles / "one.txt").write_text("The ferry ran aground.\n", encoding="utf-8")
    return Workspace(tmp_path / "w", articles)


def tree(folder: Path) -> Mapping[str, bytes]:
    """Return the content of each file in a folder, and each symlink's target."""
    return {
        str(path.relative_to(folder)): str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_record_of_any_name_stays_in_the_annotations_folder(name: str, workspace: Workspace) -> None:
    before = tree(workspace.root.parent)
    note = Annotation("", "note", article="one", annotator=name, body="b")
    for annotation in (
        note,
        replace(note, id=name),
        replace(note, article=name),
        replace(note, article="", about=name),
    ):
        try:
            file = repository.create(workspace, annotation).file
        except DiptychError:
            continue
        assert file.parent.parent == workspace.annotations
        assert RECORD_NAME.fullmatch(file.name)
        assert len(os.fsencode(file.name)) <= 100
        assert os.path.realpath(file) == str(file)
    after = tree(workspace.root.parent)
    new = {path for path in after if after[path] != before.get(path)}
    assert all(path.startswith("w/annotations/") for path in new)
    assert before.items() <= after.items()


@given(st.text(max_size=60))
@example("..")
@example("/")
@settings(derandomize=True, deadline=None, max_examples=300)
def test_every_name_has_a_slug_for_every_file_system(name: str) -> None:
    slug = file_slug(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 42
    assert slug not in {"con", "nul", "aux", "prn", "com1", "lpt1"}


def test_names_that_differ_only_in_case_get_different_files(workspace: Workspace) -> None:
    names = {"Ada", "ADA", "ada"}
    notes = [Annotation("", "note", article="one", annotator=name, body=name) for name in names]
    assert len({repository.create(workspace, note).file for note in notes}) == 3
    assert {record.annotation.body for record in read_collation(workspace).accounts[0].placed} == names


def test_a_record_folder_that_is_a_symlink_gets_no_record(workspace: Workspace, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    workspace.annotations.mkdir()
    workspace.records("one").symlink_to(elsewhere)
    with pytest.raises(SaveError, match="leads out"):
        repository.create(workspace, Annotation("", "note", article="one", annotator="a", body="b"))
    assert not list(elsewhere.iterdir())


def test_a_codebook_that_is_a_dangling_symlink_creates_no_file(workspace: Workspace, tmp_path: Path) -> None:
    workspace.annotations.mkdir()
    workspace.codebook.symlink_to(tmp_path / "startup")
    with pytest.raises(SaveError, match="leads out"):
        repository.add_proposition(workspace, Proposition("a", "A thing"))
    assert not (tmp_path / "startup").exists()


def test_an_annotations_folder_may_be_a_symlink(workspace: Workspace, tmp_path: Path) -> None:
    elsewhere = tmp_path / "shared"
    elsewhere.mkdir()
    workspace.annotations.symlink_to(elsewhere)
    repository.create(workspace, Annotation("", "note", article="one", annotator="a", body="b"))
    assert [path.name for path in elsewhere.iterdir()] == ["one"]


@pytest.fixture
def marked(workspace: Workspace) -> Workspace:
    quote = TextSelector("The ferry ran aground")
    repository.create(workspace, Annotation("", "claim", article="one", annotator="a", body="b", target=quote))
    return workspace


def export(workspace: Workspace, cwd: Path, *arguments: str, limit: int = 0) -> subprocess.CompletedProcess[str]:
    def limit_file_size() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "tui", "export", "-w", str(workspace.root), *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": os.pathsep.join(map(str, sys.path))},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit_file_size,
        timeout=60,
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder of files, links and pipes that an export might damage."""
    folder = tmp_path / "place"
    (folder / "folder").mkdir(parents=True)
    (folder / "mine.md").write_text("mine", encoding="utf-8")
    (folder / "to-mine.md").symlink_to("mine.md")
    (folder / "to-nothing.md").symlink_to("nothing.md")
    (folder / "to-folder.md").symlink_to("folder")
    os.mkfifo(folder / "pipe.md")
    return folder


@pytest.mark.parametrize(
    "name",
    [
        *("mine.md", "to-mine.md", "to-nothing.md", "to-folder.md", "folder", "pipe.md", ".", "..", "/"),
        *("/dev/null", "nowhere/a.md", "mine.md/a.md", "x" * 300, "a\n" * 200, "folder/"),
    ],
)
def test_an_export_overwrites_nothing(name: str, marked: Workspace, place: Path) -> None:
    before = tree(place), tree(marked.root)
    result = export(marked, place, "-o", name)
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert (tree(place), tree(marked.root)) == before


@pytest.mark.parametrize("name", ["to-folder.md", "folder", "pipe.md", "..", "/dev/null", "nowhere/a.md", "x" * 300])
def test_with_force_it_overwrites_only_files(name: str, marked: Workspace, place: Path) -> None:
    before = tree(place)
    assert export(marked, place, "--force", "-o", name).returncode == 2
    assert tree(place) == before


@pytest.mark.parametrize("name", ["mine.md", "to-mine.md"])
def test_with_force_it_overwrites_the_named_file(name: str, marked: Workspace, place: Path) -> None:
    before = dict(tree(place))
    assert export(marked, place, "--force", "-o", name).returncode == 0
    assert "The ferry ran aground" in (place / "mine.md").read_text(encoding="utf-8")
    assert {**tree(place), "mine.md": b"mine"} == before


@pytest.mark.parametrize(
    "name", ["CON.md", "nul", "\x1b]0;t\x07.md", "$(touch evil).md", "-o", "a b.md", "[b].md", "\u202egnp.md"]
)
def test_unusual_names_are_file_names_like_others(name: str, marked: Workspace, place: Path) -> None:
    before = dict(tree(place))
    result = export(marked, place, f"--output={name}")
    assert result.returncode == 0, result.stderr
    after = dict(tree(place))
    assert b"The ferry ran aground" in after.pop(name)
    assert after == before


@pytest.mark.parametrize("force", [True, False])
def test_a_failed_export_leaves_the_old_file(force: bool, marked: Workspace, place: Path) -> None:
    before = tree(place)
    name = "mine.md" if force else "new.md"
    result = export(marked, place, "-o", name, *(["--force"] if force else []), limit=100)
    assert result.returncode == 2
    assert "written" in result.stderr
    assert tree(place) == before


def test_the_second_of_two_exports_to_a_file_is_refused(place: Path) -> None:
    one, other = b"1" * 100_000, b"2" * 100_000
    write_new(place / "new.md", one)
    with pytest.raises(SaveError, match="exists"):
        write_new(place / "new.md", other)
    assert (place / "new.md").read_bytes() == one
