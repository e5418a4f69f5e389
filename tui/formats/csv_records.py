"""Read CSV: what `export -f csv` writes, and tables of other programs."""

from collections.abc import Iterator
from dataclasses import replace

from tui.errors import FormatError
from tui.formats.csv_cell import names_in
from tui.formats.csv_quotes import read_quotes
from tui.formats.csv_rows import CsvRow, csv_rows, row_annotation
from tui.formats.csv_table import RECORD_COLUMNS, STATEMENT_COLUMNS
from tui.formats.foreign import ArticleHint, ForeignAnnotation, ForeignDocument, ImportFile
from tui.formats.jsonld.vocabulary import annotation_uri
from tui.model import BUILT_IN_KINDS, OMISSION, Codebook, Kind, Proposition, Stance, TextPiece, TextSelector

_GLYPH = "•"
_OPTIONAL = {"suggested", "resolves"}
"""What an export may lack."""


def read_csv(file: ImportFile) -> ForeignDocument:
    """Return the records of an export, or the quotes of another table."""
    columns, rows = csv_rows(file.text)
    if not file.columns and set(RECORD_COLUMNS) - _OPTIONAL <= set(columns):
        return ForeignDocument(tuple(map(_record, rows)), _codebook(rows))
    if not file.columns and set(STATEMENT_COLUMNS) <= set(columns):
        raise FormatError("has a row for each statement; export it with --rows records")
    return read_quotes(file, columns, rows)


def _record(row: CsvRow) -> ForeignAnnotation:
    article, record = row.cell("article"), row.cell("id")
    if not record or not row.cell("kind"):
        raise FormatError(f'is damaged: row {row.number} has no "id" or no "kind"', None, row.line)
    annotation = replace(
        row_annotation(row),
        id=record,
        kind=row.cell("kind"),
        target=_target(row),
        tags=names_in(row.cell("tags")),
        on=row.cell("on"),
        was=names_in(row.cell("was")),
        created=row.cell("created"),
        modified=row.cell("modified"),
        suggested=row.cell("suggested"),
        resolves=names_in(row.cell("resolves")),
    )
    hint = ArticleHint(article, row.cell("url"), row.cell("title"))
    return ForeignAnnotation(annotation_uri(article, record), annotation, hint, is_own=True, line=row.line)


def _target(row: CsvRow) -> TextSelector | None:
    """Return the quote, with today's place as its hint."""
    quote, prefix, suffix = (row.cell(name) for name in ("quote", "prefix", "suffix"))
    if not quote:
        return None
    start, end = row.offset("start"), row.offset("end")
    quotes = quote.split(OMISSION)
    if not all(quotes) or (start is not None and end is not None and end - start == len(quote)):
        return TextSelector(quote, prefix, suffix, start, end)  # the article itself has the sign of an omission
    pieces = [TextPiece(piece) for piece in quotes]
    pieces[0] = pieces[0]._replace(start=start)
    pieces[-1] = pieces[-1]._replace(end=end)
    return TextSelector.of_pieces(tuple(pieces), prefix, suffix)


def _codebook(rows: list[CsvRow]) -> Codebook:
    """Return the propositions and kinds of the rows, as far as they say."""
    sentences = {row.cell("about"): row.cell("proposition") for row in rows if row.cell("about")}
    propositions = {slug: Proposition(slug, text) for slug, text in sentences.items() if text not in ("", slug)}
    kinds = {kind.name: kind for kind in _kinds(rows)} | {kind.name: kind for kind in BUILT_IN_KINDS}
    return Codebook(propositions, kinds)


def _kinds(rows: list[CsvRow]) -> Iterator[Kind]:
    stances = {row.cell("kind"): row.cell("stance") for row in rows}
    return (Kind(name, name, _GLYPH, Stance(stance)) for name, stance in stances.items() if stance in tuple(Stance))
