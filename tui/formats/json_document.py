"""JSON with everything in a survey, a record on each line.

Its shape is that of `docs/export.schema.json`. Keys are stable: more may be added, but none is renamed or removed.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from tui.analysis.survey import Survey
from tui.formats.codebook_shapes import annotator_shapes, kind_shapes, proposition_shapes, speaker_shapes
from tui.formats.json_shapes import compare_shape, exported_record
from tui.formats.json_text import json_line, json_line_pieces
from tui.model import Account, Placed

VERSION = 1


def json_document_pieces(survey: Survey, *, title: str, scope: str = "", has_comparison: bool = True) -> Iterator[str]:
    """Yield the document in pieces of one record or proposition at most.

    Of some records alone, no comparison is given: what is disputed depends on all.
    """
    head = {"format": "diptych", "version": VERSION, "title": title, "scope": scope}
    yield "{\n"
    for name, value in head.items():
        yield f'"{name}": {json_line(value)},\n'
    yield from _list("accounts", map(_account, survey.accounts))
    yield ",\n"
    yield from _list("propositions", proposition_shapes(survey.codebook))
    yield f',\n"kinds": {json_line(kind_shapes(survey.codebook))}'
    yield f',\n"speakers": {json_line(speaker_shapes(survey.codebook))}'
    yield f',\n"annotators": {json_line(annotator_shapes(survey.codebook))},\n'
    yield from _list("records", _records(survey))
    yield ',\n"comparison": '
    yield from _comparison(survey) if has_comparison else ("null",)
    yield "\n}\n"


def _list(name: str, shapes: Iterable[object]) -> Iterator[str]:
    yield f'"{name}": ['
    for position, shape in enumerate(shapes):
        comma = "," if position else ""
        yield f"{comma}\n{json_line(shape)}"
    yield "\n]"


def _records(survey: Survey) -> Iterator[dict[str, Any]]:
    for account in survey.accounts:
        numbers = {placed.annotation.id: f"{account.siglum}{number}" for number, placed in account.numbered()}
        for placed in account.placed:
            reference = "" if placed.annotation.on else numbers[placed.annotation.id]
            yield {**exported_record(placed, account.article.id), "reference": reference}
    for note in survey.collation.notes:
        yield {**exported_record(Placed(note), ""), "reference": ""}


def _comparison(survey: Survey) -> Iterator[str]:
    return json_line_pieces(compare_shape(survey.comparison, survey.comparison.rows))


def _account(account: Account) -> dict[str, str]:
    article, byline = account.article, account.article.byline
    return {
        "siglum": account.siglum,
        "id": article.id,
        "title": article.title,
        "outlet": byline.outlet,
        "author": byline.author,
        "date": byline.date,
        "url": byline.url,
        "file": article.path.name,
    }
