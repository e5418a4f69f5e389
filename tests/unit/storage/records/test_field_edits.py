"""Fields of a record are changed, and no other byte."""

from dataclasses import replace
from pathlib import Path

import pytest
from fake_os_calls import CLOCK
from record_files import ANY, LIST, bare_workspace, claim, records, write_list

from tui.model import TextSelector, Workspace
from tui.storage.records.field_edits import (
    apply_edits,
    column_of,
    edit_fields,
    line_end,
    line_start,
    newline_of,
    next_line,
)
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import create, update
from tui.storage.yaml.document import parse
from tui.storage.yaml.nodes import Mapping


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return bare_workspace(tmp_path)


def test_one_word_changes(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["one"]
    saved = update(workspace, record, replace(record.annotation, kind="denial"), os_calls=CLOCK)
    assert file.read_text() == LIST.replace("kind:   claim", "kind: denial").replace(
        "      text\n", "      text\n    modified: 2026-01-02T03:04:05Z\n"
    )
    assert records(workspace)["one"] == saved


def test_a_list_of_names_stays_a_list(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["one"]
    update(workspace, record, replace(record.annotation, speaker=("C",), modified="M"))
    assert "    speaker: [C]\n    quote: 'it'\n" in file.read_text()


def test_fields_are_removed_with_their_lines(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["one"]
    update(workspace, record, replace(record.annotation, speaker=(), body="", modified="M"))
    source = LIST.replace("    speaker:\n      - A\n      - B\n", "")
    assert file.read_text() == source.replace("    body: |\n      Some\n\n      text\n", "").replace(
        "    quote: 'it'\n", "    quote: 'it'\n    modified: M\n"
    )


def test_unknown_keys_can_go_too(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["two"]
    assert record.annotation.extra == (("x", {"y": ("1", "2")}),)
    update(workspace, record, replace(record.annotation, extra=(), modified="M"))
    assert file.read_text() == LIST.replace("    x: {y: [1, 2]}\n", "").replace(
        '    quote: "it"\n', '    quote: "it"\n    modified: M\n'
    )


def test_a_record_in_braces_stays_in_braces(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["three"]
    target = TextSelector("it, or not")
    update(workspace, record, replace(record.annotation, target=target, body="a\nb", modified="M"))
    braces = '{id: three, kind: claim, quote: "it, or not", body: "a\\nb", modified: M}   # inline'
    assert file.read_text() == LIST.replace("{id: three, kind: claim, quote: it}   # inline", braces)


def test_fields_in_braces_are_removed(workspace: Workspace) -> None:
    file = write_list(workspace, "annotations: [{x: 1, y: 2, id: a, cue: c, kind: note, body: b, tags: [q]}]\n")
    record = records(workspace)["a"]
    update(workspace, record, replace(record.annotation, extra=(), cue="", body="", tags=(), modified="M"))
    assert file.read_text() == "annotations: [{id: a, kind: note, modified: M}]\n"


def test_the_first_field_can_go(workspace: Workspace) -> None:
    file = write_list(workspace, "annotations:\n- cue: c\n  tags: t\n  id: a\n  kind: note\n")
    record = records(workspace)["a"]
    update(workspace, record, replace(record.annotation, cue="", tags=(), body="b", modified="M"))
    assert file.read_text() == "annotations:\n- id: a\n  kind: note\n  body: b\n  modified: M\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_the_mark_stay(workspace: Workspace, newline: str, mark: str) -> None:
    source = mark + LIST.replace("\n", newline)
    file = write_list(workspace, source)
    record = records(workspace)["two"]
    update(workspace, record, replace(record.annotation, body="ä\n𝒳", modified="M"))
    added = '    quote: "it"\n    body: |-\n      ä\n      𝒳\n    modified: M\n'
    wanted = mark + LIST.replace('    quote: "it"\n', added).replace("\n", newline)
    assert file.read_bytes() == wanted.encode()


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


def test_a_field_comes_back_where_it_was(workspace: Workspace) -> None:
    made = claim(speaker=("One",), cue="said", tags=("t",), annotator="A", created="C", extra=(("mood", "good"),))
    record = create(workspace, made)
    before = record.file.read_text()
    old = record.annotation
    for without in (replace(old, speaker=()), replace(old, cue=""), replace(old, tags=()), replace(old, annotator="")):
        record = update(workspace, record, without)
        record = update(workspace, record, old)
        assert record.file.read_text() == before


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_of_a_text(newline: str) -> None:
    text = newline.join(("ab", "", "cde"))
    second, third = 2 + len(newline), 2 + 2 * len(newline)
    assert [line_start(text, offset) for offset in (0, 2, second, third, third + 3)] == [0, 0, second, third, third]
    assert [line_end(text, offset) for offset in (0, 2, second, third)] == [2, 2, second, third + 3]
    assert [next_line(text, offset) for offset in (0, second, third)] == [second, third, third + 3]
    assert column_of(text, third + 2) == 2
    assert newline_of(text) == ("\r\n" if newline == "\r\n" else "\n")


def test_edits_are_made_whatever_their_order() -> None:
    assert apply_edits("abcdef", [(4, 6, "Z"), (0, 1, "X"), (2, 2, "Y")]) == "XbYcdZ"


def test_a_new_field_follows_those_before_it_in_a_new_record() -> None:
    text = "id: a\nx: y\nbody: b\n"
    root = parse(text).root
    assert isinstance(root, Mapping)
    edited = edit_fields(text, root, {"kind": "note", "tags": "t", "z": "?", "x": None})
    assert edited == 'id: a\nkind: note\nbody: b\ntags: t\nz: "?"\n'
