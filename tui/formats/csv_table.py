"""CSV with a row for each record, or for each statement."""

import csv
from collections.abc import Iterator
from enum import StrEnum

from tui.analysis.statements import Statement
from tui.analysis.survey import Survey
from tui.formats.csv_cell import list_cell, safe_cell
from tui.formats.statement_words import statement_doubt
from tui.model import Account, Annotation, Placed

_ARTICLE = ("article", "siglum", "outlet", "title", "author", "date", "url")
_PLACE = ("state", "start", "end")
_SAID = ("kind", "stance", "speaker", "as", "via", "about", "proposition", "status", "cue", "hedge", "quote")
RECORD_COLUMNS = (
    *("reference", *_ARTICLE, "id", *_SAID, "prefix", "suffix", *_PLACE),
    *("body", "tags", "on", "was", "annotator", "created", "modified", "suggested", "resolves"),
)
STATEMENT_COLUMNS = ("reference", *_ARTICLE, *_SAID, *_PLACE, "doubt", "annotators", "records")


class RowsOf(StrEnum):
    """What each row of a CSV file is."""

    RECORDS = "records"
    STATEMENTS = "statements"


def csv_pieces(whole: Survey, chosen: Survey, *, rows_of: str = "records") -> Iterator[str]:
    """Yield the head and each row of the records or statements of `chosen`.

    `whole` has all records, for the status of a proposition depends on all.
    """
    statuses = {row.proposition.slug: str(row.status) for row in whole.comparison.rows}
    is_statements = RowsOf(rows_of) is RowsOf.STATEMENTS
    writer = csv.writer(_Line(), quoting=csv.QUOTE_ALL, lineterminator="\n")
    yield str(writer.writerow(STATEMENT_COLUMNS if is_statements else RECORD_COLUMNS))
    for row in _statement_rows(chosen, statuses) if is_statements else _record_rows(chosen, statuses):
        yield str(writer.writerow(map(safe_cell, row)))


class _Line:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _record_rows(survey: Survey, statuses: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for account in survey.accounts:
        numbers = {placed.annotation.id: str(number) for number, placed in account.numbered()}
        article = _article(account)
        for placed in account.placed:
            if survey.chosen and not survey.has_chosen(account, placed):
                continue
            number = numbers.get(placed.annotation.id, "") if not placed.annotation.on else ""
            yield (f"{account.siglum}{number}" if number else "", *article, *_record(placed, survey, statuses))
    nothing = ("",) * (len(_ARTICLE) + 1)
    for note in survey.collation.notes:
        yield (*nothing, *_record(Placed(note), survey, statuses))


def _record(placed: Placed, survey: Survey, statuses: dict[str, str]) -> tuple[str, ...]:
    annotation, target = placed.annotation, placed.annotation.target
    said = _said(annotation, list_cell(annotation.speaker), annotation.quote, survey, statuses)
    context = (target.prefix, target.suffix) if target else ("", "")
    times = (annotation.created, annotation.modified)
    settled = (annotation.suggested, list_cell(annotation.resolves))
    origin = (list_cell(annotation.was), annotation.annotator, *times, *settled)
    about = (annotation.body, list_cell(annotation.tags), annotation.on)
    return (annotation.id, *said, *context, *_place(placed), *about, *origin)


def _statement_rows(survey: Survey, statuses: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for account, statements in zip(survey.accounts, survey.statements, strict=True):
        article = _article(account)
        for statement in statements:
            yield (statement.reference, *article, *_statement(statement, survey, statuses))


def _statement(statement: Statement, survey: Survey, statuses: dict[str, str]) -> tuple[str, ...]:
    said = _said(statement.annotation, list_cell(statement.speakers), statement.words, survey, statuses)
    annotators = list_cell(name for name in statement.annotators if name)
    ids = list_cell(placed.annotation.id for placed in statement.records)
    return (*said, *_place(statement.placed), statement_doubt(statement), annotators, ids)


def _article(account: Account) -> tuple[str, ...]:
    byline = account.article.byline
    title = account.article.title
    return (account.article.id, account.siglum, byline.outlet, title, byline.author, byline.date, byline.url)


def _said(
    annotation: Annotation, speakers: str, quote: str, survey: Survey, statuses: dict[str, str]
) -> tuple[str, ...]:
    kind, slug = survey.codebook.kind(annotation.kind), annotation.about
    proposition = survey.codebook.proposition_text(slug) if slug else ""
    about = (slug, proposition, statuses.get(slug, ""))
    via = list_cell(annotation.via)
    stance = str(kind.stance) if kind.is_known else ""
    return (kind.name, stance, speakers, annotation.speaker_words, via, *about, annotation.cue, annotation.hedge, quote)


def _place(placed: Placed) -> tuple[str, str, str]:
    start, end = placed.span or ("", "")
    return str(placed.state or ""), str(start), str(end)
