"""`diptych export`: to stdout and to files, filtered and grouped."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import append, run
from markdown_it import MarkdownIt
from record_files import bare_workspace

from tui.formats.export_format import FORMATS
from tui.model import Annotation, TextSelector, Workspace
from tui.storage.records.repository import create
from tui.storage.workspace.plain_loader import read_collation


def test_stdout_and_a_file_get_the_same_document(root: Path) -> None:
    document = run("export").stdout
    assert document.startswith("# Accounts compared\n")
    result = run("export", "-f", "markdown", "-o", "notes.md")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (root / "notes.md").read_text("utf-8") == document
    assert run("export", "-o", "-").stdout == document


def test_every_quote_of_the_sample_is_in_its_export(sample: Workspace) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(run("export", str(sample.root)).stdout)
    quoted, depth = set(), 0
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            quoted.add("".join(child.content for child in token.children or ()))
    collation = read_collation(sample)
    quotes = {placed.annotation.quote for account in collation.accounts for placed in account.placed} - {""}
    assert len(quotes) > 100
    assert quoted == quotes


def test_a_file_is_overwritten_only_with_force(root: Path) -> None:
    (root / "notes.md").write_text("mine", "utf-8")
    result = run("export", "-o", "notes.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("diptych: notes.md: ")
    assert (root / "notes.md").read_text("utf-8") == "mine"
    assert run("export", "-o", "notes.md", "--force", "--title", "Ferry").exit_code == 0
    assert (root / "notes.md").read_text("utf-8").startswith("# Ferry\n")


def test_options_filter_and_group_the_records(root: Path) -> None:
    document = run("export", "--kind", "denial", "--group-by", "speaker").stdout
    assert "Only what matches: kind denial" in document
    assert "## By speaker\n\n### Ada Holm\n" in document
    assert "Nobody was hurt" not in document
    assert run("export", "-f", "pdf").exit_code == 2


@pytest.mark.parametrize(("name", "expected"), [("brief", "## Disputed"), ("argdown", "#(disputed)")])
def test_of_one_article_the_status_and_the_letter_are_those_of_all(root: Path, name: str, expected: str) -> None:
    document = run("export", "-f", name, "--article", "south").stdout
    assert expected in document
    assert "B1" in document or "[^B]: Account B" in document
    assert "north" not in document.lower()


def test_the_file_and_the_number_of_records_are_reported(root: Path) -> None:
    assert run("export", "-o", "notes.md", "--kind", "claim").stderr == "Wrote 2 records to notes.md\n"
    assert run("export", "-o", "one.md", "--kind", "denial").stderr == "Wrote 1 record to one.md\n"


def test_notes_on_propositions_count_where_each_record_is_written(root: Path) -> None:
    assert run("note", "--about", "inquiry", "--body", "Why?", "--annotator", "Ada").exit_code == 0
    assert run("export", "-o", "all.md").stderr == "Wrote 6 records to all.md\n"
    assert run("export", "-o", "notes.json", "--kind", "note").stderr == "Wrote 1 record to notes.json\n"
    assert run("export", "-f", "brat", "-o", "corpus").stderr == (
        "Wrote 5 records to 6 files in corpus; left out 1 without a place\n"
    )
    assert run("export", "-f", "brief", "-o", "brief.md").stderr == "Wrote brief.md\n"
    assert run("export", "-o", "some.md", "--sections", "people").stderr == "Wrote some.md\n"
    assert run("export", "-o", "rows.csv", "--rows", "statements").stderr == "Wrote rows.csv\n"


@pytest.mark.parametrize(
    "options",
    [
        ("-f", "claims", "--kind", "note"),
        ("-f", "argdown", "--kind", "note"),
        ("-f", "brief", "--tag", "own"),
        ("-f", "csv", "--rows", "statements", "--kind", "note"),
        ("--sections", "people", "--kind", "note"),
    ],
)
def test_a_document_that_leaves_out_all_records_says_so(root: Path, options: tuple[str, ...]) -> None:
    append(root / "annotations/north.yaml", "  - {id: mine, kind: note, body: Why?, tags: [own], annotator: Cy}\n")
    empty = "the only record is not in the document"
    empty += "; --all-notes has the notes of others\n" if "brief" in options else "\n"
    assert run("export", *options).stderr == f"diptych: {empty}"
    assert run("export", *options, "-o", "out").stderr == f"Wrote out; {empty}"
    assert run("export", *options[:-2], "-o", "all").stderr == "Wrote all\n"


@pytest.mark.parametrize("options", [(), *(("-f", name) for name in FORMATS if name not in ("brat", "qdpx"))])
def test_an_export_that_no_record_matches_says_so(root: Path, options: tuple[str, ...]) -> None:
    nothing = "no record matches: kind claim · tag radar\n"
    result = run("export", *options, "--kind", "claim", "--tag", "radar")
    assert (result.exit_code, result.stderr) == (0, f"diptych: {nothing}")
    assert result.stdout
    written = run("export", *options, "--kind", "claim", "--tag", "radar", "-o", "out").stderr
    assert written.startswith("Wrote ")
    assert written.endswith(f"; {nothing}")


@pytest.mark.parametrize("name", ["brat", "qdpx"])
def test_a_folder_or_an_archive_that_no_record_matches_says_so(root: Path, name: str) -> None:
    written = run("export", "-f", name, "--kind", "claim", "--tag", "radar", "-o", "out").stderr
    assert written.startswith("Wrote 0 records to ")
    assert written.endswith("; no record matches: kind claim · tag radar\n")


def test_an_archive_on_stdout_that_no_record_matches_says_so(root: Path) -> None:
    result = run("export", "-f", "qdpx", "--kind", "claim", "--tag", "radar")
    assert result.stderr == "diptych: no record matches: kind claim · tag radar\n"
    with ZipFile(BytesIO(result.stdout_bytes)) as archive:
        assert "project.qde" in archive.namelist()


def test_why_nothing_is_exported_names_blind_mode_and_what_is_settled(root: Path) -> None:
    assert run("export", "--blind", "-o", "a.md").stderr == (
        "Wrote 0 records to a.md; no record matches: own records only (blind mode)\n"
    )
    assert run("export", "--adjudicated", "--kind", "claim", "--tag", "radar", "-o", "b.md").stderr == (
        "Wrote 0 records to b.md; no record matches: adjudicated only · kind claim · tag radar\n"
    )


def test_a_note_that_brat_has_as_a_reply_is_not_left_out(root: Path, ferry: Workspace) -> None:
    claim = next(placed.annotation for placed in read_collation(ferry).accounts[0].placed)
    create(ferry, Annotation("why", "note", article="north", on=claim.id, body="Why?"))
    result = run("export", "-f", "brat", "-o", "corpus")
    assert result.stderr == "Wrote 6 records to 6 files in corpus\n"
    assert "Reply" in (root / "corpus" / "north.ann").read_text("utf-8")


def test_a_file_that_exists_is_kept_and_the_option_to_overwrite_it_named(root: Path) -> None:
    (root / "notes.md").write_text("Mine.", "utf-8")
    assert "exists already; choose another name, or overwrite it with --force" in run("export", "-o", "notes.md").stderr
    assert (root / "notes.md").read_text("utf-8") == "Mine."


def test_a_brief_has_the_notes_of_its_reader_or_all(sample: Workspace) -> None:
    document = run("export", str(sample.root), "-f", "brief", "--title", "Syria").stdout
    assert document.startswith("# Syria\n")
    assert len(document.splitlines()) <= 150
    assert "## Notes" not in document
    assert "*35 notes and 31 comments by others left out.*" in document
    whole = run("export", str(sample.root), "-f", "brief", "--all-notes").stdout
    assert [whole.count(f"-   **{noun}** ") for noun in ("Note", "Comment")] == [35, 31]


def test_a_web_page_has_a_view_of_what_its_reader_marked(tmp_path: Path) -> None:
    root = tmp_path / "web"
    root.mkdir()
    workspace = bare_workspace(root)
    assert 'id="view-mine"' not in run("export", str(root), "-f", "html").stdout
    create(workspace, Annotation("ask", "claim", "a", TextSelector("said it"), ("Ann",), annotator="Mira"))
    page = run("export", str(root), "-f", "html").stdout
    assert 'id="view-mine"><bdi>by Mira</bdi>' in page
    assert 'class="mark asserts own" id="A1"' in page


def test_the_suffix_of_the_file_chooses_the_format(root: Path) -> None:
    assert run("export", "-o", "all.csv", "--rows", "statements").exit_code == 0
    first, *others = (root / "all.csv").read_text("utf-8").splitlines()
    assert first.startswith('"reference","article"')
    assert len(others) == 5
    assert run("export", "-f", "brief", "-o", "brief.csv").exit_code == 0
    assert (root / "brief.csv").read_text("utf-8").startswith("# Accounts compared\n")


def test_brat_is_a_folder_that_is_imported_again(root: Path) -> None:
    assert "this format is a folder of files; name one with -o" in run("export", "-f", "brat").stderr
    result = run("export", "-f", "brat", "-o", "corpus")
    assert (result.exit_code, result.stderr) == (0, "Wrote 5 records to 6 files in corpus\n")
    assert (root / "corpus" / "north.txt").read_bytes() == (root / "articles" / "north.txt").read_bytes()
    assert "exists already" in run("export", "-f", "brat", "-o", "corpus").stderr
    assert run("import", "corpus").stdout.split(",")[0] == "0 new"


def test_a_folder_is_neither_stdout_nor_for_the_clipboard(root: Path) -> None:
    assert "this format is a folder of files; name one with -o" in run("export", "-f", "brat", "-o", "-").stderr
    for name in ("brat", "obsidian"):
        result = run("export", "-f", name, "-o", "folder", "--copy")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "a folder of files, which the clipboard does not take; leave out --copy" in result.stderr
    assert not (root / "folder").exists()
    assert not (root / "-").exists()


def test_a_project_is_an_archive_for_a_file_or_a_pipe(root: Path) -> None:
    result = run("export", "-o", "all.qdpx")
    assert (result.exit_code, result.stderr) == (0, "Wrote 5 records to all.qdpx\n")
    packed = (root / "all.qdpx").read_bytes()
    with ZipFile(BytesIO(packed)) as archive:
        texts = [archive.read(name) for name in archive.namelist() if name.startswith("sources/")]
        assert (root / "articles" / "north.txt").read_bytes() in texts
    assert run("export", "-f", "qdpx").stdout_bytes == packed
    assert run("export", "-f", "qdpx", "-o", "-").stdout_bytes == packed
    assert "overwrite it with --force" in run("export", "-o", "all.qdpx").stderr
    assert "which the clipboard does not take; write it with -o" in run("export", "-f", "qdpx", "--copy").stderr


def test_sections_are_named_with_commas_between(root: Path) -> None:
    document = run("export", "--sections", "people, comparison").stdout
    headings = [line for line in document.splitlines() if line.startswith("## ")]
    assert headings == ["## The comparison", "## Who speaks"]
    result = run("export", "--sections", "recods")
    assert result.exit_code == 2
    assert 'no section is called "recods"; did you mean "records"?; there are accounts, ' in result.stderr


def test_obsidian_is_a_folder_or_one_note(root: Path) -> None:
    result = run("export", "-f", "obsidian", "-o", "vault")
    assert result.exit_code == 0
    files = [path.relative_to(root / "vault").as_posix() for path in (root / "vault").rglob("*.md")]
    assert result.stderr == f"Wrote 5 records to {len(files)} files in vault\n"
    assert "Accounts compared.md" in files
    assert "speakers/Ada Holm.md" in files
    again = run("export", "-f", "obsidian", "-o", "vault")
    assert again.exit_code == 2
    assert "exists already; choose another name, or overwrite it with --force" in again.stderr
    assert run("export", "-f", "obsidian", "-o", "one.md").exit_code == 0
    assert (root / "one.md").read_text("utf-8") == run("export", "-f", "obsidian").stdout


def test_only_what_is_new_since_a_day_or_an_export_is_written(root: Path) -> None:
    assert run("export", "-o", "all.json").exit_code == 0
    assert run("export", "--since", "all.json", "-o", "none.md").stderr == (
        "Wrote 0 records to none.md; no record matches: new since all.json\n"
    )
    assert "Only what matches: new since all.json." in (root / "none.md").read_text("utf-8")
    assert run("note", "north", "--body", "New.", "--annotator", "Ada").exit_code == 0
    assert run("export", "--since", "all.json", "-o", "one.md").stderr == "Wrote 1 record to one.md\n"
    assert run("export", "--since", "2020-01-01", "-f", "json").stdout.count('"New."') == 1
    result = run("export", "--since", "none.md")
    assert result.exit_code == 2
    assert "none.md is neither a day, as in 2026-05-03, nor a file that export -f json wrote" in result.stderr


def test_a_document_is_copied_with_an_installed_program(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    def copy(text: str) -> bool:
        copied.append(text)
        return True

    monkeypatch.setattr("tui.terminal.clipboard.copy_to_system", copy)
    result = run("export", "-f", "brief", "--copy")
    assert result.stdout == ""
    assert result.stderr == f"Copied {len(copied[0].splitlines())} lines\n"
    assert copied == [run("export", "-f", "brief").stdout]
    monkeypatch.setattr("tui.terminal.clipboard.copy_to_system", lambda _: False)
    monkeypatch.setattr("tui.terminal.clipboard.shutil.which", lambda name: "/bin/false" if name == "false" else None)
    refused = run("export", "--copy")
    assert refused.exit_code == 2
    assert "install one of wl-copy, xclip" in refused.stderr
    monkeypatch.setattr("tui.terminal.clipboard.PROGRAMS", (("false",), ("no-such-program",)))
    refused = run("export", "--copy")
    assert refused.stderr == "diptych: false did not take the text for the clipboard; write a file with -o\n"
    monkeypatch.setattr("tui.terminal.clipboard.shutil.which", str)
    monkeypatch.setattr("tui.terminal.clipboard.PROGRAMS", (("one",), ("two",), ("three",)))
    assert "diptych: one, two, three did not take the text" in run("export", "--copy").stderr
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert run("export", "--copy").stderr == (
        "diptych: the clipboard of this machine is not that of your browser; write a file with -o\n"
    )


def test_what_comes_along_with_a_match_is_shown_and_does_not_count(tmp_path: Path) -> None:
    root = tmp_path / "w"
    root.mkdir()
    workspace = bare_workspace(root)
    create(workspace, Annotation("ask", "claim", "a", TextSelector("said it"), ("Ann",), annotator="Ada"))
    create(workspace, Annotation("reply", "note", "a", on="ask", body="Hm", annotator="Bea"))
    counted = {}
    for name in ("Ada", "Bea"):
        out = tmp_path / f"{name}.md"
        written = run("export", str(root), "--annotator", name, "-o", str(out)).stderr
        document = out.read_text()
        head, _, table = (line for line in document.splitlines() if line.startswith("|"))
        tables = [
            run("export", str(root), "--annotator", name, "-f", "csv", "--rows", of).stdout
            for of in ("records", "statements")
        ]
        counted[name] = (
            head.split(" | ")[2:],
            table.split(" | ")[2:],
            written.split(" to ")[0],
            [rows.count("\n") - 1 for rows in tables],
        )
        assert ("Ann" in document, "Hm" in document) == (True, True)
    assert counted == {
        "Ada": (["▸ Claim |"], ["1 |"], "Wrote 1 record", [1, 1]),
        "Bea": (["✎ Note |"], ["1 |"], "Wrote 1 record", [1, 0]),
    }
    assert "Ann" not in run("export", str(root), "--annotator", "Bea", "-f", "brief").stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-f", "csv", "--sections", "people"], "--sections is for markdown; csv does not know it"),
        (["-f", "json", "--rows", "statements"], "--rows is for csv; json does not know it"),
        (["-o", "notes.html", "--group-by", "speaker"], "--group-by is for markdown; html does not know it"),
        (["--all-notes"], "--all-notes is for brief; markdown does not know it"),
    ],
)
def test_an_option_that_means_nothing_to_the_format_is_refused(root: Path, words: list[str], message: str) -> None:
    result = run("export", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert not (root / "notes.html").exists()
