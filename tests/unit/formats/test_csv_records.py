"""The CSV export is read back: every field but hints and own keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from any_record import records
from collations import Telling, collate
from hypothesis import given, settings

from tui.analysis.survey import Survey
from tui.errors import FormatError
from tui.formats.csv_records import read_csv
from tui.formats.csv_table import csv_pieces
from tui.formats.foreign import ForeignDocument, ImportFile
from tui.model import (
    Account,
    Annotation,
    Article,
    Byline,
    Codebook,
    Collation,
    Kind,
    Placed,
    Proposition,
    Record,
    Stance,
    TextPiece,
    TextSelector,
)


def exported(collation: Collation, rows_of: str = "records") -> str:
    survey = Survey(collation)
    return "".join(csv_pieces(survey, survey, rows_of=rows_of))


def read(text: str) -> ForeignDocument:
    return read_csv(ImportFile("a.csv", text))


def without_hints(annotation: Annotation) -> Annotation:
    assert annotation.target
    pieces = tuple(piece._replace(start=None, end=None) for piece in annotation.target.pieces)
    return replace(annotation, target=replace(annotation.target, start=None, end=None, pieces=pieces))


@settings(max_examples=100, deadline=None)
@given(records())
def test_every_field_comes_back_but_hints_and_own_keys(annotation: Annotation) -> None:
    annotation = replace(annotation, on="")
    placed = Placed(Record(annotation, Path("a.yaml"), 1))
    account = Account("A", Article("one", "Aid", Path("one.txt")), (placed,))
    (foreign,) = read(exported(Collation((account,)))).annotations
    assert foreign.annotation == without_hints(replace(annotation, extra=()))
    assert (foreign.article.id, foreign.is_own) == ("one", True)


def test_the_article_the_proposition_and_the_kind_come_back() -> None:
    hints = Kind("hints", "Hints", "~", Stance.SHARES)
    book = Codebook({"p": Proposition("p", "The bridge reopens")}, {"hints": hints})
    note = Annotation("n", "note", about="p", body="B")
    telling = Telling("one", "Aid", (Annotation("x", "hints", about="p", target=TextSelector("Aid")),))
    collation = replace(collate(telling), codebook=book)
    article = replace(collation.accounts[0].article, byline=Byline(url="https://x.example/one"))
    accounts = (replace(collation.accounts[0], article=article),)
    document = read(exported(replace(collation, accounts=accounts, notes=(Record(note, Path("n.yaml"), 1),))))
    assert document.codebook.propositions == book.propositions
    assert document.codebook.kinds["hints"] == Kind("hints", "hints", "•", Stance.SHARES)
    assert [(each.article.id, each.article.url) for each in document.annotations] == [
        ("one", "https://x.example/one"),
        ("", ""),
    ]
    assert document.annotations[0].annotation.target == TextSelector("Aid", "", "", 0, 3)
    assert document.annotations[1].annotation == note


def row(**cells: str) -> str:
    columns = exported(Collation(())).strip()
    names = [name.strip('"') for name in columns.split(",")]
    return columns + "\n" + ",".join(f'"{cells.get(name, "")}"' for name in names) + "\n"


def test_an_omission_in_the_text_itself_makes_no_pieces() -> None:
    own = read(row(id="x", kind="note", quote="a […] b", start="5", end="12")).annotations[0].annotation.target
    assert own == TextSelector("a […] b", "", "", 5, 12)
    two = read(row(id="x", kind="note", quote="a […] b", start="5", end="40")).annotations[0].annotation.target
    assert two == TextSelector.of_pieces((TextPiece("a", 5), TextPiece("b", None, 40)))


def test_what_spreadsheets_do_to_columns_is_no_harm() -> None:
    text = row(id="x", kind="note", body="B").replace('"', "").replace(",", ";")
    assert read(text).annotations[0].annotation == Annotation("x", "note", body="B")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (row(id="x"), 'row 2 has no "id" or no "kind"'),
        (row(kind="note"), 'row 2 has no "id" or no "kind"'),
        (exported(Collation(()), "statements"), "--rows records"),
        ("", "needs a first row"),
        ("a,a\n1,2", "needs a first row"),
        ("quote,body\na,b,c", "more cells in row 2"),
    ],
)
def test_what_is_no_table_of_records_is_refused(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read(text)
