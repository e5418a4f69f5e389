"""Export records to a file, a folder or the clipboard, with a preview."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath
from typing import NamedTuple

from tui.analysis.filters import only_records
from tui.analysis.survey import Survey
from tui.errors import SaveError, UsageError
from tui.formats.archive_section import ALL_SECTIONS, ArchiveSection
from tui.formats.export_format import FORMATS, ExportFormat, ExportRequest
from tui.formats.phrasing import count_noun
from tui.layout.visible import replace_controls
from tui.model import NOTE, Account, RecordRef
from tui.storage.files.atomic import write_new_text
from tui.storage.files.new_folder import write_folder
from tui.storage.files.real_path import is_folder

MANY_LINES = 100_000
"""A preview counts no further."""
_FALLBACK_SUFFIX = ".md"


class ExportChoice(NamedTuple):
    """How to write records."""

    format_name: str = next(iter(FORMATS))
    group_by: str = "article"
    sections: frozenset[ArchiveSection] = ALL_SECTIONS

    @property
    def format(self) -> ExportFormat:
        return FORMATS[self.format_name]


class Preview(NamedTuple):
    """What an export would write."""

    counts: str
    """In words, such as `2 statements, 1 note, 80 lines`."""
    first_lines: tuple[str, ...]


@dataclass(frozen=True)
class ExportSource:
    """The records to export."""

    whole: Survey
    chosen: Survey
    scope: str = ""
    """Which records these are, in words, if not all."""
    annotator: str = ""
    """Whose notes a brief has, and whose view a web page has."""

    def request(self, choice: ExportChoice) -> ExportRequest:
        """Return what to write, in a form."""
        return ExportRequest(
            whole=self.whole,
            chosen=self.chosen,
            scope=self.scope,
            group_by=choice.group_by,
            sections=choice.sections,
            annotator=self.annotator,
        )

    @property
    def records(self) -> int:
        """How many records are read for the export."""
        return sum(len(account.placed) for account in self.chosen.accounts)


def all_records(survey: Survey, annotator: str) -> ExportSource:
    """Return every record of a collation as what to export."""
    return ExportSource(survey, survey, annotator=annotator)


def only_chosen(survey: Survey, refs: Collection[RecordRef], annotator: str) -> ExportSource:
    """Return these records as what to export.

    A note brings the record that it is on, which does not count.
    """
    with_context = only_records(survey.collation, refs)

    def own(account: Account) -> Account:
        return replace(account, placed=tuple(one for one in account.placed if one.annotation.ref in refs))

    alone = replace(with_context, accounts=tuple(map(own, with_context.accounts)))
    scope = count_noun(len(refs), "chosen record")
    return ExportSource(survey, Survey(with_context, alone), scope, annotator)


def preview_export(source: ExportSource, choice: ExportChoice, lines: int) -> Preview:
    """Return the first lines of a document, and how much it has.

    Of a format that can only be a folder, the lines are the names of its files.
    """
    said: dict[str, int] = {}
    for counts in source.chosen.counts.values():
        for kind, number in counts.items():
            said[kind] = said.get(kind, 0) + number
    notes = said.pop(NOTE.name, 0) + len(source.chosen.collation.notes)
    found, noun = _lines(source, choice), "line" if choice.format.write else "file"
    first = tuple(islice(found, lines))
    number = len(first) + sum(1 for _ in islice(found, MANY_LINES))
    size = f"over {MANY_LINES:,} {noun}s" if number > MANY_LINES else count_noun(number, noun)
    without = source.request(choice).without_place if choice.format.needs_places else 0
    words = (
        count_noun(sum(said.values()), "statement"),
        count_noun(notes, "note") if notes else "",
        size,
        f"{count_noun(without, 'record')} without a place left out" if without else "",
    )
    return Preview(", ".join(filter(None, words)), first)


def _lines(source: ExportSource, choice: ExportChoice) -> Iterator[str]:
    """Yield the lines of a document, or the names of the files of a folder."""
    export_format, request = choice.format, source.request(choice)
    if export_format.write is None:
        if export_format.write_files:
            yield from (name for name, _ in export_format.write_files(request))
        return
    rest = ""
    for piece in export_format.write(request):
        *complete, rest = f"{rest}{piece}".split("\n")
        yield from complete
    if rest:
        yield rest


def document_to_copy(source: ExportSource, choice: ExportChoice) -> str:
    """Return a document for the clipboard, or raise UsageError."""
    if choice.format.write is None:
        raise UsageError("this format is a folder of files, which cannot be copied; choose another one")
    return replace_controls("".join(choice.format.write(source.request(choice))))


def write_export(source: ExportSource, choice: ExportChoice, name: str, *, overwrite: bool) -> Path:
    """Write a file, or a folder if the format is one, and return its path.

    A format that can be both is a folder if the name has no suffix. Raise SaveError if it cannot be written, and
    OverwriteError if it exists and must not be overwritten.
    """
    path = Path(os.path.expanduser(name))  # noqa: PTH111 - Path.expanduser raises for an unknown user
    export_format, request = choice.format, source.request(choice)
    write_files = export_format.write_files
    if write_files and name.strip() and (export_format.write is None or is_folder(path) or not path.suffix):
        write_folder(path, write_files(request), overwrite)
        return path
    if export_format.write is None or not name.strip() or is_folder(path):
        example = "vault" if write_files else f"notes{_suffix(export_format)}"
        raise SaveError(f"give the name of a {'folder' if write_files else 'file'}, such as {example}", path)
    write_new_text(path, export_format.write(request), overwrite)
    return path


def name_for_format(name: str, format_name: str) -> str:
    """Return a file's name with the suffix of a format, a folder's without.

    `name_for_format("notes.md", "csv")` is `"notes.csv"`.
    """
    known = {_FALLBACK_SUFFIX, *(suffix for each in FORMATS.values() for suffix in each.suffixes)}
    suffix = PurePath(name).suffix
    stem = name.removesuffix(suffix) if suffix.lower() in known else name
    return f"{stem}{_suffix(FORMATS[format_name])}" if stem.strip() else name


def _suffix(export_format: ExportFormat) -> str:
    if export_format.write_files:
        return ""
    return next(iter(export_format.suffixes), _FALLBACK_SUFFIX)
