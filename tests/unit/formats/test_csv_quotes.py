"""Tables of other programs: columns are fields by name or by mapping."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import FormatError
from tui.formats.csv_records import read_csv
from tui.formats.foreign import ArticleHint, ForeignAnnotation, ImportFile
from tui.model import Annotation, Stance, TextSelector


def read(text: str, **columns: str) -> tuple[ForeignAnnotation, ...]:
    return read_csv(ImportFile("a.csv", text, columns=columns)).annotations


def test_columns_that_are_called_as_fields_need_no_mapping() -> None:
    text = "Quote;Body;Tags;Speaker;Kind;URL;Start;End\nsaid so;B;x, y;Ada Holm;No comment;https://x.example;4;11\n"
    (foreign,) = read(text)
    assert foreign.annotation == Annotation(
        "", "no-comment", "", TextSelector("said so", "", "", 4, 11), ("Ada Holm",), body="B", tags=("x", "y")
    )
    assert (foreign.article, foreign.is_own) == (ArticleHint(url="https://x.example"), False)


def test_a_mapping_says_which_column_a_field_is_in() -> None:
    (foreign,) = read("Text,Quote,Who\na b,other,Mira\n", quote="text", annotator="Who")
    assert (foreign.annotation.quote, foreign.annotation.annotator) == ("a b", "Mira")


def test_a_name_keeps_what_the_program_calls_it_and_tells_files_apart() -> None:
    first, second = (read(f"id,quote,article\n12,a,{article}")[0].source_id for article in ("one", "two"))
    assert first.startswith("csv:12:")
    assert first != second
    assert read("id,quote,article,body\n12,a,one,later")[0].source_id == first


def test_rows_that_say_the_same_are_two_and_stay_the_same_two() -> None:
    names = [each.source_id for each in read("quote\na\na\n\n")]
    assert len(set(names)) == 2
    assert names == [each.source_id for each in read("quote\na\na\n")]


def test_kinds_of_the_table_are_neutral_and_a_sentence_is_a_proposition() -> None:
    document = read_csv(ImportFile("a.csv", "quote,kind,about,proposition\na,Stated,p,X is so\nb,Claim,,"))
    assert document.codebook.kinds["stated"].stance is Stance.NEUTRAL
    assert document.codebook.kinds["claim"].stance is Stance.ASSERTS
    assert document.codebook.propositions["p"].text == "X is so"


def test_a_time_that_is_none_is_left_out() -> None:
    assert read("quote,created\na,last week")[0].annotation.created == ""
    assert read("quote,created\na,2026-05-03")[0].annotation.created == "2026-05-03"


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        ("Text,Who\na,b", {}, "--map quote=COLUMN: Text, Who"),
        ("Text\na", {"quote": "Txt"}, 'has no column "Txt"; it has Text'),
        ("Text\na", {"body": "Text", "tags": "x"}, 'has no column "x"'),
    ],
)
def test_a_missing_column_is_named(text: str, columns: dict[str, str], message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read(text, **columns)


@settings(max_examples=150, deadline=None)
@given(st.text(), st.sampled_from(["", "quote,body,start,kind,created\n", "quote\tbody\n", "id;quote;tags\n"]))
def test_any_text_is_read_or_refused(text: str, head: str) -> None:
    try:
        annotations = read(head + text)
    except FormatError:
        return
    assert all(each.annotation.quote or each.annotation.body for each in annotations)
    assert len({each.source_id for each in annotations}) == len(annotations)
