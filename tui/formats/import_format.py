"""The formats that annotations can be imported from.

A further one is a module with two functions, and a row here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from tui.errors import FormatError
from tui.formats.foreign import ForeignDocument, ImportFile
from tui.formats.json_values import parse_json


def _is_json(file: ImportFile) -> bool:
    from tui.formats.json_records import is_json_document  # noqa: PLC0415 - only the chosen format is loaded

    return is_json_document(file)


def _json(file: ImportFile) -> ForeignDocument:
    from tui.formats.json_records import read_json_document  # noqa: PLC0415 - only the chosen format is loaded

    return read_json_document(file)


def _is_jsonld(file: ImportFile) -> bool:
    from tui.formats.jsonld.read_page import is_annotation_page  # noqa: PLC0415 - only the chosen format is loaded

    return is_annotation_page(file)


def _jsonld(file: ImportFile) -> ForeignDocument:
    from tui.formats.jsonld.read_page import read_annotation_page  # noqa: PLC0415 - only the chosen format is loaded

    return read_annotation_page(file)


def _is_hypothesis(file: ImportFile) -> bool:
    from tui.formats.hypothesis_json import is_hypothesis  # noqa: PLC0415 - only the chosen format is loaded

    return is_hypothesis(file)


def _hypothesis(file: ImportFile) -> ForeignDocument:
    from tui.formats.hypothesis_json import read_hypothesis  # noqa: PLC0415 - only the chosen format is loaded

    return read_hypothesis(file)


def _is_brat(file: ImportFile) -> bool:
    from tui.formats.brat.read_document import is_brat  # noqa: PLC0415 - only the chosen format is loaded

    return is_brat(file)


def _brat(file: ImportFile) -> ForeignDocument:
    from tui.formats.brat.read_document import read_brat  # noqa: PLC0415 - only the chosen format is loaded

    return read_brat(file)


def _is_any(_: ImportFile) -> bool:
    return True


def _csv(file: ImportFile) -> ForeignDocument:
    from tui.formats.csv_records import read_csv  # noqa: PLC0415 - only the chosen format is loaded

    return read_csv(file)


def _callouts(file: ImportFile) -> ForeignDocument:
    from tui.formats.callout_records import read_callouts  # noqa: PLC0415 - only the chosen format is loaded

    return read_callouts(file)


def _is_zotero(file: ImportFile) -> bool:
    from tui.formats.zotero_note import is_zotero_note  # noqa: PLC0415 - only the chosen format is loaded

    return is_zotero_note(file)


def _zotero(file: ImportFile) -> ForeignDocument:
    from tui.formats.zotero_note import read_zotero_note  # noqa: PLC0415 - only the chosen format is loaded

    return read_zotero_note(file)


def _is_doccano(file: ImportFile) -> bool:
    from tui.formats.labelled_text import is_doccano  # noqa: PLC0415 - only the chosen format is loaded

    return is_doccano(file)


def _is_label_studio(file: ImportFile) -> bool:
    from tui.formats.labelled_text import is_label_studio  # noqa: PLC0415 - only the chosen format is loaded

    return is_label_studio(file)


def _doccano(file: ImportFile) -> ForeignDocument:
    from tui.formats.labelled_text import read_doccano  # noqa: PLC0415 - only the chosen format is loaded

    return read_doccano(file)


def _label_studio(file: ImportFile) -> ForeignDocument:
    from tui.formats.labelled_text import read_label_studio  # noqa: PLC0415 - only the chosen format is loaded

    return read_label_studio(file)


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """A format that annotations can be read from."""

    name: str
    summary: str
    suffixes: tuple[str, ...]
    """The suffixes of its files' names."""
    sniff: Callable[[ImportFile], bool]
    """Whether a file with such a suffix is of this format."""
    read: Callable[[ImportFile], ForeignDocument]
    """Returns what a file holds, or raises FormatError."""
    companion: str = ""
    """The suffix of the file beside it that belongs to it."""


IMPORT_FORMATS = {
    each.name: each
    for each in (
        ImportFormat("json", "what export -f json writes", (".json",), _is_json, _json),
        ImportFormat("jsonld", "W3C Web Annotations, as of Recogito", (".jsonld", ".json"), _is_jsonld, _jsonld),
        ImportFormat("hypothesis", "the export or the API of Hypothes.is", (".json",), _is_hypothesis, _hypothesis),
        ImportFormat("brat", "stand-off annotations of brat, beside their texts", (".ann",), _is_brat, _brat, ".txt"),
        ImportFormat("csv", "a table: what export -f csv writes, or any with --map", (".csv", ".tsv"), _is_any, _csv),
        ImportFormat("zotero", "a note of annotations, as Zotero exports it", (".md",), _is_zotero, _zotero),
        ImportFormat("callouts", "highlights in Markdown, as Obsidian has them", (".md",), _is_any, _callouts),
        ImportFormat("doccano", "labelled texts of doccano", (".jsonl",), _is_doccano, _doccano),
        ImportFormat("label-studio", "labelled texts of Label Studio", (".json",), _is_label_studio, _label_studio),
    )
}
"""By name, in the order in which they are tried."""


_JSON_SUFFIXES = (".json", ".jsonld")


def import_format(file: ImportFile, name: str = "") -> ImportFormat:
    """Return the format of this name, else the one that a file looks like.

    Raise FormatError if it looks like none, or if its name says JSON and it is none.
    """
    if name:
        return IMPORT_FORMATS[name]
    suffix = PurePath(file.name).suffix.lower()
    for each in IMPORT_FORMATS.values():
        if suffix in each.suffixes and each.sniff(file):
            return each
    if suffix in _JSON_SUFFIXES:
        parse_json(file.text)
    names = ", ".join(IMPORT_FORMATS)
    raise FormatError(f"is in no format that is known; name its format, one of {names}")


def companion_suffix(name: str) -> str:
    """Return the suffix of what belongs to a file, or an empty string.

    `companion_suffix("a.json")` is empty.
    """
    suffix = PurePath(name).suffix.lower()
    return next((each.companion for each in IMPORT_FORMATS.values() if suffix in each.suffixes and each.companion), "")
