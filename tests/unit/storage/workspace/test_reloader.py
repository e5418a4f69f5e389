"""What is open, read again after files changed."""

from __future__ import annotations

from pathlib import Path

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
    ferry.codebook.write_text(ferry.codebook.read_text("utf-8").replace("no-comment", "silence"), "utf-8")
    found = again(ferry, before, ferry.codebook).collation
    assert "radar-open" not in ids(found)
    assert found.accounts[0].problems


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
    assert "third" not in ids(found.collation)


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
    assert watched_folders(ferry, collation.accounts) == {ferry.articles, ferry.annotations}
    note(ferry, "first")
    assert ferry.records("north") in watched_folders(ferry, collation.accounts)
    bare = Workspace(tmp_path / "bare", tmp_path / "bare")
    bare.root.mkdir()
    assert watched_folders(bare, ()) == {bare.root}
