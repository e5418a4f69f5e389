"""Records in list files: only their own bytes change."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import SaveError
from tui.model import Annotation, Codebook, Record, TextSelector, Workspace
from tui.storage.files.os_calls import OsCalls
from tui.storage.records import verified_edit
from tui.storage.records.field_edits import edit_fields
from tui.storage.records.locate import LocatedRecord, RecordConflict, located_record, parse_file
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import delete, restore, update
from tui.storage.records.verified_edit import edit_record
from tui.storage.yaml.nodes import Mapping, Sequence

ANY = Codebook(complete=False)

LIST = """\
# The shared list
article: a   # this one
title: "T"
mood: calm   # unknown, kept

annotations:
  # about one
  - id: one
    kind:   claim   # surely
    speaker:
      - A
      - B
    quote: 'it'
    body: |
      Some

      text

  # about two

  - kind: denial
    id: two
    x: {y: [1, 2]}
    quote: "it"

  # about three
  - {id: three, kind: claim, quote: it}   # inline
# the end
"""


class Clock(OsCalls):
    def now(self) -> str:
        return "T"


CLOCK = Clock()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "articles").mkdir()
    (tmp_path / "annotations").mkdir()
    return Workspace(tmp_path, tmp_path / "articles")


def write(workspace: Workspace, text: str) -> Path:
    file = workspace.list_file("a")
    file.write_bytes(text.encode())
    return file


def records(workspace: Workspace) -> dict[str, Record]:
    found = RecordLoader(workspace).records("a", ANY)
    assert not [problem for problem in found.problems if problem.severity == "error"]
    return {record.annotation.id: record for record in found.records}


def test_one_word_changes(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    record = records(workspace)["one"]
    saved = update(workspace, record, replace(record.annotation, kind="denial"), os_calls=CLOCK)
    assert file.read_text() == LIST.replace("kind:   claim", "kind: denial").replace(
        "      text\n", "      text\n    modified: T\n"
    )
    assert records(workspace)["one"] == saved


def test_a_list_of_names_stays_a_list(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    record = records(workspace)["one"]
    update(workspace, record, replace(record.annotation, speaker=("C",), modified="M"))
    assert "    speaker: [C]\n    quote: 'it'\n" in file.read_text()


def test_fields_are_removed_with_their_lines(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    record = records(workspace)["one"]
    update(workspace, record, replace(record.annotation, speaker=(), body="", modified="M"))
    source = LIST.replace("    speaker:\n      - A\n      - B\n", "")
    assert file.read_text() == source.replace("    body: |\n      Some\n\n      text\n", "").replace(
        "    quote: 'it'\n", "    quote: 'it'\n    modified: M\n"
    )


def test_unknown_keys_can_go_too(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    record = records(workspace)["two"]
    assert record.annotation.extra == (("x", {"y": ("1", "2")}),)
    update(workspace, record, replace(record.annotation, extra=(), modified="M"))
    assert file.read_text() == LIST.replace("    x: {y: [1, 2]}\n", "").replace(
        '    quote: "it"\n', '    quote: "it"\n    modified: M\n'
    )


def test_a_record_in_braces_stays_in_braces(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    record = records(workspace)["three"]
    target = TextSelector("it, or not")
    update(workspace, record, replace(record.annotation, target=target, body="a\nb", modified="M"))
    braces = '{id: three, kind: claim, quote: "it, or not", body: "a\\nb", modified: M}   # inline'
    assert file.read_text() == LIST.replace("{id: three, kind: claim, quote: it}   # inline", braces)


def test_fields_in_braces_are_removed(workspace: Workspace) -> None:
    file = write(workspace, "annotations: [{x: 1, y: 2, id: a, cue: c, kind: note, body: b, tags: [q]}]\n")
    record = records(workspace)["a"]
    update(workspace, record, replace(record.annotation, extra=(), cue="", body="", tags=(), modified="M"))
    assert file.read_text() == "annotations: [{id: a, kind: note, modified: M}]\n"


def test_the_first_field_can_go(workspace: Workspace) -> None:
    file = write(workspace, "annotations:\n- cue: c\n  tags: t\n  id: a\n  kind: note\n")
    record = records(workspace)["a"]
    update(workspace, record, replace(record.annotation, cue="", tags=(), body="b", modified="M"))
    assert file.read_text() == "annotations:\n- id: a\n  kind: note\n  body: b\n  modified: M\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_the_mark_stay(workspace: Workspace, newline: str, mark: str) -> None:
    source = mark + LIST.replace("\n", newline)
    file = write(workspace, source)
    record = records(workspace)["two"]
    update(workspace, record, replace(record.annotation, body="ä\n𝒳", modified="M"))
    added = '    quote: "it"\n    body: |-\n      ä\n      𝒳\n    modified: M\n'
    wanted = mark + LIST.replace('    quote: "it"\n', added).replace("\n", newline)
    assert file.read_bytes() == wanted.encode()


def test_a_last_line_without_a_break(workspace: Workspace) -> None:
    file = write(workspace, "annotations:\n  - id: a\n    kind: note")
    record = records(workspace)["a"]
    update(workspace, record, replace(record.annotation, body="b", modified="M"))
    assert file.read_text() == "annotations:\n  - id: a\n    kind: note\n    body: b\n    modified: M"
    removed = delete(workspace, records(workspace)["a"])
    assert file.read_text() == "annotations: []\n"
    restore(workspace, removed)
    assert records(workspace)["a"].annotation.body == "b"


def test_a_comment_that_a_block_would_swallow(workspace: Workspace) -> None:
    file = write(workspace, "annotations:\n  - id: a\n    body: b\n         # deep\n    kind: note\n")
    record = records(workspace)["a"]
    update(workspace, record, replace(record.annotation, body="x\ny", modified="M"))
    assert file.read_text() == (
        'annotations:\n  - id: a\n    body: "x\\ny"\n         # deep\n    kind: note\n    modified: M\n'
    )


@pytest.mark.parametrize("name", ["one", "two", "three"])
def test_deleting_and_restoring_gives_the_same_bytes(workspace: Workspace, name: str) -> None:
    file = write(workspace, LIST)
    record = records(workspace)[name]
    deleted = delete(workspace, record)
    assert name not in records(workspace)
    assert "# about one\n" in file.read_text()
    assert "# about three\n" in file.read_text()
    assert restore(workspace, deleted) == record
    assert file.read_text() == LIST


def test_all_go_and_all_come_back(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    deleted = [delete(workspace, records(workspace)[name]) for name in ("two", "one", "three")]
    assert "annotations: []\n" in file.read_text()
    for each in reversed(deleted):
        restore(workspace, each)
    assert file.read_text() == LIST


def test_between_brackets_too(workspace: Workspace) -> None:
    source = "annotations: [{id: a, kind: note}, {id: b, kind: note}, {id: c, kind: note}]\n"
    file = write(workspace, source)
    for name in "abc":
        deleted = delete(workspace, records(workspace)[name])
        assert name not in records(workspace)
        restore(workspace, deleted)
        assert file.read_text() == source


def test_a_record_comes_back_where_the_list_is_gone(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    deleted = delete(workspace, records(workspace)["two"])
    file.unlink()
    restored = restore(workspace, deleted)
    assert records(workspace) == {"two": restored}


def test_an_id_that_is_taken_again_is_not_restored(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    deleted = delete(workspace, records(workspace)["two"])
    text = file.read_text().replace("id: one", "id: two")
    file.write_text(text)
    with pytest.raises(SaveError, match="taken again"):
        restore(workspace, deleted)
    assert file.read_text() == text


def test_changes_elsewhere_in_the_file_are_no_conflict(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    record = records(workspace)["two"]
    file.write_text("# new head\n" + LIST.replace("Some", "Other"))
    update(workspace, record, replace(record.annotation, kind="claim", modified="M"))
    assert "# new head" in file.read_text()
    assert "Other" in file.read_text()


def test_a_change_of_the_record_is_a_conflict(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    record = records(workspace)["two"]
    other = LIST.replace("kind: denial", "kind: note")
    file.write_text(other)
    with pytest.raises(RecordConflict) as caught:
        update(workspace, record, replace(record.annotation, body="b"))
    assert caught.value.current is not None
    assert caught.value.current.annotation.kind == "note"
    assert file.read_text() == other


def test_a_broken_file_is_not_touched(workspace: Workspace) -> None:
    file = write(workspace, LIST)
    record = records(workspace)["one"]
    broken = LIST + "]\n"
    file.write_text(broken)
    with pytest.raises(SaveError, match="mend line"):
        update(workspace, record, replace(record.annotation, body="b"))
    assert file.read_text() == broken


@pytest.mark.parametrize(("old", "new"), [("'it'", "'that'"), ("# about two", "x: y"), ("id: three", "id: third")])
def test_an_edit_that_would_change_more_is_refused(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    file = write(workspace, LIST)
    record = records(workspace)["two"]

    def careless(text: str, *arguments: object, **options: bool) -> str:
        return edit_fields(text, *arguments, **options).replace(old, new)  # type: ignore[arg-type]

    monkeypatch.setattr(verified_edit, "edit_fields", careless)
    with pytest.raises(SaveError, match="reads back the same"):
        update(workspace, record, replace(record.annotation, body="b"))
    assert file.read_text() == LIST


def test_a_bad_neighbour_does_not_hinder(workspace: Workspace) -> None:
    file = write(workspace, LIST.replace("    x: {y: [1, 2]}\n", "    x: *a\n    quote: q\n"))
    record = RecordLoader(workspace).records("a", ANY).records[0]
    update(workspace, record, replace(record.annotation, kind="note", modified="M"))
    assert "    x: *a\n    quote: q\n" in file.read_text()


BITS = st.sampled_from(["a", "x y", "# no", "- b", ": ", "\n", "\n\n", "  ", "é", "|", "'", '"', "\t", "…", "😀"])
BODIES = st.lists(BITS, max_size=8).map("".join)


@settings(derandomize=True, deadline=None, max_examples=120)
@given(BODIES, BODIES, st.sampled_from(["one", "two", "three"]), st.booleans())
def test_only_the_record_changes(body: str, cue: str, name: str, crlf: bool) -> None:
    text = LIST.replace("\n", "\r\n") if crlf else LIST
    standing = stand(text, name)
    wanted = replace(standing.record.annotation, body=body, cue=cue)
    made = edit_record(standing, wanted)
    assert made.record.annotation == wanted
    start, end = standing.mapping.start, standing.mapping.end
    assert made.file.document.text.startswith(text[:start])
    assert made.file.document.text.endswith(text[end:])


def stand(text: str, name: str) -> LocatedRecord:
    file = parse_file(Path("a.yaml"), text.encode())
    root = file.document.root
    assert isinstance(root, Mapping)
    listed = root.get("annotations")
    assert isinstance(listed, Sequence)
    like = Record(Annotation(name, "note", "a"), file.path, 1, in_list=True)
    index = ["one", "two", "three"].index(name)
    item = listed.items[index]
    assert isinstance(item, Mapping)
    found = located_record(file, item, index, like)
    assert found
    return found
