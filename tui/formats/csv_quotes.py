"""Read the quotes of a table that another program wrote."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tui.errors import FormatError
from tui.formats.csv_cell import names_in
from tui.formats.csv_rows import CsvRow, row_annotation
from tui.formats.foreign import (
    FIELDS,
    ArticleHint,
    ForeignAnnotation,
    ForeignDocument,
    ImportFile,
    kinds_used,
    source_name,
)
from tui.model import NOTE, Codebook, Proposition, TextSelector
from tui.model.timestamp import UNKNOWN, instant


def read_quotes(file: ImportFile, columns: tuple[str, ...], rows: Iterable[CsvRow]) -> ForeignDocument:
    """Return an annotation for each row with a quote or a body.

    A field is in the column that `file.columns` names, else in the one that is called as it is.
    """
    field_rows = [_by_field(row, _fields(file, columns)) for row in rows]
    annotations = tuple(_numbered(map(_foreign, filter(_says_something, field_rows))))
    sentences = {row.cell("about"): row.cell("proposition") for row in field_rows}
    propositions = {slug: Proposition(slug, text) for slug, text in sentences.items() if slug and text}
    return ForeignDocument(annotations, Codebook(propositions, kinds_used(annotations)))


def _fields(file: ImportFile, columns: tuple[str, ...]) -> Mapping[str, str]:
    """Return the column of each field that has one."""
    folded = {column.casefold(): column for column in reversed(columns)}
    listed = ", ".join(column for column in columns if column)
    for column in file.columns.values():
        if column.casefold() not in folded:
            raise FormatError(f'has no column "{column}"; it has {listed}')
    fields = {field: folded[field] for field in FIELDS if field in folded}
    fields |= {
        field: column if column in columns else folded[column.casefold()] for field, column in file.columns.items()
    }
    if not {"quote", "body"} & fields.keys():
        raise FormatError(f"has no column quote or body; say which with --map quote=COLUMN: {listed}")
    return fields


def _by_field(row: CsvRow, fields: Mapping[str, str]) -> CsvRow:
    return replace(row, cells={field: row.cell(column).strip() for field, column in fields.items()})


def _says_something(row: CsvRow) -> bool:
    return bool(row.cell("quote") or row.cell("body"))


def _foreign(row: CsvRow) -> ForeignAnnotation:
    annotation = replace(
        row_annotation(row),
        kind="-".join(row.cell("kind").casefold().split()) or NOTE.name,
        target=_target(row),
        tags=_tags(row.cell("tags")),
        created=_time(row.cell("created")),
        modified=_time(row.cell("modified")),
    )
    hint = ArticleHint(row.cell("article"), row.cell("url"), row.cell("title"), row.cell("file"))
    place = (hint.name, annotation.quote)
    own = () if row.cell("id") else (annotation.body, annotation.annotator)
    return ForeignAnnotation(source_name("csv", row.cell("id"), *place, *own), annotation, hint, line=row.line)


def _numbered(annotations: Iterable[ForeignAnnotation]) -> Iterator[ForeignAnnotation]:
    """Yield annotations, with a number for those that say the same."""
    seen: Counter[str] = Counter()
    for each in annotations:
        seen[each.source_id] += 1
        number = seen[each.source_id]
        yield each if number == 1 else replace(each, source_id=f"{each.source_id}:{number}")


def _target(row: CsvRow) -> TextSelector | None:
    quote = row.cell("quote")
    if not quote:
        return None
    return TextSelector(quote, row.cell("prefix"), row.cell("suffix"), row.offset("start"), row.offset("end"))


def _tags(cell: str) -> tuple[str, ...]:
    """Return tags that semicolons divide, or else commas."""
    tags = names_in(cell) if ";" in cell else cell.split(",")
    return tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))


def _time(cell: str) -> str:
    return cell if instant(cell) != UNKNOWN else ""
