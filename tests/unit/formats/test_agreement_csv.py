"""Agreement as CSV."""

import csv

from collations import Telling, annotate, collate
from five_annotators import ROWS, five_annotators

from tui.analysis.agreement.agreement import Agreement, find_agreement
from tui.formats.agreement_csv import COLUMNS, agreement_csv


def _rows(agreement: Agreement) -> list[dict[str, str]]:
    head, *rows = csv.reader("".join(agreement_csv(agreement)).splitlines())
    assert tuple(head) == COLUMNS
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_figures_come_first_and_a_disagreement_has_a_row_for_each_reader() -> None:
    rows = _rows(find_agreement(five_annotators()))
    figures = [row for row in rows if row["row"] == "figure"]
    assert len(figures) == 9 + 10 * 10
    assert figures[0]["value"] == "0.5"
    assert {row["value"] for row in figures if row["undefined"]} == {""}
    others = [row for row in rows if row["row"] == "disagreement"]
    assert len(others) == sum(len(records) + len(absent) for *_, records, absent in ROWS)
    first = others[3]
    assert [first[name] for name in ("what", "value", "article", "start", "end", "annotator", "records")] == [
        *("span", "0–10", "north", "0", "10", "Dora", "a4"),
    ]
    assert others[-1]["value"] == "did not mark it"


def test_no_cell_is_a_formula() -> None:
    people = [annotate("claim", "one", who, id=who, annotator=f"={who}") for who in ("A", "B")]
    rows = _rows(find_agreement(collate(Telling("x", "one two", tuple(people)))))
    assert {row["annotator"] for row in rows if row["row"] == "disagreement"} == {"'=A", "'=B"}
