"""Records are created, updated, deleted and restored."""

import errno
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from coast_workspace import coast_workspace
from fake_os_calls import CLOCK
from record_files import ANY, LIST, bare_workspace, claim, records, write_list

from tui.errors import SaveError
from tui.model import Annotation, Codebook, Workspace
from tui.storage.files.lock import folder_lock
from tui.storage.files.os_calls import OsCalls
from tui.storage.records.locate import RecordConflict
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import create, delete, edit, restore, update


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return bare_workspace(tmp_path)


def test_an_existing_file_is_never_overwritten(workspace: Workspace) -> None:
    first = create(workspace, claim())
    content = first.file.read_bytes()
    with pytest.raises(SaveError, match="exists already"):
        create(workspace, claim(body="other"))
    assert first.file.read_bytes() == content
    assert len(list(first.file.parent.iterdir())) == 1


def test_records_made_at_once_stay_in_their_order(workspace: Workspace) -> None:
    bodies = [create(workspace, claim(id="", body=str(number))).annotation.body for number in range(6)]
    assert [record.annotation.body for record in RecordLoader(workspace).records("a", ANY).records] == bodies


@pytest.mark.parametrize("article", ["../x", "a/b", "..", ".", "codebook", "a\\b"])
def test_an_article_name_that_leads_elsewhere_is_refused(workspace: Workspace, article: str) -> None:
    with pytest.raises(SaveError, match="cannot be an article's name"):
        create(workspace, claim(article=article))
    assert not workspace.annotations.exists()


def test_what_reading_would_refuse_is_not_written(workspace: Workspace) -> None:
    with pytest.raises(SaveError, match="a statement without a quote"):
        create(workspace, claim(target=None))
    assert not workspace.annotations.exists()


def test_a_surrogate_is_refused_by_its_code_point(workspace: Workspace) -> None:
    with pytest.raises(SaveError, match=r"U\+D800 is an unpaired surrogate"):
        create(workspace, claim(body="x\ud800"))


def test_a_note_on_a_proposition_lies_with_the_codebook(workspace: Workspace) -> None:
    note = Annotation("n", "note", about="p", body="hm")
    record = create(workspace, note)
    assert record.file.parent == workspace.proposition_notes
    assert RecordLoader(workspace).records("", ANY).records == (record,)


def test_taking_an_edit_back_restores_the_bytes(workspace: Workspace) -> None:
    record = create(workspace, claim(), os_calls=CLOCK)
    before = record.file.read_bytes()
    edited = update(workspace, record, replace(record.annotation, body="x\ny", tags=("z",)))
    update(workspace, edited, record.annotation)
    assert record.file.read_bytes() == before


ODD = """article: a
annotations: # all
  -   id: one   # by hand
      about: ""
      kind: "note"
      speaker:   [ 'X' ]

      # deep
      body: >-
        folded
        text
  - {id: two,   kind: note, "about": , body: t, tags: [ z ] }   # flow
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("name", ["one", "two"])
@pytest.mark.parametrize(
    "fields", [{"body": ""}, {"body": "x\ny"}, {"about": "p", "speaker": ("A", "B")}, {"speaker": (), "tags": ()}]
)
def test_reverting_an_edit_in_a_list_restores_its_bytes(
    workspace: Workspace, newline: str, mark: str, name: str, fields: dict[str, object]
) -> None:
    source = mark + ODD.replace("\n", newline)
    file = write_list(workspace, source)
    record = records(workspace)[name]
    edited = edit(workspace, record, replace(record.annotation, **fields))  # type: ignore[arg-type]
    assert edited.change
    after = file.read_bytes()
    assert after != source.encode()
    reverted = edit(workspace, edited.record, record.annotation, edited.change.inverse)
    assert file.read_bytes() == source.encode()
    assert reverted.record.annotation == record.annotation
    assert reverted.change
    edit(workspace, reverted.record, edited.record.annotation, reverted.change.inverse)
    assert file.read_bytes() == after


def test_reverting_an_edit_of_a_record_file_restores_its_bytes(workspace: Workspace) -> None:
    record = create(workspace, claim())
    source = "# mine\n" + record.file.read_text().replace("kind: claim", "kind:   claim  # surely") + "\n# end\n"
    record.file.write_text(source)
    (record,) = records(workspace).values()
    edited = edit(workspace, record, replace(record.annotation, kind="denial", body="b"))
    assert edited.change
    edit(workspace, edited.record, record.annotation, edited.change.inverse)
    assert record.file.read_text() == source


def test_reverting_an_edit_keeps_what_somebody_else_changed_in_the_list(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["one"]
    edited = edit(workspace, record, replace(record.annotation, speaker=(), body="b"))
    file.write_text("# theirs\n" + file.read_text().replace("id: three", "id: third").replace("# about two\n", ""))
    assert edited.change
    edit(workspace, edited.record, record.annotation, edited.change.inverse)
    assert file.read_text() == "# theirs\n" + LIST.replace("id: three", "id: third").replace("# about two\n", "")


def test_an_edit_of_a_text_that_somebody_else_changed_is_reverted_field_by_field(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["one"]
    edited = edit(workspace, record, replace(record.annotation, cue="so"))
    file.write_text(file.read_text().replace("cue: so", "cue: 'so'  # theirs"))
    current = records(workspace)["one"]
    assert edited.change
    edit(workspace, current, record.annotation, edited.change.inverse)
    assert records(workspace)["one"].annotation == record.annotation


def test_a_change_that_makes_another_form_is_not_used(workspace: Workspace) -> None:
    write_list(workspace, LIST)
    record = records(workspace)["one"]
    edited = edit(workspace, record, replace(record.annotation, cue="so"))
    assert edited.change
    edit(workspace, edited.record, replace(record.annotation, cue="thus"), edited.change.inverse)
    assert records(workspace)["one"].annotation.cue == "thus"


def test_the_folder_of_the_last_record_is_removed_if_this_program_created_it(workspace: Workspace) -> None:
    first, second = create(workspace, claim(id="one")), create(workspace, claim(id="two"))
    delete(workspace, first)
    assert workspace.records("a").exists()
    deleted = delete(workspace, second)
    assert not workspace.records("a").exists()
    assert restore(workspace, deleted) == second


def test_somebody_elses_change_is_a_conflict_that_shows_it(workspace: Workspace) -> None:
    record = create(workspace, claim(body="mine"))
    theirs = update(workspace, record, replace(record.annotation, body="theirs"))
    with pytest.raises(RecordConflict) as caught:
        update(workspace, record, replace(record.annotation, body="mine again"))
    assert caught.value.current == theirs
    with pytest.raises(RecordConflict):
        delete(workspace, record)
    assert RecordLoader(workspace).records("a", ANY).records == (theirs,)


def test_saving_the_same_change_again_is_no_conflict(workspace: Workspace) -> None:
    record = create(workspace, claim(body="mine"))
    wanted = replace(record.annotation, body="new")
    saved = update(workspace, record, wanted)
    assert update(workspace, record, wanted) == saved


def test_a_deleted_record_is_a_conflict_without_a_current_one(workspace: Workspace) -> None:
    record = create(workspace, claim())
    delete(workspace, record)
    with pytest.raises(RecordConflict) as caught:
        update(workspace, record, replace(record.annotation, body="x"))
    assert caught.value.current is None


def test_a_deleted_file_comes_back_byte_for_byte(workspace: Workspace) -> None:
    record = create(workspace, claim(body="x"))
    content = record.file.read_bytes() + b"# a comment\n"
    record.file.write_bytes(content)
    deleted = delete(workspace, record)
    assert not record.file.exists()
    assert restore(workspace, deleted) == record
    assert record.file.read_bytes() == content
    with pytest.raises(SaveError, match="exists already"):
        restore(workspace, deleted)


def test_permissions_and_links_are_kept(workspace: Workspace, tmp_path: Path) -> None:
    record = create(workspace, claim())
    elsewhere = tmp_path / "shared.yaml"
    record.file.rename(elsewhere)
    elsewhere.chmod(0o640)
    record.file.symlink_to(elsewhere)
    update(workspace, record, replace(record.annotation, body="new"))
    assert record.file.is_symlink()
    assert "body: new" in elsewhere.read_text()
    assert elsewhere.stat().st_mode & 0o777 == 0o640


def test_articles_are_never_written(workspace: Workspace) -> None:
    workspace.annotations.mkdir()
    workspace.records("a").symlink_to(workspace.articles)
    with pytest.raises(SaveError, match="nothing is ever saved"):
        create(workspace, claim())
    assert [each.name for each in workspace.articles.iterdir()] == ["a.txt"]


def test_a_record_elsewhere_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    record = replace(create(workspace, claim()), file=tmp_path / "other.yaml")
    with pytest.raises(SaveError, match="is not in the workspace's annotations"):
        update(workspace, record, replace(record.annotation, body="x"))


class Retried(OsCalls):
    """A system where syncing a folder fails, and then one rename."""

    failed = 0

    def fsync(self, descriptor: int) -> None:
        if self.failed < 1 and stat.S_ISDIR(os.fstat(descriptor).st_mode):
            self.failed = 1
            raise OSError(errno.EIO, "no")
        super().fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        if self.failed == 1:
            self.failed = 2
            raise OSError(errno.EIO, "no")
        super().replace(source, target)


def test_what_was_not_confirmed_is_written_again(workspace: Workspace) -> None:
    record = create(workspace, claim())
    update(workspace, record, replace(record.annotation, body="x"))
    record = RecordLoader(workspace).records("a", ANY).records[0]
    wanted, system = replace(record.annotation, body="new"), Retried()
    system.synced_folders[workspace.annotations] = workspace.annotations.stat().st_ino
    with pytest.raises(SaveError, match="did not confirm"):
        update(workspace, record, wanted, os_calls=system)
    before = record.file.stat().st_ino
    assert update(workspace, record, wanted).annotation.body == "new"
    assert record.file.stat().st_ino != before


WRITE = """
import sys
from pathlib import Path
from tui.model import Annotation, Workspace
from tui.storage.records.repository import create
root = Path(sys.argv[1])
workspace = Workspace(root, root / "articles")
for number in range(25):
    create(workspace, Annotation("", "note", "a", body=f"{sys.argv[2]} {number}", annotator=sys.argv[2]))
"""


def test_two_programs_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    writers = [subprocess.Popen([sys.executable, "-c", WRITE, str(tmp_path), name]) for name in ("one", "two")]
    assert [writer.wait() for writer in writers] == [0, 0]
    found = RecordLoader(Workspace(tmp_path, tmp_path / "articles")).records("a", Codebook())
    assert not found.problems
    bodies = {record.annotation.body for record in found.records}
    assert bodies == {f"{name} {number}" for name in ("one", "two") for number in range(25)}


def test_the_lock_is_free_after_a_save(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "articles")
    create(workspace, Annotation("n", "note", "a"))
    with folder_lock(workspace.annotations, OsCalls()):
        pass


def test_records_whose_names_have_another_unicode_form_are_edited_and_deleted(tmp_path: Path) -> None:
    workspace = coast_workspace(tmp_path, annotations="NFD", values="NFD")
    (folder,) = (path for path in workspace.annotations.iterdir() if path.is_dir())
    listed, note = RecordLoader(workspace).records("Küste", ANY).records
    before = listed.file.read_text("utf-8")
    edited = update(workspace, listed, replace(listed.annotation, cue="sagte"))
    assert edited.annotation.tags == ("küste",)
    assert normalize("NFD", "tags: [küste]") in edited.file.read_text("utf-8")
    assert edited.file.read_text("utf-8") != before
    assert update(workspace, note, replace(note.annotation, body="Anders")).annotation.on == "häuser"
    added = create(workspace, Annotation("", "note", "Küste", body="Neu", tags=(normalize("NFD", "küste"),)))
    assert (added.file.parent, added.annotation.tags) == (folder, ("küste",))
    delete(workspace, edited)
    remaining = RecordLoader(workspace).records("Küste", ANY).records
    assert [record.annotation.body for record in remaining] == ["Anders", "Neu"]
