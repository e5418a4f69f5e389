"""Drafts."""

import json
import os
from dataclasses import replace
from errno import EIO
from hashlib import sha256
from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.model import Annotation, TextSelector, Workspace
from tui.storage.workspace.draft_files import Draft, discard_draft, read_drafts, write_draft

TYPED = Annotation(
    "", "claim", "a", TextSelector("q", "p", "s", 1, 2), ("One",),
    body="half a wo\ud800", tags=("t",), extra=(("x", ("y",)),), resolves=("b",),
)  # fmt: skip

DRAFT = Draft("d1", TYPED, "2026-01-01T00:00:00Z")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("DIPTYCH_ANNOTATOR", raising=False)
    return tmp_path / "home"


def test_a_draft_comes_back_whole(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    assert read_drafts(workspace) == ()
    write_draft(workspace, DRAFT)
    later = replace(DRAFT, id="d0", when="2027", annotation=Annotation("", "note"))
    write_draft(workspace, later)
    longer = replace(later, annotation=Annotation("", "note", body="more"))
    write_draft(workspace, longer)
    assert read_drafts(workspace) == (DRAFT, longer)
    assert read_drafts(Workspace(tmp_path / "other", tmp_path)) == ()
    discard_draft(workspace, "d1")
    discard_draft(workspace, "d1")
    assert [draft.id for draft in read_drafts(workspace)] == ["d0"]


def test_a_draft_with_fields_that_are_no_longer_written_is_read(tmp_path: Path, home: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    write_draft(workspace, DRAFT)
    (file,) = home.rglob("d1.json")
    file.write_text(json.dumps({**json.loads(file.read_text()), "article": "a", "text": "half a wo"}))
    assert read_drafts(workspace) == (DRAFT,)


def test_a_draft_is_found_again_with_other_articles_and_by_another_way_to_its_folder(tmp_path: Path) -> None:
    root = tmp_path / "w"
    root.mkdir()
    write_draft(Workspace(root, root), DRAFT)
    (tmp_path / "link").symlink_to(root)
    link = tmp_path / "link"
    assert read_drafts(Workspace(link, link / "articles", (link / "articles" / "a.txt",))) == (DRAFT,)


def test_the_folder_of_drafts_keeps_its_name_from_version_to_version(tmp_path: Path, home: Path) -> None:
    write_draft(Workspace(tmp_path, tmp_path), DRAFT)
    name = sha256(os.fsencode(tmp_path.resolve())).hexdigest()[:16]
    assert (home / "diptych" / "drafts" / name / "d1.json").exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"id": 1}', "[" * 100_000, "\xff"])
def test_a_damaged_draft_is_kept_aside(tmp_path: Path, home: Path, content: str) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    write_draft(workspace, DRAFT)
    write_draft(workspace, replace(DRAFT, id="d2"))
    (file,) = home.rglob("d1.json")
    file.write_text(content)
    assert [draft.id for draft in read_drafts(workspace)] == ["d2"]
    assert file.with_name("d1.json.broken").read_text() == content


def test_a_draft_that_cannot_be_read_now_is_offered_later(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    write_draft(workspace, DRAFT)

    def fail(_: Path) -> bytes:
        raise OSError(EIO, "Input/output error")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "read_bytes", fail)
        assert read_drafts(workspace) == ()
    assert read_drafts(workspace) == (DRAFT,)


def test_a_draft_stays_in_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a draft's id"):
        write_draft(Workspace(tmp_path, tmp_path), replace(DRAFT, id="../x"))


def test_unknown_keys_come_back_as_they_were(tmp_path: Path) -> None:
    extra = (("mood", {"a": ("b", {"c": ("d",)})}), ("list", ("e", ("f",))))
    draft = replace(DRAFT, annotation=replace(TYPED, extra=extra))
    write_draft(Workspace(tmp_path, tmp_path), draft)
    assert read_drafts(Workspace(tmp_path, tmp_path)) == (draft,)


def test_a_draft_without_a_list_that_came_later_is_read(tmp_path: Path, home: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    write_draft(workspace, DRAFT)
    (file,) = home.rglob("d1.json")
    values = json.loads(file.read_text())
    del values["annotation"]["was"]
    file.write_text(json.dumps(values))
    assert read_drafts(workspace) == (DRAFT,)


def test_a_folder_for_drafts_that_cannot_be_written_is_not_the_workspace(home: Path, tmp_path: Path) -> None:
    home.write_text("a file")
    with pytest.raises(SaveError) as raised:
        write_draft(Workspace(tmp_path, tmp_path), DRAFT)
    assert raised.value.message.endswith(
        "; save soon, for only the screen has your words; XDG_STATE_HOME may name another folder"
    )
