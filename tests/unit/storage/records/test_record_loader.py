"""The codebook and the records of a workspace, parsed."""

from pathlib import Path

import pytest
from record_files import book, coded_workspace, write_list

from tui.model import Codebook, Workspace
from tui.storage.records.record_loader import RecordLoader


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return coded_workspace(tmp_path)


def test_no_codebook_is_fine(tmp_path: Path) -> None:
    assert RecordLoader(Workspace(tmp_path, tmp_path)).codebook() == (Codebook(), ())


def test_notes_on_propositions(workspace: Workspace) -> None:
    workspace.proposition_notes.mkdir()
    for name, text in (("a", "about: lift"), ("b", "body: x"), ("c", "about: lift\narticle: a"), ("d", "about: no")):
        (workspace.proposition_notes / f"{name}.yaml").write_text(f"id: {name}\nkind: note\n{text}\n")
    _, records, problems = RecordLoader(workspace).records("", book(workspace))
    assert [record.annotation.id for record in records] == ["a", "c", "d"]
    assert [problem.message.split(";")[0] for problem in problems] == [
        "a note on no proposition",
        'article is "a" in a file of the notes on propositions',
        'unknown proposition "no"',
    ]


def test_given_contents_are_parsed_instead_of_the_files(workspace: Workspace) -> None:
    write_list(workspace, "annotations: [{id: disk, kind: note}]\n")
    own = workspace.records("a") / "me.x.yaml"
    contents = {
        workspace.codebook: b"propositions: {p: P is so}\n",
        workspace.list_file("a"): b"annotations: [{id: given, kind: note, about: p}]\n",
        own: b"id: own\nkind: note\n",
        workspace.proposition_notes / "me.n.yaml": b"id: n\nkind: note\nabout: p\n",
    }
    loader = RecordLoader(workspace, contents)
    codebook, _ = loader.codebook()
    assert list(codebook.propositions) == ["p"]
    assert [record.annotation.id for record in loader.records("a", codebook).records] == ["given", "own"]
    assert [record.annotation.id for record in loader.records("", codebook).records] == ["n"]
    assert RecordLoader(workspace, {}).codebook() == (Codebook(), ())
    assert RecordLoader(workspace, {}).records("a", codebook).records == ()


def test_a_file_that_cannot_be_read_is_a_problem(workspace: Workspace) -> None:
    workspace.list_file("a").mkdir()
    workspace.codebook.unlink()
    workspace.codebook.mkdir()
    codebook, problems = RecordLoader(workspace).codebook()
    assert not codebook.complete
    problems += RecordLoader(workspace).records("a", codebook).problems
    assert [problem.message for problem in problems] == ["is not a file; move it away"] * 2


def test_a_conflict_of_a_merge_hides_only_its_record(workspace: Workspace) -> None:
    conflict = "<<<<<<< ours\n  body: x\n=======\n  body: y\n>>>>>>> theirs\n"
    items = [f"- id: r{number}\n  kind: note\n{conflict if number == 1 else ''}" for number in range(3)]
    write_list(workspace, f"article: a\nannotations:\n{''.join(items)}")
    _, records, problems = RecordLoader(workspace).records("a", book(workspace))
    assert [record.annotation.id for record in records] == ["r0", "r2"]
    assert [(problem.line, problem.message.split(";")[0]) for problem in problems] == [
        (7, "a merge left both versions here: “body: x” or “body: y”")
    ]


def test_a_conflict_in_the_codebook_shows_our_version(workspace: Workspace) -> None:
    workspace.codebook.write_text("propositions:\n<<<<<<< a\n  p: P\n=======\n  p: Q\n>>>>>>> b\n  q: Q\n", "utf-8")
    codebook, (problem,) = RecordLoader(workspace).codebook()
    assert {slug: proposition.text for slug, proposition in codebook.propositions.items()} == {"p": "P", "q": "Q"}
    assert (problem.line, codebook.complete) == (2, False)
