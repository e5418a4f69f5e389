"""Records in files of their own."""

import errno
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import SaveError
from tui.model import Annotation, Codebook, Proposition, TextSelector, Workspace
from tui.storage.files.os_calls import OsCalls
from tui.storage.files.utf8 import encode_utf8
from tui.storage.records.annotation_fields import record_fields, record_text
from tui.storage.records.locate import RecordConflict, parse_file
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import add_proposition, create, delete, restore, update
from tui.storage.records.verified_edit import verified_record
from tui.storage.yaml.document import read_document

ANY = Codebook(complete=False)


class Clock(OsCalls):
    """A system whose clock stands still."""

    def now(self) -> str:
        return "2026-01-02T03:04:05Z"


CLOCK = Clock()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("One said it. Two denied it.\n")
    return Workspace(tmp_path, tmp_path / "articles")


def claim(**fields: object) -> Annotation:
    return Annotation(**{"id": "k", "kind": "claim", "article": "a", "target": TextSelector("it"), **fields})  # type: ignore[arg-type]


def test_a_new_record_reads_as_people_would_write_it(workspace: Workspace) -> None:
    made = claim(speaker=("One", "Two"), body="A\n\nB\n", tags=("t",), annotator="Anna B.", cue="no")
    record = create(workspace, made, os_calls=CLOCK)
    assert record.file == workspace.records("a") / "anna-b.k.yaml"
    assert record.file.read_text() == (
        'article: a\nid: k\nkind: claim\nspeaker: [One, Two]\ncue: "no"\nquote: it\n'
        "body: |\n  A\n\n  B\ntags: t\nannotator: Anna B.\ncreated: 2026-01-02T03:04:05Z\n"
    )
    assert RecordLoader(workspace).records("a", ANY).records == (record,)


def test_spaces_at_the_end_of_a_line_are_kept_from_editors(workspace: Workspace) -> None:
    record = create(workspace, claim(body="a  \nb"))
    assert 'body: "a  \\nb"\n' in record.file.read_text()


def test_ids_are_random_and_begin_with_a_letter() -> None:
    ids = {OsCalls().new_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(each[0].isalpha() for each in ids)


def test_an_existing_file_is_never_overwritten(workspace: Workspace) -> None:
    first = create(workspace, claim())
    content = first.file.read_bytes()
    with pytest.raises(SaveError, match="exists already"):
        create(workspace, claim(body="other"))
    assert first.file.read_bytes() == content
    assert len(list(first.file.parent.iterdir())) == 1


@pytest.mark.parametrize("article", ["../x", "a/b", "..", ".", "codebook", "a\\b"])
def test_an_article_name_that_leads_elsewhere_is_refused(workspace: Workspace, article: str) -> None:
    with pytest.raises(SaveError, match="cannot be an article's name"):
        create(workspace, claim(article=article))
    assert not workspace.annotations.exists()


def test_what_reading_would_refuse_is_not_written(workspace: Workspace) -> None:
    with pytest.raises(SaveError, match="a statement without a quote"):
        create(workspace, claim(target=None))
    assert not workspace.annotations.exists()


def test_half_a_character_is_refused_by_name(workspace: Workspace) -> None:
    with pytest.raises(SaveError, match=r"U\+D800 is an unpaired surrogate"):
        create(workspace, claim(body="x\ud800"))


def test_a_note_on_a_proposition_lies_with_the_codebook(workspace: Workspace) -> None:
    note = Annotation("n", "note", about="p", body="hm")
    record = create(workspace, note)
    assert record.file.parent == workspace.proposition_notes
    assert RecordLoader(workspace).records("", ANY).records == (record,)


def test_updating_touches_only_the_changed_lines(workspace: Workspace) -> None:
    record = create(workspace, claim(body="old", annotator="A"), os_calls=CLOCK)
    text = record.file.read_text().replace("kind: claim\n", "# mine\nkind: claim   # sure\nmood: [good]\n")
    record.file.write_text(text)
    record = RecordLoader(workspace).records("a", ANY).records[0]
    saved = update(workspace, record, replace(record.annotation, kind="denial", body="n\ne\nw"), os_calls=CLOCK)
    assert record.file.read_text() == (
        text.replace("kind: claim ", "kind: denial ").replace("body: old", "body: |-\n  n\n  e\n  w")
        + "modified: 2026-01-02T03:04:05Z\n"
    )
    assert RecordLoader(workspace).records("a", ANY).records == (saved,)


def test_taking_an_edit_back_restores_the_bytes(workspace: Workspace) -> None:
    record = create(workspace, claim(), os_calls=CLOCK)
    before = record.file.read_bytes()
    edited = update(workspace, record, replace(record.annotation, body="x\ny", tags=("z",)))
    update(workspace, edited, record.annotation)
    assert record.file.read_bytes() == before


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
    with pytest.raises(SaveError, match="never written"):
        create(workspace, claim())
    assert [each.name for each in workspace.articles.iterdir()] == ["a.txt"]


def test_a_record_elsewhere_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    record = replace(create(workspace, claim()), file=tmp_path / "other.yaml")
    with pytest.raises(SaveError, match="does not lie"):
        update(workspace, record, replace(record.annotation, body="x"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'propositions:\n  p-q: "It is: so"\n'),
        ("# mine\nkinds: {}\n", '# mine\nkinds: {}\npropositions:\n  p-q: "It is: so"\n'),
        ("propositions: {}  # none\nkinds: {}\n", 'propositions:  # none\n  p-q: "It is: so"\nkinds: {}\n'),
        ("propositions:\n", 'propositions:\n  p-q: "It is: so"\n'),
        (
            "propositions:\n    a: b  # c\n\n# k\nkinds:\n",
            'propositions:\n    a: b  # c\n    p-q: "It is: so"\n\n# k\nkinds:\n',
        ),
        ("propositions: {a: b}\n", 'propositions: {a: b, p-q: "It is: so"}\n'),
        ("propositions:\r\n  a: b\r\n", 'propositions:\r\n  a: b\r\n  p-q: "It is: so"\r\n'),
        ("propositions:\n  a: b", 'propositions:\n  a: b\n  p-q: "It is: so"'),
    ],
)
def test_a_proposition_is_one_line_more(workspace: Workspace, before: str, after: str) -> None:
    workspace.annotations.mkdir()
    if before:
        workspace.codebook.write_bytes(before.encode())
    add_proposition(workspace, Proposition("p-q", "It is: so"))
    assert workspace.codebook.read_bytes() == after.encode()
    add_proposition(workspace, Proposition("p-q", "It is: so"))
    assert workspace.codebook.read_bytes() == after.encode()
    assert RecordLoader(workspace).codebook()[0].proposition_text("p-q") == "It is: so"
    with pytest.raises(SaveError, match="stands for another"):
        add_proposition(workspace, Proposition("p-q", "It is not"))


TEXT = st.text(st.characters(codec="utf-8"), max_size=40) | st.text(
    "ab \n\r\t\x85\u2028:#-'\"[]{},&*!|>%@`?\x00\x07\x7f\ufeff\ufffe😀", max_size=12
)
NAMES = st.lists(TEXT.filter(bool), max_size=3).map(tuple)
SHOWN = TEXT.filter(str.strip)
SELECTORS = st.builds(TextSelector, SHOWN, TEXT, TEXT)
NESTED = st.recursive(
    TEXT,
    lambda inner: st.lists(inner, max_size=2).map(tuple) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)
ANNOTATIONS = st.builds(
    Annotation,
    id=SHOWN,
    kind=TEXT.filter(bool),
    article=st.just("a"),
    target=SELECTORS,
    speaker=NAMES,
    about=TEXT,
    cue=TEXT,
    body=TEXT,
    tags=NAMES,
    was=NAMES,
    annotator=TEXT,
    extra=st.lists(
        st.tuples(st.sampled_from(["x-1", "mood", "é: "]), NESTED), max_size=2, unique_by=lambda e: e[0]
    ).map(tuple),
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(ANNOTATIONS)
def test_every_text_reads_back_verbatim(annotation: Annotation) -> None:
    path = Path("x.yaml")
    content = encode_utf8(record_text(annotation), path)
    assert not read_document(content).faults
    record = verified_record(parse_file(path, content), annotation)
    assert record_fields(record.annotation, in_list=False) == record_fields(annotation, in_list=False)
    assert record.annotation.body == annotation.body
    assert record.annotation.target == annotation.target


def test_offsets_are_written_as_numbers(workspace: Workspace) -> None:
    record = create(workspace, claim(target=TextSelector("it", start=4045, end=4047)))
    assert "start: 4045\nend: 4047\n" in record.file.read_text()
    edited = update(workspace, record, replace(record.annotation, target=TextSelector("it", start=5, end=7)))
    assert "start: 5\nend: 7\n" in record.file.read_text()
    assert RecordLoader(workspace).records("a", ANY).records == (edited,)


def test_a_field_comes_back_where_it_was(workspace: Workspace) -> None:
    made = claim(speaker=("One",), cue="said", tags=("t",), annotator="A", created="C", extra=(("mood", "good"),))
    record = create(workspace, made)
    before = record.file.read_text()
    old = record.annotation
    for without in (replace(old, speaker=()), replace(old, cue=""), replace(old, tags=()), replace(old, annotator="")):
        record = update(workspace, record, without)
        record = update(workspace, record, old)
        assert record.file.read_text() == before


class Retried(OsCalls):
    """A system whose folders are not confirmed, and whose renames then fail once."""

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
