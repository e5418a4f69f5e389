"""What is open, read again after files changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from blocked_paths import BLOCKS, block, remove

from tui.model import Annotation, Collation, Workspace
from tui.storage.records import repository
from tui.storage.workspace.plain_loader import read_collation
from tui.storage.workspace.reloader import ReloadResult, record_contents, reload, watched_folders


def again(workspace: Workspace, before: Collation, *changed: Path) -> ReloadResult:
    """Read again, with what the records' files held before."""
    return reload(workspace, before, changed, record_contents(before, {}))


def note(workspace: Workspace, name: str, on: str = "") -> Path:
    """Add a note to the north and return its file."""
    made = Annotation(name, "note", "north", body="A note", on=on, annotator="Olga")
    return repository.create(workspace, made).file


def ids(collation: Collation) -> list[str]:
    return [each.annotation.id for each in collation.accounts[0].placed]


def test_only_what_the_change_belongs_to_is_read(ferry: Workspace) -> None:
    before = read_collation(ferry)
    path = note(ferry, "first")
    found = again(ferry, before, path).collation
    assert "first" in ids(found)
    assert found.accounts[1] is before.accounts[1]
    assert found.accounts[0].article.text == before.accounts[0].article.text


def test_a_path_is_the_same_however_its_folder_is_called(ferry: Workspace, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(ferry.root)
    other = Workspace(link, link / "articles")
    before = read_collation(other)
    path = note(ferry, "first")
    assert "first" in ids(again(other, before, path).collation)


def test_a_codebook_changes_everything(ferry: Workspace) -> None:
    before = read_collation(ferry)
    ferry.codebook.write_text(ferry.codebook.read_text("utf-8").replace("No comment", "Silence"), "utf-8")
    found = again(ferry, before, ferry.codebook).collation
    assert found.codebook.kind("no-comment").label == "Silence"


def test_a_deleted_file_can_be_brought_back_to_the_byte(ferry: Workspace) -> None:
    path = note(ferry, "first")
    path.write_text(f"# by hand\n{path.read_text('utf-8')}", "utf-8")
    source = path.read_bytes()
    before = read_collation(ferry)
    contents = record_contents(before, {})
    path.unlink()
    found = reload(ferry, before, [path], contents)
    assert [each.record.annotation.id for each in found.deleted] == ["first"]
    assert path not in found.contents
    repository.restore(ferry, found.deleted[0])
    assert path.read_bytes() == source


def test_without_its_bytes_a_deleted_record_comes_back_by_what_it_says(ferry: Workspace) -> None:
    path = note(ferry, "first")
    before = read_collation(ferry)
    path.unlink()
    deleted = reload(ferry, before, [path], {}).deleted
    restored = repository.restore(ferry, deleted[0])
    assert restored.annotation == before.accounts[0].placed[-1].annotation
    assert repository.update(ferry, restored, restored.annotation).digest == restored.digest


def test_notes_on_others_come_first_and_those_whose_file_stands_do_not_count(ferry: Workspace) -> None:
    first, on_it, stays = note(ferry, "first"), note(ferry, "second", on="first"), note(ferry, "third", on="first")
    before = read_collation(ferry)
    first.unlink()
    on_it.unlink()
    found = again(ferry, before, first, on_it)
    assert [each.record.annotation.id for each in found.deleted] == ["second", "first"]
    assert stays.exists()
    assert found.collation.accounts[0].problems[0].message.startswith('on names no record here: "first"')


def test_a_record_that_left_a_list_is_not_a_deleted_file(ferry: Workspace) -> None:
    before = read_collation(ferry)
    file = ferry.list_file("north")
    file.write_text(file.read_text("utf-8").split("  # the company")[0], "utf-8")
    found = again(ferry, before, file)
    assert found.deleted == ()
    assert ids(found.collation) == ["hurt"]


def test_an_article_that_is_gone_stays_as_it_was_until_it_is_back(ferry: Workspace) -> None:
    before = read_collation(ferry)
    path = ferry.articles / "north.txt"
    text = path.read_text("utf-8")
    path.unlink()
    gone = again(ferry, before, path).collation
    assert gone.accounts[0].article == before.accounts[0].article
    assert "no such article" in str(gone.problems[0])
    unrelated = again(ferry, gone, ferry.list_file("south")).collation
    assert unrelated.problems[0] == gone.problems[0]
    path.write_text(text, "utf-8")
    assert not again(ferry, gone, path).collation.problems


def test_what_could_not_be_opened_stays_told(ferry: Workspace) -> None:
    (ferry.articles / "south.txt").write_bytes(b"\xff\xfe\x00")
    before = read_collation(ferry)
    assert len(before.accounts) == 1
    assert before.problems[-1] in again(ferry, before, ferry.list_file("north")).collation.problems


def test_folders_to_watch(ferry: Workspace, tmp_path: Path) -> None:
    collation = read_collation(ferry)
    assert set(watched_folders(ferry, collation.accounts)) == {ferry.root, ferry.articles, ferry.annotations}
    note(ferry, "first")
    assert ferry.records("north") in watched_folders(ferry, collation.accounts)
    bare = Workspace(tmp_path / "bare", tmp_path / "bare")
    bare.root.mkdir()
    assert set(watched_folders(bare, ())) == {bare.root}


@pytest.mark.parametrize("name", [name for name in BLOCKS if name != "folder"])
def test_the_folder_around_one_that_is_gone_is_watched(ferry: Workspace, name: str) -> None:
    collation = read_collation(ferry)
    block(ferry.annotations, name)
    assert set(watched_folders(ferry, collation.accounts)) == {ferry.root, ferry.articles}
    block(ferry.root, "link to itself")
    assert set(watched_folders(ferry, collation.accounts)) == {ferry.root.parent}


def test_a_folder_that_was_replaced_is_another_one_to_watch(ferry: Workspace) -> None:
    before = watched_folders(ferry, ())
    ferry.annotations.rename(ferry.root / "old")
    ferry.annotations.mkdir()
    assert watched_folders(ferry, ()) != before


# What cannot be read


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("target", ["articles/north.txt", "articles"])
def test_an_article_that_cannot_be_read_is_reported_until_it_is_back(ferry: Workspace, target: str, name: str) -> None:
    before = read_collation(ferry)
    path, aside = ferry.root / target, ferry.root / "aside"
    path.rename(aside)
    block(path, name)
    blocked = again(ferry, before, path, ferry.articles / "north.txt").collation
    assert [account.article.text for account in blocked.accounts] == [each.article.text for each in before.accounts]
    assert any(problem.file == ferry.articles / "north.txt" for problem in blocked.problems)
    remove(path)
    aside.rename(path)
    assert not again(ferry, blocked, path, ferry.articles / "north.txt").collation.problems


_OPTIONAL = ("north.yaml", "north", "codebook")
"""What may be missing without a problem."""


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("target", ["north.yaml", "north", "codebook.yaml", "codebook", ""])
def test_annotations_that_cannot_be_read_are_reported_until_they_are_back(
    ferry: Workspace, target: str, name: str
) -> None:
    note(ferry, "first")
    ferry.proposition_notes.mkdir()
    before = read_collation(ferry)
    path, aside = ferry.annotations / target, ferry.root / "aside"
    path.rename(aside)
    block(path, name)
    found = again(ferry, before, path)
    problems = {*found.collation.problems, *found.collation.accounts[0].problems}
    is_fine = (name == "folder" and "." not in target) or (name == "link to nothing" and target in _OPTIONAL)
    assert bool(problems) != is_fine
    assert len(found.collation.accounts) == 2
    remove(path)
    aside.rename(path)
    back = again(ferry, found.collation, path).collation
    assert ids(back) == ids(before)
    assert not back.problems + back.accounts[0].problems


def test_records_out_of_reach_are_not_taken_for_deleted(ferry: Workspace) -> None:
    note(ferry, "first")
    before = read_collation(ferry)
    block(ferry.records("north"), "link to itself")
    found = again(ferry, before, ferry.records("north"))
    assert "first" not in ids(found.collation)
    assert found.deleted == ()


@pytest.mark.parametrize("name", BLOCKS)
def test_a_record_file_that_cannot_be_read_has_no_bytes(ferry: Workspace, name: str) -> None:
    path = note(ferry, "first")
    before = read_collation(ferry)
    block(path, name)
    assert record_contents(before, {}) == {}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("target", ["articles", "articles/north.txt", "annotations", "annotations/north", ""])
def test_permissions_that_are_removed_are_reported_until_they_are_back(ferry: Workspace, target: str) -> None:
    note(ferry, "first")
    before = read_collation(ferry)
    path = ferry.root / target
    mode = path.stat().st_mode
    path.chmod(0)
    found = again(ferry, before, ferry.articles / "north.txt", ferry.annotations)
    watched = watched_folders(ferry, before.accounts)
    path.chmod(mode)
    assert path not in watched
    assert found.collation.problems + found.collation.accounts[0].problems
    assert found.deleted == ()
    back = again(ferry, found.collation, ferry.articles / "north.txt", ferry.annotations).collation
    assert ids(back) == ids(before)
    assert not back.problems
