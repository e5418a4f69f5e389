"""Export records to a file, a folder or the clipboard, with a preview."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tui.analysis.filters import Filter, filter_collation, matching_records, only_records
from tui.analysis.survey import Survey
from tui.errors import SaveError, UsageError
from tui.formats.archive_section import ALL_SECTIONS, ArchiveSection
from tui.formats.export_format import FORMATS, ExportFormat, ExportRequest, limits_in_words
from tui.formats.phrasing import count_noun
from tui.layout.visible import replace_controls
from tui.model import NOTE, Account, RecordRef
from tui.session.long_work import Watch, ignore_progress, watched
from tui.storage.files.atomic import write_new, write_new_text
from tui.storage.files.new_folder import write_folder
from tui.storage.files.real_path import is_folder

MANY_LINES = 100_000
"""A preview counts no further."""


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
    """Which records these are, in words, if they were chosen."""
    is_adjudicated: bool = False
    """Whether they lack what settled disagreements have replaced."""
    annotator: str = ""
    """Whose notes a brief has, and whose view a web page has."""

    def request(self, choice: ExportChoice) -> ExportRequest:
        """Return what to write, in a form."""
        return ExportRequest(
            whole=self.whole,
            chosen=self.chosen,
            scope=self.scope,
            is_adjudicated=self.is_adjudicated,
            group_by=choice.group_by,
            sections=choice.sections,
            annotator=self.annotator,
        )

    @property
    def limits(self) -> str:
        """Which records these are, in words, if not all."""
        is_blind = self.whole.codebook.blind
        return limits_in_words(self.scope, is_adjudicated=self.is_adjudicated, is_blind=is_blind)

    @property
    def records(self) -> int:
        """How many records are read for the export."""
        return sum(len(account.placed) for account in self.chosen.accounts)


def all_records(survey: Survey, annotator: str, *, is_adjudicated: bool = False) -> ExportSource:
    """Return every record of a collation as what to export."""
    return ExportSource(survey, survey, is_adjudicated=is_adjudicated, annotator=annotator)


def only_chosen(
    survey: Survey, refs: Collection[RecordRef], annotator: str, *, is_adjudicated: bool = False
) -> ExportSource:
    """Return these records as what to export.

    A note brings the record that it is on, which does not count.
    """
    with_context = only_records(survey.collation, refs)

    def own(account: Account) -> Account:
        return replace(account, placed=tuple(one for one in account.placed if one.annotation.ref in refs))

    alone = replace(with_context, accounts=tuple(map(own, with_context.accounts)))
    scope = count_noun(len(refs), "chosen record")
    return ExportSource(survey, Survey(with_context, alone), scope, is_adjudicated, annotator)


def only_matching(source: ExportSource, condition: Filter) -> ExportSource:
    """Return those of the records that match as what to export."""
    if not condition.active:
        return source
    records = source.chosen.chosen or source.chosen.collation
    chosen = Survey(filter_collation(source.chosen.collation, condition), matching_records(records, condition))
    scope = " · ".join(filter(None, (source.scope, condition.describe())))
    return replace(source, chosen=chosen, scope=scope)


def is_written_as_folder(export_format: ExportFormat, name: str) -> bool:
    """Return whether a format is a folder of files if it is written here.

    A format that can be both is a folder if the name has no suffix.
    """
    if export_format.write_files is None:
        return False
    path = _expanded(name)
    return export_format.write is None or (bool(name.strip()) and (is_folder(path) or not path.suffix))


def preview_export(source: ExportSource, choice: ExportChoice, lines: int, name: str = "") -> Preview:
    """Return the first lines of what is written here, and how much it has.

    Of a folder or an archive, the lines are the names of its files.
    """
    said: dict[str, int] = {}
    for counts in source.chosen.counts.values():
        for kind, number in counts.items():
            said[kind] = said.get(kind, 0) + number
    notes = said.pop(NOTE.name, 0) + len(source.chosen.collation.notes)
    has_files = bool(choice.format.pack_files) or is_written_as_folder(choice.format, name)
    found = _file_names(source, choice) if has_files else _lines(source, choice)
    noun = "file" if has_files else "line"
    first = tuple(islice(found, lines))
    number = len(first) + sum(1 for _ in islice(found, MANY_LINES))
    size = f"over {MANY_LINES:,} {noun}s" if number > MANY_LINES else count_noun(number, noun)
    without = choice.format.left_out(source.request(choice)) if choice.format.left_out else 0
    words = (
        count_noun(sum(said.values()), "statement"),
        count_noun(notes, "note") if notes else "",
        size,
        f"{count_noun(without, 'record')} without a place left out" if without else "",
    )
    return Preview(", ".join(filter(None, words)), first)


def _lines(source: ExportSource, choice: ExportChoice) -> Iterator[str]:
    """Yield the lines of a document."""
    write, request = choice.format.write, source.request(choice)
    rest = ""
    for piece in write(request) if write else ():
        *complete, rest = f"{rest}{piece}".split("\n")
        yield from complete
    if rest:
        yield rest


def _file_names(source: ExportSource, choice: ExportChoice) -> Iterator[str]:
    files, request = choice.format.pack_files or choice.format.write_files, source.request(choice)
    return (name for name, _ in files(request)) if files else iter(())


def document_to_copy(source: ExportSource, choice: ExportChoice, watch: Watch = ignore_progress) -> str:
    """Return a document for the clipboard, or raise UsageError."""
    return replace_controls(_whole_document(source, choice, watch, "copied"))


def document_to_download(source: ExportSource, choice: ExportChoice, watch: Watch = ignore_progress) -> str | bytes:
    """Return a document for the user of a browser, or raise UsageError."""
    if pack_files := choice.format.pack_files:
        return _archive(pack_files(source.request(choice)), watch)
    return _whole_document(source, choice, watch, "downloaded")


def _archive(files: Iterable[tuple[str, Iterable[str]]], watch: Watch) -> bytes:
    from tui.formats.zip_bytes import zip_bytes  # noqa: PLC0415 - only archives need it

    def progress(number: int) -> Callable[[int], str]:
        return lambda _: _file_progress(number)

    return zip_bytes((name, watched(pieces, watch, progress(number))) for number, (name, pieces) in enumerate(files, 1))


def _file_progress(number: int) -> str:
    return f"Writing file {number:,} …"


def _whole_document(source: ExportSource, choice: ExportChoice, watch: Watch, verb: str) -> str:
    if choice.format.pack_files:
        raise UsageError(f"this format is a ZIP archive, which cannot be {verb}; choose another one")
    if choice.format.write is None:
        raise UsageError(f"this format is a folder of files, which cannot be {verb}; choose another one")
    pieces = choice.format.write(source.request(choice))
    return "".join(watched(pieces, watch, _progress(source)))


def _progress(source: ExportSource) -> Callable[[int], str]:
    """Return what is said of a piece of a document, by its number."""
    total = source.records
    return lambda number: f"Writing {min(number, total):,} of {count_noun(total, 'record')} …"


def write_export(
    source: ExportSource, choice: ExportChoice, name: str, *, overwrite: bool, watch: Watch = ignore_progress
) -> Path:
    """Write a file, or a folder if the format is one, and return its path.

    Raise SaveError if it cannot be written, OverwriteError if it exists and must not be overwritten, and what `watch`
    raises; then nothing is written.
    """
    path = _expanded(name)
    export_format, request = choice.format, source.request(choice)
    write_files = export_format.write_files
    if write_files and name.strip() and is_written_as_folder(export_format, name):
        write_folder(path, watched(write_files(request), watch, _file_progress), overwrite)
        return path
    has_name = name.strip() and not is_folder(path)
    if export_format.pack_files and has_name:
        write_new(path, _archive(export_format.pack_files(request), watch), overwrite)
        return path
    if export_format.write is None or not has_name:
        ending = _ending(export_format)
        example = f"notes{ending}" if ending else "vault"
        raise SaveError(f"give the name of a {'file' if ending else 'folder'}, such as {example}", path)
    write_new_text(path, watched(export_format.write(request), watch, _progress(source)), overwrite)
    return path


def _expanded(name: str) -> Path:
    return Path(os.path.expanduser(name))  # noqa: PTH111 - Path.expanduser raises for an unknown user


def name_for_format(name: str, format_name: str) -> str:
    """Return a file's name with the ending of a format, a folder's without.

    `name_for_format("notes.md", "csv")` is `"notes.csv"`.
    """
    endings = [ending for each in FORMATS.values() for ending in (each.ending, *each.suffixes) if ending]
    known = max((ending for ending in endings if name.lower().endswith(ending)), key=len, default="")
    stem = name[: len(name) - len(known)]
    return f"{stem}{_ending(FORMATS[format_name])}" if stem.strip() else name


def _ending(export_format: ExportFormat) -> str:
    if export_format.write_files:
        return ""
    return export_format.ending or export_format.suffixes[0]
