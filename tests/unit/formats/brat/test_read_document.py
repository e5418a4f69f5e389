"""What brat writes comes in, and goes out again byte for byte."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import imported_account

from tui.errors import FormatError
from tui.formats.brat.read_document import is_brat, read_brat
from tui.formats.brat.standoff import text_bound
from tui.formats.brat.written_document import written_document
from tui.formats.foreign import ImportFile
from tui.model import Span, Stance, TextPiece

TEXT = "Ada told Bo\nthat the bridge would, she said, reopen in May. 🙂 Bo agreed."
ANN = """T2\tPerson 9 11\tBo
T1\tPerson 0 3\tAda
T3\tTell 4 8\ttold
E1\tTell:T3 Source:T1 To:T2
R1\tFriend Arg1:T1 Arg2:T2\t
#1\tAnnotatorNotes E1\tWhen?\\n
*\tAlias T1 T2
T4\tClaim 9 11;12 33;45 58\tBo that the bridge would reopen in May
A1\tSure E1 High
A2\tSeen T4
N1\tReference T1 Wikipedia:1\tAda
X9\tOdd
"""


def read(ann: str, text: str | None = TEXT) -> ImportFile:
    return ImportFile("one.ann", ann, text)


def again(ann: str, text: str) -> str:
    return written_document(imported_account("one", text, read_brat(read(ann, text)).annotations))


def test_a_document_comes_back_byte_for_byte() -> None:
    assert again(ANN, TEXT) == ANN
    assert again("", TEXT) == ""


def test_each_text_bound_line_is_a_record() -> None:
    document = read_brat(read(ANN))
    told = document.annotations[2]
    assert [each.former_id for each in document.annotations] == [f"brat:one.ann:T{number}" for number in (2, 1, 3, 4)]
    assert [each.line for each in document.annotations] == [
        next(number for number, line in enumerate(ANN.split("\n"), start=1) if line.startswith(f"T{name}\t"))
        for name in (2, 1, 3, 4)
    ]
    assert (told.annotation.kind, told.annotation.speaker, told.annotation.body) == ("Tell", ("Ada",), "When?\\n")
    assert told.annotation.tags == ("Sure: High",)
    assert told.article.file == "one.ann"
    assert document.codebook.kinds["Tell"].stance is Stance.NEUTRAL
    target = document.annotations[3].annotation.target
    assert target
    assert target.pieces == (TextPiece(TEXT[9:33], 9, 33), TextPiece(TEXT[45:58], 45, 58))


def test_a_document_has_names_of_its_own_though_another_has_its_file_name() -> None:
    ann = "T1\tPerson 0 3\tAda\n"
    files = (("a", "Ada told"), ("b", "Ada told"), ("a", "Ada said"), ("a", "Ada told\r\n"), ("a", "Ada told\n"))
    names = [read_brat(ImportFile("one.ann", ann, text, folder)).annotations[0].source_id for folder, text in files]
    assert len(set(names)) == 4
    assert names[3] == names[4]
    assert names[0].startswith("brat:a/one.ann:")


def test_the_cue_of_a_relation_is_the_words_that_it_leads_to() -> None:
    ann = "T1\tClaim 12 38\tthat the bridge would, she\nT2\tCue 4 8\ttold\nR1\tSaid Cue:T2 Source:T1\t\n"
    claim, _ = read_brat(read(ann.replace("Source:T1", "Arg1:T1").replace("R1\tSaid", "E1\tClaim:T1"))).annotations
    assert claim.annotation.cue == "told"


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a text and the annotations of brat on it, with discontinuous spans."""
    text = draw(st.text("ab é\n🙂", min_size=1, max_size=40)) + "end"
    lines = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        ends = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
        spans = [Span(*ends[at : at + 2]) for at in range(0, len(ends) - 1, 2)]
        good = [span for span in spans if span.of(text).strip()]
        if good:
            lines.append(text_bound(f"T{number}", draw(st.sampled_from(["Person", "x-y"])), good, text))
            lines += draw(
                st.sampled_from([[], [f"A{number}\tSeen T{number}"], [f"#{number}\tAnnotatorNotes T{number}\tx\\y"]])
            )
    return "".join(f"{line}\n" for line in lines), text


@settings(max_examples=150, deadline=None)
@given(documents())
def test_discontinuous_spans_come_back_byte_for_byte(document: tuple[str, str]) -> None:
    ann, text = document
    assert again(ann, text) == ann


@pytest.mark.parametrize(
    ("ann", "text", "message"),
    [
        ("T1\tx 0 3\tAda", None, "needs its text beside it, in one.txt"),
        ("T1 x 0 3", TEXT, "1: is not of brat"),
        ("T1\tx 0 999\tAda", TEXT, "1: T1 is not at a place of its text"),
        ("T1\tx 3 0\tAda", TEXT, "T1 is not at a place of its text"),
        ("T1\tx\tAda", TEXT, "T1 is not at a place of its text"),
    ],
)
def test_what_is_wrong_is_refused_with_a_line(ann: str, text: str | None, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read_brat(read(ann, text))


def test_events_that_are_about_each_other_end() -> None:
    assert len(read_brat(read("E1\tx:E2\nE2\tx:E1\nT1\tx 0 3\tAda\n")).annotations) == 1


def test_what_looks_like_brat() -> None:
    assert is_brat(read(ANN))
    assert is_brat(read(""))
    assert not is_brat(read("Once upon a time"))
