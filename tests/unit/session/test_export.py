"""Tests of `tui.session.export`."""

from dataclasses import replace
from pathlib import Path, PurePath
from zipfile import ZipFile

import pytest

from tui.analysis.filters import Filter
from tui.analysis.survey import Survey
from tui.errors import OverwriteError, SaveError, StoppedError, UsageError
from tui.formats.archive_section import ArchiveSection
from tui.formats.export_format import FORMATS
from tui.model import Annotation, RecordRef, Workspace
from tui.session.export import (
    ExportChoice,
    ExportSource,
    all_records,
    document_to_copy,
    document_to_download,
    is_written_as_folder,
    name_for_format,
    only_chosen,
    only_matching,
    preview_export,
    write_export,
)
from tui.storage.records.repository import create
from tui.storage.workspace.plain_loader import read_collation


def export(workspace: Workspace, name: str, *, group_by: str = "article", overwrite: bool = False) -> Path:
    source = all_records(Survey(read_collation(workspace)), "Mira")
    return write_export(source, ExportChoice(group_by=group_by), name, overwrite=overwrite)


def test_the_accounts_are_written_as_markdown(ferry: Workspace, tmp_path: Path) -> None:
    path = export(ferry, str(tmp_path / "notes.md"))
    assert path == tmp_path / "notes.md"
    text = path.read_text("utf-8")
    assert text.startswith("# Accounts compared\n")
    assert "Nobody was hurt" in text


def test_records_are_grouped_as_chosen(ferry: Workspace, tmp_path: Path) -> None:
    assert "## By speaker\n\n### Ada Holm\n" in export(ferry, str(tmp_path / "a.md"), group_by="speaker").read_text(
        "utf-8"
    )


def test_a_name_may_begin_with_the_home_folder(ferry: Workspace, own_home: Path) -> None:
    assert export(ferry, "~/notes.md") == own_home / "notes.md"
    assert (own_home / "notes.md").is_file()


def test_a_file_is_overwritten_only_if_chosen(ferry: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mine", "utf-8")
    with pytest.raises(OverwriteError):
        export(ferry, str(path))
    assert path.read_text("utf-8") == "mine"
    export(ferry, str(path), overwrite=True)
    assert path.read_text("utf-8").startswith("# Accounts")


@pytest.mark.parametrize("name", ["", "  ", "folder"])
def test_a_folder_or_no_name_is_refused(
    ferry: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(SaveError, match="give the name of a file"):
        export(ferry, name, overwrite=True)
    assert not list((tmp_path / "folder").iterdir())


def test_a_folder_that_is_missing_is_an_error(ferry: Workspace, tmp_path: Path) -> None:
    with pytest.raises(SaveError):
        export(ferry, str(tmp_path / "missing" / "notes.md"))


@pytest.mark.parametrize("name", ["~nobody-of-this-name/notes.md", "x" * 300, "/dev/null/notes.md"])
def test_a_name_that_cannot_be_written_is_reported(
    ferry: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SaveError):
        export(ferry, name)


@pytest.fixture
def source(ferry: Workspace) -> ExportSource:
    return all_records(Survey(read_collation(ferry)), "Mira")


@pytest.mark.parametrize(
    ("name", "format_name", "expected"),
    [
        ("notes.md", "csv", "notes.csv"),
        ("a.b/notes.HTML", "json", "a.b/notes.json"),
        ("notes.md", "brief", "notes-brief.md"),
        ("notes-Brief.md", "markdown", "notes.md"),
        ("notes-brief.md", "claims", "notes-claims.jsonld"),
        ("-brief.md", "csv", "-brief.md"),
        ("notes.md", "obsidian", "notes"),
        ("notes", "html", "notes.html"),
        ("notes.md", "qdpx", "notes.qdpx"),
        ("v1.2", "csv", "v1.2.csv"),
        ("", "csv", ""),
    ],
)
def test_the_suffix_of_a_name_follows_the_format(name: str, format_name: str, expected: str) -> None:
    assert name_for_format(name, format_name) == expected


@pytest.mark.parametrize("format_name", [name for name, each in FORMATS.items() if each.write])
def test_a_preview_has_the_first_lines_and_counts_all(source: ExportSource, format_name: str) -> None:
    choice = ExportChoice(format_name)
    lines = document_to_copy(source, choice).split("\n")
    preview = preview_export(source, choice, 2)
    assert preview.first_lines == tuple(lines[:2])
    count = len(lines) - (not lines[-1])
    assert preview.counts == f"5 statements, {count} lines"


def test_what_is_exported_in_blind_mode_says_so(ferry: Workspace) -> None:
    source = all_records(Survey(read_collation(replace(ferry, blind=True))), "Mira", is_adjudicated=True)
    assert source.limits == "own records only (blind mode) · adjudicated only"
    assert source.limits == source.request(ExportChoice()).limits


def test_a_preview_of_a_folder_names_its_files(source: ExportSource) -> None:
    preview = preview_export(source, ExportChoice("brat"), 1)
    assert len(preview.first_lines) == 1
    assert preview.counts.startswith("5 statements, ")
    assert " files" in preview.counts


def test_an_archive_is_a_file_whose_preview_lists_what_is_in_it(source: ExportSource, tmp_path: Path) -> None:
    choice = ExportChoice("qdpx")
    preview = preview_export(source, choice, 1, "notes")
    assert preview == ("5 statements, 3 files", ("project.qde",))
    written = write_export(source, choice, str(tmp_path / "all.qdpx"), overwrite=False)
    assert written.read_bytes() == document_to_download(source, choice)
    assert len(ZipFile(written).namelist()) == 3
    with pytest.raises(OverwriteError):
        write_export(source, choice, str(written), overwrite=False)
    with pytest.raises(SaveError, match=r"give the name of a file, such as notes\.qdpx"):
        write_export(source, choice, " ", overwrite=False)
    with pytest.raises(UsageError, match="a ZIP archive, which cannot be copied"):
        document_to_copy(source, choice)


def test_an_archive_is_stopped_within_a_file(source: ExportSource) -> None:
    shown: list[str] = []
    document_to_download(source, ExportChoice("qdpx"), shown.append)
    assert shown.count("Writing file 1 …") > 5
    assert shown[-1] == "Writing file 3 …"


def test_only_chosen_records_count_though_a_note_brings_its_record(ferry: Workspace) -> None:
    create(ferry, Annotation("n1", "note", article="north", on="hurt", body="Really?"))
    survey = Survey(read_collation(ferry))
    chosen = only_chosen(survey, {RecordRef("north", "n1")}, "Mira")
    assert preview_export(chosen, ExportChoice(), 0).counts.startswith("0 statements, 1 note, ")
    document = document_to_copy(chosen, ExportChoice())
    assert "Nobody was hurt" in document
    assert "Only what matches: 1 chosen record." in document
    assert "The radar worked" not in document


def test_a_document_has_the_chosen_sections(source: ExportSource) -> None:
    document = document_to_copy(source, ExportChoice(sections=frozenset({ArchiveSection.PEOPLE})))
    assert "Ada Holm" in document
    assert "Nobody was hurt" not in document


def test_a_vault_is_a_folder_unless_its_name_has_a_suffix(source: ExportSource, tmp_path: Path) -> None:
    write_export(source, ExportChoice("obsidian"), str(tmp_path / "vault"), overwrite=False)
    assert len(list((tmp_path / "vault").rglob("*.md"))) > 2
    write_export(source, ExportChoice("obsidian"), str(tmp_path / "one.md"), overwrite=False)
    assert (tmp_path / "one.md").read_text("utf-8") == document_to_copy(source, ExportChoice("obsidian"))
    with pytest.raises(OverwriteError):
        write_export(source, ExportChoice("obsidian"), str(tmp_path / "vault"), overwrite=False)
    with pytest.raises(SaveError, match="give the name of a folder, such as vault"):
        write_export(source, ExportChoice("obsidian"), " ", overwrite=False)


def test_a_preview_of_a_vault_shows_the_form_that_is_written(source: ExportSource, tmp_path: Path) -> None:
    vault, note = (preview_export(source, ExportChoice("obsidian"), 1, name) for name in ("vault", "vault.md"))
    assert vault.counts.endswith(" files")
    assert vault.first_lines[0].endswith(".md")
    assert note.counts.endswith(" lines")
    assert note.first_lines == ("---",)
    (tmp_path / "a.md").mkdir()
    assert is_written_as_folder(FORMATS["obsidian"], str(tmp_path / "a.md"))
    assert not is_written_as_folder(FORMATS["markdown"], "vault")


def test_only_what_matches_is_exported(source: ExportSource) -> None:
    assert only_matching(source, Filter()) is source
    chosen = only_matching(source, Filter(kinds=("denial",)))
    assert (chosen.records, chosen.scope) == (1, "kind denial")
    assert document_to_copy(chosen, ExportChoice("csv")).count("\n") == 2


def test_only_what_matches_of_the_chosen_records_is_exported(source: ExportSource) -> None:
    refs = {RecordRef("south", "holm"), RecordRef("south", "crew"), RecordRef("north", "hurt")}
    chosen = only_matching(only_chosen(source.whole, refs, "Mira"), Filter(speakers=("Ada Holm",)))
    assert chosen.scope == "3 chosen records · speaker Ada Holm"
    assert document_to_copy(chosen, ExportChoice("csv")).count("\n") == 3


def test_a_record_that_a_chosen_note_brings_is_not_counted_by_a_filter(ferry: Workspace) -> None:
    create(ferry, Annotation("n1", "note", article="north", on="hurt", body="Really?"))
    chosen = only_chosen(Survey(read_collation(ferry)), {RecordRef("north", "n1")}, "Mira")
    claims = only_matching(chosen, Filter(kinds=("claim",)))
    assert preview_export(claims, ExportChoice(), 0).counts.startswith("0 statements, ")


@pytest.mark.parametrize("name", ["notes.csv", "vault", "notes.qdpx"])
def test_an_export_that_is_stopped_leaves_nothing(source: ExportSource, tmp_path: Path, name: str) -> None:
    words: list[str] = []

    def watch(progress: str) -> None:
        words.append(progress)
        if len(words) > 1:
            raise StoppedError("Stopped.")

    choice = ExportChoice(PurePath(name).suffix[1:] or "obsidian")
    with pytest.raises(StoppedError):
        write_export(source, choice, str(tmp_path / name), overwrite=False, watch=watch)
    assert words[0] in ("Writing 1 of 5 records …", "Writing file 1 …")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(("notes", "vault", ".notes"))]


def test_a_format_that_is_a_folder_is_not_copied(source: ExportSource) -> None:
    with pytest.raises(UsageError, match="cannot be copied"):
        document_to_copy(source, ExportChoice("brat"))
