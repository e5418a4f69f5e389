"""Edits are parsed back: this change, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_files import ANY, LIST, bare_workspace, records, write_list

from tui.errors import SaveError
from tui.model import Annotation, Record, TextPiece, TextSelector, Workspace
from tui.storage.files.utf8 import encode_utf8
from tui.storage.records import verified_edit
from tui.storage.records.annotation_fields import record_fields, record_text
from tui.storage.records.field_edits import edit_fields
from tui.storage.records.locate import LocatedRecord, located_record, parse_file
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import delete, restore, update
from tui.storage.records.verified_edit import edit_record, verified_record
from tui.storage.yaml.document import read_document
from tui.storage.yaml.nodes import Mapping, Sequence


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return bare_workspace(tmp_path)


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


def test_a_comment_that_a_block_would_swallow(workspace: Workspace) -> None:
    file = write_list(workspace, "annotations:\n  - id: a\n    body: b\n         # deep\n    kind: note\n")
    record = records(workspace)["a"]
    update(workspace, record, replace(record.annotation, body="x\ny", modified="M"))
    assert file.read_text() == (
        'annotations:\n  - id: a\n    body: "x\\ny"\n         # deep\n    kind: note\n    modified: M\n'
    )


def test_an_id_that_is_taken_again_is_not_restored(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    deleted = delete(workspace, records(workspace)["two"])
    text = file.read_text().replace("id: one", "id: two")
    file.write_text(text)
    with pytest.raises(SaveError, match="taken again"):
        restore(workspace, deleted)
    assert file.read_text() == text


@pytest.mark.parametrize(("old", "new"), [("'it'", "'that'"), ("# about two", "x: y"), ("id: three", "id: third")])
def test_an_edit_that_would_change_more_is_refused(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["two"]

    def careless(text: str, *arguments: object, **options: bool) -> str:
        return edit_fields(text, *arguments, **options).replace(old, new)  # type: ignore[arg-type]

    monkeypatch.setattr(verified_edit, "edit_fields", careless)
    with pytest.raises(SaveError, match="reads back the same"):
        update(workspace, record, replace(record.annotation, body="b"))
    assert file.read_text() == LIST


def test_a_bad_neighbour_does_not_hinder(workspace: Workspace) -> None:
    file = write_list(workspace, LIST.replace("    x: {y: [1, 2]}\n", "    x: *a\n    quote: q\n"))
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


TEXT = st.text(st.characters(codec="utf-8"), max_size=40) | st.text(
    "ab \n\r\t\x85\u2028:#-'\"[]{},&*!|>%@`?\x00\x07\x7f\ufeff\ufffe😀", max_size=12
)

NAMES = st.lists(TEXT.filter(bool), max_size=3).map(tuple)

SHOWN = TEXT.filter(str.strip)

OFFSETS = st.lists(st.integers(0, 10**14), min_size=6, max_size=6).map(sorted)


def pieces(quotes: list[str], offsets: list[int], hinted: bool) -> tuple[TextPiece, ...]:
    hints = zip(offsets[::2], offsets[1::2], strict=True) if hinted else [(None, None)] * len(quotes)
    return tuple(TextPiece(quote, *hint) for quote, hint in zip(quotes, hints, strict=False))


PIECES = st.builds(pieces, st.lists(SHOWN, min_size=1, max_size=3), OFFSETS, st.booleans())

SELECTORS = st.builds(TextSelector, SHOWN, TEXT, TEXT) | st.builds(TextSelector.of_pieces, PIECES, TEXT, TEXT)

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
    hedge=TEXT,
    via=NAMES,
    speaker_words=TEXT,
    suggested=TEXT,
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
