"""Figures and disagreements of annotators as CSV."""

import csv
from collections.abc import Iterator
from io import StringIO

from tui.analysis.agreement.agreement import Agreement, Contrast
from tui.analysis.agreement.coefficients import Undefined
from tui.analysis.agreement.disagreements import coded_value
from tui.formats.agreement_words import NOT_MARKED, shown_annotator
from tui.formats.csv_cell import list_cell, safe_cell

COLUMNS = (
    *("row", "annotators", "what", "value", "low", "high", "units", "compared", "undefined", "disagreements"),
    *("article", "start", "end", "annotator", "records", "settled_by"),
)
_FIGURE_BLANKS = ("",) * 6
_DISAGREEMENT_BLANKS = ("",) * 6


def agreement_csv(agreement: Agreement) -> Iterator[str]:
    """Yield the head, a row for each figure, and rows for each disagreement.

    A disagreement has a row for each annotator who read the place. Those of pairs are left out, as all together have
    them too.
    """
    yield _line(COLUMNS)
    for contrast in (agreement.whole, *agreement.pairs):
        yield from map(_line, _figure_rows(contrast))
    yield from map(_line, _disagreement_rows(agreement.whole))


def _figure_rows(contrast: Contrast) -> Iterator[tuple[str, ...]]:
    annotators = list_cell(contrast.annotators)
    for figure in contrast.figures:
        low, high = (str(figure.interval.low), str(figure.interval.high)) if figure.interval else ("", "")
        is_undefined = isinstance(figure.value, Undefined)
        values = ("" if is_undefined else str(figure.value), low, high, str(figure.units), str(figure.compared))
        why = str(figure.value) if is_undefined else ""
        number = str(contrast.count_for(figure.measure))
        yield ("figure", annotators, str(figure.measure), *values, why, number, *_FIGURE_BLANKS)


def _disagreement_rows(contrast: Contrast) -> Iterator[tuple[str, ...]]:
    annotators = list_cell(contrast.annotators)
    for disagreement in contrast.listed:
        unit, what = disagreement.unit, disagreement.difference
        place = (disagreement.article, *map(str, unit.place))
        settled = list_cell([shown_annotator(name) for name in unit.settled_by])
        sides = [(coded_value(one, what), one.annotator, list_cell(one.ids)) for one in unit.codings]
        for value, annotator, records in (*sides, *((NOT_MARKED, name, "") for name in unit.absent)):
            start = ("disagreement", annotators, str(what), value)
            yield (*start, *_DISAGREEMENT_BLANKS, *place, annotator, records, settled)


def _line(row: tuple[str, ...]) -> str:
    line = StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(map(safe_cell, row))
    return line.getvalue()
