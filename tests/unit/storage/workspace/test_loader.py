"""A workspace is loaded."""

import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest
from blocked_paths import block
from coast_workspace import coast_workspace
from record_files import book, coded_workspace, read

from tui.model import AnchorState, Annotation, Byline, Codebook, Problem, Record, Workspace
from tui.storage.records.record_source import ArticleRecords
from tui.storage.workspace.loader import WorkspaceLoader
from tui.storage.workspace.plain_loader import plain_loader, read_collation


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return coded_workspace(tmp_path)


def test_an_account_has_its_records_in_place(workspace: Workspace) -> None:
    read(workspace, "{id: two, kind: claim, quote: Two}", "{id: one, kind: claim, quote: One}", head="title: T\n")
    account = plain_loader(workspace).account("a", book(workspace), "A")
    assert account.article.title == "T"
    assert [placed.annotation.id for placed in account.placed] == ["one", "two"]
    assert account.placed[0].span == (0, 3)


def test_a_collation_lists_what_is_missing(workspace: Workspace) -> None:
    (workspace.articles / "b.txt").write_bytes(b"x\xff")
    (workspace.articles / "c.txt").write_text("c")
    (workspace.articles / "c.md").write_text("c")
    (workspace.annotations / "gone.yaml").write_text("")
    (workspace.annotations / "d.yml").write_text("")
    (workspace.annotations / "left").mkdir()
    (workspace.annotations / "left" / "me.x.yaml").write_text("")
    (workspace.annotations / "empty").mkdir()
    (workspace.annotations / "README.md").write_text("")
    found = read_collation(workspace)
    assert [account.siglum + account.article.id for account in found.accounts] == ["Aa", "Bc"]
    said = [str(problem).removeprefix(f"{workspace.root}/") for problem in found.problems]
    assert said == [
        "articles/b.txt:1:2: byte 0xff is not UTF-8; save the file as UTF-8",
        "articles/c.md: is not read, because c.txt has the same name; rename one of the two",
        "annotations/d.yml: is not read; rename it to d.yaml",
        "annotations/gone.yaml: belongs to no article; put gone.txt into articles/, or move this out of annotations/",
        "annotations/left: belongs to no article; put left.txt into articles/, or move this out of annotations/",
    ]
    some = read_collation(workspace, ["c", "nope"])
    assert [account.article.id for account in some.accounts] == ["c"]
    assert any("no such article" in problem.message for problem in some.problems)
    assert any("belongs to no article" in problem.message for problem in some.problems)


def test_reading_loads_nothing_heavy() -> None:
    code = (
        "import sys, tui.storage.workspace.loader, tui.storage.records.repository\n"
        "import tui.storage.workspace.draft_files, tui.storage.files.watcher\n"
        "heavy = {'textual', 'rich', 'platformdirs', 'watchfiles', 'asyncio', 'subprocess', 'tempfile', 'rapidfuzz'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_records_come_from_the_source(ferry: Workspace) -> None:
    note = Record(Annotation("n", "note", about="inquiry"), Path("n.yaml"), 1)
    hurt = Record(Annotation("h", "note", "north"), Path("h.yaml"), 1)
    wrong = Problem(Path("h.yaml"), 1, 1, "is odd")

    class Source:
        def codebook(self) -> tuple[Codebook, tuple[Problem, ...]]:
            return Codebook(), (wrong,)

        def records(self, article_id: str, codebook: Codebook) -> ArticleRecords:
            return ArticleRecords(Byline("T"), (hurt,), (wrong,)) if article_id else ArticleRecords(records=(note,))

    found = WorkspaceLoader(ferry, Source()).collation(["north", "gone"])
    assert (found.notes, found.problems[0]) == ((note,), wrong)
    assert [problem.message.split(";")[0] for problem in found.problems] == ["is odd", "no such article"]
    (account,) = found.accounts
    assert (account.siglum, account.article.title, account.problems) == ("A", "T", (wrong,))
    assert [placed.record for placed in account.placed] == [hurt]


def test_a_file_in_place_of_the_annotations_is_reported_once(ferry: Workspace) -> None:
    block(ferry.annotations, "FIFO")
    collation = read_collation(ferry)
    assert [problem.message for problem in collation.problems] == ["is not a folder; move it away"]
    assert [account.problems for account in collation.accounts] == [(), ()]


FORMS = ("NFC", "NFD")


@pytest.mark.parametrize("article", FORMS)
@pytest.mark.parametrize("annotations", FORMS)
@pytest.mark.parametrize("values", FORMS)
def test_names_are_the_same_in_every_unicode_form(tmp_path: Path, article: str, annotations: str, values: str) -> None:
    workspace = coast_workspace(tmp_path, article, annotations, values)
    collation = read_collation(workspace)
    assert (collation.problems, collation.accounts[0].problems) == ((), ())
    account = collation.accounts[0]
    statement, note = (placed.annotation for placed in account.placed)
    assert account.article.id == "Küste"
    assert (statement.id, statement.kind, statement.about, statement.tags) == (
        "häuser",
        "erwägung",
        "große-häuser",
        ("küste",),
    )
    assert (note.on, note.annotator) == ("häuser", "Jörg")
    assert account.placed[0].state is AnchorState.EXACT
    assert collation.codebook.kind(statement.kind).label == normalize("NFC" if article == "NFC" else "NFD", "Erwägung")
    assert normalize("NFC", collation.codebook.canonical_name(statement.speaker[0])) == "Behörde"
