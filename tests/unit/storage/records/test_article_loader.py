"""The records of one article, of its list and of its folder."""

import gc
from pathlib import Path

import pytest
from record_files import GOOD, book, coded_workspace, read

from tui.model import Codebook, Workspace
from tui.storage.records.article_loader import ArticleLoader
from tui.storage.records.record_loader import RecordLoader
from tui.storage.yaml.nodes import Mapping


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return coded_workspace(tmp_path)


def test_an_id_is_taken_once(workspace: Workspace) -> None:
    (workspace.records("a") / "me.good.yaml").write_text("id: good\nkind: note\n")
    ids, problems = read(workspace, GOOD, "{id: good, kind: note}")
    assert ids == ["good"]
    assert problems == [
        'a.yaml:3:10: the id "good" is taken (line 2); write another one',
        'a/me.good.yaml:1:5: the id "good" is taken (a.yaml, line 2); write another one',
    ]


def test_a_note_on_a_bad_record_is_kept(workspace: Workspace) -> None:
    ids, problems = read(workspace, "{id: b, quote: it}", "{id: n, kind: note, on: b}")
    assert ids == ["n"]
    assert len(problems) == 1


def test_what_stands_before_broken_yaml_is_read(workspace: Workspace) -> None:
    ids, problems = read(workspace, GOOD, "{id: n, kind: note, on: later}", "{id: 'x", "{id: later, kind: note}")
    assert ids == ["good", "n"]
    assert len(problems) == 1
    assert problems[0].startswith("a.yaml:4:10: a quotation mark is never closed")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("article: b\nannotations: []\n", '1:10: article is "b" in the file of "a"'),
        ("- id: a\n", "1:1: an article's file must map names to values, but is a list"),
        ("annotations: {a: b}\n", "1:14: annotations must be a list, but is a mapping"),
        ("title: [a]\n", "1:8: title must be text, but is a list"),
        ("annotation: []\n", '1:1: unknown key "annotation"; write annotations if that is meant'),
    ],
)
def test_the_head_of_a_list(workspace: Workspace, text: str, said: str) -> None:
    workspace.list_file("a").write_text(text)
    (problem,) = RecordLoader(workspace).records("a", book(workspace)).problems
    assert str(problem).startswith(f"{workspace.list_file('a')}:{said}")


@pytest.mark.parametrize("text", ["", "# x\n", "annotations:\n", "article: a\n", "annotations: []\n"])
def test_an_empty_list_is_fine(workspace: Workspace, text: str) -> None:
    workspace.list_file("a").write_text(text)
    found = RecordLoader(workspace).records("a", book(workspace))
    assert found.records == ()
    assert found.problems == ()


def test_records_of_a_folder_come_in_the_order_they_were_made(workspace: Workspace) -> None:
    for name, created in (("z", "2020"), ("y", "2021"), ("x", "2022")):
        file = workspace.records("a") / f"me.{name}.yaml"
        file.write_text(f"article: a\nid: {name}\nkind: note\ncreated: {created}\n")
    (workspace.records("a") / ".me.z.yaml.tmp").write_text("[")
    (workspace.records("a") / "empty.yaml").write_text("")
    found = RecordLoader(workspace).records("a", book(workspace))
    assert [record.annotation.id for record in found.records] == ["z", "y", "x"]
    assert not found.records[0].in_list
    assert [problem.message for problem in found.problems] == ["is empty; write a record into it, or delete the file"]


def test_times_of_creation_are_compared_as_times(workspace: Workspace) -> None:
    times = {"a": "2026-05-03T09:00:00Z", "b": "2026-05-03T09:30:00+09:00", "c": "yesterday", "d": "", "e": "", "f": ""}
    times |= {"e": times["a"], "f": "2026-05-03T11:00:00+02:00"}
    for name, created in times.items():
        file = workspace.records("a") / f"me.{name}.yaml"
        file.write_text(f"article: a\nid: {name}\nkind: note\ncreated: {created}\n")
    found = RecordLoader(workspace).records("a", book(workspace))
    assert "".join(record.annotation.id for record in found.records) == "cdbaef"


@pytest.mark.parametrize(
    "copy",
    [
        "ada.k3x9 (Ada's conflicted copy 2024-01-04).yaml",
        "ada.k3x9 2.yaml",
        "ada.k3x9-PC.yaml",
        "ada.k3x9.sync-conflict-20240104-101010-ABCDEFG.yaml",
        "Copy of ada.k3x9.yaml",
    ],
)
def test_of_a_record_and_its_copy_the_record_is_shown(workspace: Workspace, copy: str) -> None:
    new, old = "id: k3x9\nkind: note\nbody: new\n", "id: k3x9\nkind: note\nbody: old\n"
    for name, text in (("ada.k3x9.yaml", new), (copy, old)):
        (workspace.records("a") / name).write_text(text)
    _, records, problems = RecordLoader(workspace).records("a", book(workspace))
    assert [record.annotation.body for record in records] == ["new"]
    assert [(problem.file.name, problem.message) for problem in problems] == [
        (copy, "two versions of one record, of which ada.k3x9.yaml is shown; compare the two and delete one")
    ]
    (workspace.records("a") / copy).write_text(new)
    (problem,) = RecordLoader(workspace).records("a", book(workspace)).problems
    assert problem.message == "is a copy of ada.k3x9.yaml and says the same; delete one of the two"


def test_two_records_with_one_id_by_chance_are_no_versions(workspace: Workspace) -> None:
    for name in ("ada.k3x9.yaml", "bob.k3x9.yaml"):
        (workspace.records("a") / name).write_text("id: k3x9\nkind: note\nbody: x\n")
    (problem,) = RecordLoader(workspace).records("a", book(workspace)).problems
    assert problem.message == 'the id "k3x9" is taken (ada.k3x9.yaml, line 1); write another one'


@pytest.mark.parametrize("newest", ["ada.k3x9 (1).yaml", "ada.k3x9 (10).yaml", "Copy of ada.k3x9.yaml"])
def test_of_copies_without_their_record_the_one_modified_last_is_shown(workspace: Workspace, newest: str) -> None:
    names = ["ada.k3x9 (1).yaml", "ada.k3x9 (10).yaml", "ada.k3x9 (2).yaml", "Copy of ada.k3x9.yaml"]
    for name in names:
        day = 5 if name == newest else 3
        text = f"id: k3x9\nkind: note\nbody: b{day}\nmodified: 2024-01-0{day}T10:00:00Z\n# {name}\n"
        (workspace.records("a") / name).write_text(text)
    _, records, problems = RecordLoader(workspace).records("a", book(workspace))
    assert [record.annotation.body for record in records] == ["b5"]
    message = f"two versions of one record, of which {newest} is shown; compare the two and delete one"
    assert {problem.file.name: problem.message for problem in problems} == {
        name: message for name in names if name != newest
    }


def test_the_nodes_of_a_file_are_freed_when_its_record_is_read(workspace: Workspace) -> None:
    files = [workspace.records("a") / f"me.r{number:02}.yaml" for number in range(30)]
    for file in files:
        file.write_text(f"id: {file.stem[3:]}\nkind: note\n")
    held: list[int] = []

    def read_bytes(file: Path) -> bytes:
        if file == files[-1]:
            held.append(sum(isinstance(item, Mapping) and "id" in item.raw for item in gc.get_objects()))
        return file.read_bytes()

    loader = ArticleLoader("a", Codebook(), read_bytes)
    loader.read_files(files)
    assert len(loader.result().records) == 30
    assert len(held) == 1
    assert held[0] < 5
