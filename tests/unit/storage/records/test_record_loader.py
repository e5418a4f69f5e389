"""The codebook and the records of a workspace, parsed."""

from pathlib import Path

import pytest
from record_files import book, coded_workspace

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
    assert [record.annotation.id for record in records] == ["a"]
    assert [problem.message.split(";")[0] for problem in problems] == [
        "a note on no proposition",
        'article is "a" in a file of the notes on propositions',
        'unknown proposition "no"',
    ]
