"""`diptych export`: write the records as a document."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from tui.analysis.filters import filter_collation, matching_records, only_records
from tui.analysis.survey import Survey
from tui.commands.group import did_you_mean
from tui.commands.options import (
    adjudicated_collation,
    adjudicated_option,
    blind_option,
    filter_from_options,
    filter_options,
    load_collation,
    resolve_workspace,
    workspace_argument,
    workspace_option,
)
from tui.commands.output import print_bytes, print_document, print_message, require_pipe, with_record_progress
from tui.errors import OverwriteError, UsageError
from tui.formats.archive_section import ALL_SECTIONS, ArchiveSection
from tui.formats.export_format import FORMATS, TITLE, ExportFormat, ExportRequest, format_of_file
from tui.formats.phrasing import and_list, count_noun
from tui.layout.visible import replace_controls
from tui.model import Collation
from tui.storage.files.atomic import write_new, write_new_text
from tui.storage.files.new_folder import write_folder
from tui.storage.workspace.settings import annotator_name, read_config

GROUPINGS = ("article", "proposition", "speaker", "kind")
ROWS = ("records", "statements")
_OPTIONS = {"group_by": "--group-by", "sections": "--sections", "rows_of": "--rows", "annotator": "--all-notes"}
"""By the field of a request that each sets."""


@click.command()
@workspace_argument
@workspace_option
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="The format (else by FILE's suffix, else markdown).",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to FILE (obsidian, brat: to a folder), not to stdout.",
)
@click.option("--force", is_flag=True, help="Overwrite what exists.")
@click.option("--group-by", type=click.Choice(GROUPINGS), help="In Markdown, what to group by (else article).")
@click.option(
    "--sections", metavar="NAMES", default="", help=f"In Markdown, only these sections: {', '.join(ArchiveSection)}."
)
@click.option("--rows", "rows_of", type=click.Choice(ROWS), help="In CSV, what each row is (else records).")
@click.option("--all-notes", is_flag=True, help="In a brief, the notes of others too.")
@click.option("--title", metavar="WORDS", default="", help="The document's title.")
@click.option(
    "--since", metavar="DATE|EXPORT", default="", help="Only what is new or changed since a day, or an export as JSON."
)
@click.option("--copy", "to_clipboard", is_flag=True, help="Copy to the clipboard, and print nothing.")
@adjudicated_option
@blind_option
@filter_options
def export(
    path: Path | None,
    folder: Path | None,
    format_name: str | None,
    output: Path | None,
    *,
    force: bool,
    group_by: str | None,
    sections: str,
    rows_of: str | None,
    all_notes: bool,
    title: str,
    since: str,
    to_clipboard: bool,
    adjudicated: bool,
    **filters: Any,
) -> None:
    """Export all records, or those that match.

    As Markdown, the document has a table of the accounts, the comparison, verdicts and notes on propositions, who
    speaks, and every record with its quote, its body and the notes on it. A brief is a page of quotes with footnotes,
    to paste into a draft, obsidian a folder of notes with links, CSV a table for a spreadsheet, HTML a web page with
    the texts, qdpx a project for programs that analyse interviews, argdown a map of who supports and attacks what,
    claims what schema.org calls claims and their reviews. json, jsonld and brat are for other programs; these and csv
    come back with diptych import. The same records give the same bytes.

    \b
    Example:
      diptych export -o notes.md
      diptych export -f brief
      diptych export -f obsidian -o vault/ferry
      diptych export -f brief --copy
      diptych export -o ferry.qdpx
      diptych export --since 2026-05-03 -o new.md
      diptych export --sections comparison,people
      diptych export --rows statements -o statements.csv
      diptych export --kind denial --group-by speaker
      diptych export --adjudicated -o settled.md
      diptych export my/workspace --about lift-sanctions -o sanctions.md --force
    """
    format_name = format_name or format_of_file(output or Path())
    given = {"group_by": group_by, "sections": sections, "rows_of": rows_of, "annotator": all_notes}
    _require_known(format_name, given)
    workspace = resolve_workspace(folder, path)
    collation = load_collation(workspace)
    if adjudicated:
        collation = adjudicated_collation(collation)
    condition = filter_from_options(workspace, collation, **filters)
    recent = _only_new(collation, since)
    filtered = filter_collation(recent, condition)
    matching = matching_records(recent, condition) if condition.active else recent
    chosen = Survey(filtered, matching if condition.active else None)
    request = ExportRequest(
        whole=chosen if filtered is collation else Survey(collation),
        chosen=chosen,
        scope=" · ".join(filter(None, (since and f"new since {since}", condition.describe()))),
        is_adjudicated=adjudicated,
        title=title or TITLE,
        group_by=group_by or GROUPINGS[0],
        sections=_sections(sections),
        rows_of=rows_of or ROWS[0],
        annotator=_annotator(format_name, all_notes=all_notes),
    )
    export_format = FORMATS[format_name]
    if export_format.pack_files:
        _write_archive(export_format, request, output, force=force, to_clipboard=to_clipboard)
        return
    if output and export_format.write_files and _is_folder(output, export_format):
        if to_clipboard:
            raise UsageError("this is a folder of files, which the clipboard does not take; leave out --copy")
        _write_folder(export_format, request, output, force=force)
        return
    _write_text(export_format, request, output, force=force, to_clipboard=to_clipboard)


def _write_folder(export_format: ExportFormat, request: ExportRequest, output: Path, *, force: bool) -> None:
    """Write the files of an export, and say how many, and what is left out."""
    without = export_format.left_out(request) if export_format.left_out else 0
    files = export_format.write_files(request) if export_format.write_files else ()
    with _naming_force():
        written = write_folder(output, files, force)
    message = f"Wrote {count_noun(request.records - without, 'record')} to {count_noun(written, 'file')} in {output}"
    left_out = f"left out {without} without a place" if without else ""
    print_message(_joined(message, left_out or _why_empty(export_format, request)))


def _write_text(
    export_format: ExportFormat, request: ExportRequest, output: Path | None, *, force: bool, to_clipboard: bool
) -> None:
    """Write an export's text to a file, standard output or the clipboard."""
    if export_format.write is None:
        raise UsageError("this format is a folder of files; name one with -o")
    pieces = export_format.write(request)
    nothing = _why_empty(export_format, request)
    if nothing and (output is None or str(output) == "-"):
        print_message(f"diptych: {nothing}")
    if to_clipboard:
        document = "".join(pieces)
        _copy(document)
        if output is None:
            return
        pieces = iter((document,))
    if output is None or str(output) == "-":
        print_document(pieces if sys.stdout.isatty() else with_record_progress(pieces, request.records))
        return
    with _naming_force():
        write_new_text(output, with_record_progress(pieces, request.records), force)
    has_each = not export_format.is_digest and request.sections == ALL_SECTIONS and request.rows_of == ROWS[0]
    written = f"{count_noun(request.records, 'record')} to {output}" if has_each else f"{output}"
    print_message(_joined(f"Wrote {written}", nothing))


def _joined(message: str, more: str) -> str:
    return f"{message}; {more}" if more else message


def _why_empty(export_format: ExportFormat, request: ExportRequest) -> str:
    """Return why nothing of the records is in a document, or ""."""
    if export_format.has_content(request):
        return ""
    if request.records:
        left_out = f"none of the {request.records} records is" if request.records > 1 else "the only record is not"
        return f"{left_out} in the document{_hint_at_notes(export_format, request)}"
    return f"no record matches: {request.limits}" if request.limits else "there are no records"


def _hint_at_notes(export_format: ExportFormat, request: ExportRequest) -> str:
    """Return which option brings notes into a document, or ""."""
    if "annotator" in export_format.options and export_format.has_content(replace(request, annotator=None)):
        return "; --all-notes has the notes of others"
    return ""


def _write_archive(
    export_format: ExportFormat,
    request: ExportRequest,
    output: Path | None,
    *,
    force: bool,
    to_clipboard: bool,
) -> None:
    """Write an archive to a file, or to stdout unless it is a terminal."""
    from tui.formats.zip_bytes import zip_bytes  # noqa: PLC0415 - seldom asked for

    if to_clipboard:
        raise UsageError("this format is a ZIP archive, which the clipboard does not take; write it with -o")
    files = export_format.pack_files(request) if export_format.pack_files else ()
    nothing = _why_empty(export_format, request)
    if output is None or str(output) == "-":
        require_pipe()
        if nothing:
            print_message(f"diptych: {nothing}")
        print_bytes(zip_bytes(files))
        return
    packed = zip_bytes(files)
    with _naming_force():
        write_new(output, packed, force)
    message = f"Wrote {count_noun(request.records, 'record')} to {output}"
    print_message(_joined(message, nothing))


def _require_known(format_name: str, given: Mapping[str, object]) -> None:
    """Raise UsageError if an option means nothing to the format."""
    for name, value in given.items():
        if value and name not in FORMATS[format_name].options:
            formats = " or ".join(each.name for each in FORMATS.values() if name in each.options)
            raise UsageError(f"{_OPTIONS[name]} is for {formats}; {format_name} does not know it")


def _annotator(format_name: str, *, all_notes: bool) -> str | None:
    """Return whose notes a brief has, or who has a view in a web page."""
    if format_name == "html" or (format_name == "brief" and not all_notes):
        return annotator_name(read_config()[0])
    return None


def _only_new(collation: Collation, since: str) -> Collation:
    """Return the records that are new since a day or an export, or all."""
    if not since:
        return collation
    from tui.formats.since import changed_from, changed_since  # noqa: PLC0415 - seldom asked for

    path = Path(since)
    try:
        refs = changed_from(collation, path.read_text("utf-8")) if path.is_file() else changed_since(collation, since)
    except (OSError, ValueError) as error:
        raise UsageError(f"{since} is neither a day, as in 2026-05-03, nor a file that export -f json wrote") from error
    return only_records(collation, refs)


def _copy(document: str) -> None:
    """Copy a document as the reader's `y` does, or raise UsageError."""
    from tui.terminal.capabilities import is_in_browser  # noqa: PLC0415 - seldom asked for
    from tui.terminal.clipboard import PROGRAMS, copy_to_system, installed_programs  # noqa: PLC0415 - seldom asked for

    if not copy_to_system(replace_controls(document)):
        if is_in_browser():
            raise UsageError("the clipboard of this machine is not that of your browser; write a file with -o")
        if installed := installed_programs():
            raise UsageError(f"{and_list(installed)} did not take the text for the clipboard; write a file with -o")
        names = ", ".join(program[0] for program in PROGRAMS)
        raise UsageError(f"no program takes text for the clipboard; install one of {names}, or write a file with -o")
    print_message(f"Copied {count_noun(len(document.splitlines()), 'line')}")


def _is_folder(path: Path, export_format: ExportFormat) -> bool:
    """Return whether a path is to be a folder: it is one, or has no suffix.

    If the format can be nothing else, it is one in any case.
    """
    return str(path) != "-" and (export_format.write is None or path.is_dir() or not path.suffix)


def _sections(names: str) -> frozenset[ArchiveSection]:
    """Return the sections that are named, with commas between, or all."""
    listed = [name.strip() for name in names.split(",") if name.strip()]
    for name in listed:
        if name not in set(ArchiveSection):
            known = ", ".join(ArchiveSection)
            raise UsageError(
                f'no section is called "{name}"{did_you_mean(name, list(ArchiveSection))}; there are {known}'
            )
    return frozenset(map(ArchiveSection, listed)) or ALL_SECTIONS


@contextmanager
def _naming_force() -> Iterator[None]:
    """Name the option that overwrites, if something exists."""
    try:
        yield
    except OverwriteError as error:
        raise OverwriteError("exists already; choose another name, or overwrite it with --force", error.file) from error
