"""The CSV: a row a record or a statement, which comes back as it was."""

import csv
import io
import re

import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.filters import Filter, filter_collation
from tui.analysis.survey import Survey
from tui.formats.csv_table import RECORD_COLUMNS, STATEMENT_COLUMNS, csv_pieces
from tui.model import Byline, Collation


def table(collation: Collation, rows_of: str = "records") -> str:
    survey = Survey(collation)
    return "".join(csv_pieces(survey, survey, rows_of=rows_of))


def rows(document: str) -> list[dict[str, str]]:
    """Return the rows as docs/exporting.md says to read them."""
    read = csv.DictReader(io.StringIO(document, newline=""))
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in read]


def split_names(cell: str) -> list[str]:
    """Return the names of a cell."""
    names = re.findall(r"(?:[^\\;]|\\.)+", cell, re.DOTALL)
    return [
        re.sub(r"\\(.)", r"\1", name.removeprefix(" ") if position else name, flags=re.DOTALL)
        for position, name in enumerate(names)
    ]


def test_statements_are_as_expected() -> None:
    book = codebook({"aid": "Aid should come"}, speakers={"Ada Holm": ("Holm",)})
    said = (
        annotate("claim", "Aid, now", "Holm", "aid", id="a", cue="said", annotator="Mira"),
        annotate("claim", "Aid, now", "Ada Holm", "aid", id="b", annotator="Bo"),
        annotate("denial", '-"No"', "", "aid", id="c"),
    )
    byline = Byline("Aid", "The Post", "Ann", "2026-05-03", "http://p.example")
    assert table(collate(Telling("one", 'Aid, now. -"No"', said, byline), book=book), "statements") == (
        '"reference","article","siglum","outlet","title","author","date","url","kind","stance","speaker","as","via",'
        '"about","proposition","status","cue","hedge","quote","state","start","end","doubt","annotators","records"\n'
        '"A1","one","A","The Post","Aid","Ann","2026-05-03","http://p.example","claim","asserts","Ada Holm","","",'
        '"aid","Aid should come","disputed","said","","Aid, now","exact","0","8","","Bo; Mira","a; b"\n'
        '"A3","one","A","The Post","Aid","Ann","2026-05-03","http://p.example","denial","rejects","","","",'
        '"aid","Aid should come","disputed","","","\'-""No""","exact","10","15","","","c"\n'
    )


def test_each_record_has_a_row_and_notes_name_what_they_are_on() -> None:
    found = rows(table(aid_and_talks()))
    assert [row["id"] for row in found][-1] == "p1"
    assert len(found) == 9
    by_id = {row["id"]: row for row in found}
    assert (by_id["a"]["reference"], by_id["a"]["speaker"], by_id["a"]["tags"]) == ("A1", "Cavusoglu; Lavrov", "x; y")
    assert (by_id["b"]["status"], by_id["b"]["proposition"]) == ("rejected", "Talks | took *place*")
    assert (by_id["n2"]["on"], by_id["n2"]["reference"], by_id["n2"]["body"]) == ("n1", "", "Quite")
    assert (by_id["p1"]["article"], by_id["p1"]["about"]) == ("", "quiet")


def test_a_status_is_that_of_all_records() -> None:
    whole = aid_and_talks()
    chosen = Survey(filter_collation(whole, Filter(kinds=("claim",))))
    found = rows("".join(csv_pieces(Survey(whole), chosen)))
    assert {row["kind"] for row in found} == {"claim"}
    assert [row["status"] for row in found if row["about"] == "aid"] == ["open"]


def test_unknown_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="weather"):
        table(aid_and_talks(), "weather")


def test_the_columns_keep_their_names() -> None:
    assert len(set(RECORD_COLUMNS)) == len(RECORD_COLUMNS) == 34
    assert len(set(STATEMENT_COLUMNS)) == len(STATEMENT_COLUMNS) == 25


active = st.sampled_from("=+-@;\\'\",\r\n\t ")
texts = st.lists(active | st.characters(exclude_categories=["Cs"]), max_size=12).map("".join)


@settings(max_examples=60)
@given(quote=texts, body=texts, cue=texts, speakers=st.lists(texts.filter(bool), max_size=3))
def test_a_record_comes_back_and_no_cell_is_a_formula(quote: str, body: str, cue: str, speakers: list[str]) -> None:
    annotation = annotate("claim", quote, speakers, id="x", body=body, cue=cue)
    document = table(collate(Telling("one", f"A {quote}", (annotation,))))
    (row,) = rows(document)
    assert (row["quote"], row["body"], row["cue"]) == (quote, body, cue)
    assert split_names(row["speaker"]) == speakers
    cells = [cell for read in csv.reader(io.StringIO(document, newline="")) for cell in read]
    assert not [cell for cell in cells if cell.lstrip()[:1] in {"=", "+", "-", "@"}]
