"""Every field of a record as notes, and back."""

from dataclasses import replace

from any_record import records
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.formats.brat.field_notes import annotation_of_notes, escape_note, field_notes, unescape_note
from tui.model import Annotation, TextSelector

DERIVED = TextSelector("Aid", "", "", 0, 3)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_fits_on_one_line(text: str) -> None:
    written = escape_note(text)
    assert len(written.splitlines()) <= 1
    assert "\t" not in written
    assert unescape_note(written) == text


@settings(max_examples=100, deadline=None)
@given(records())
def test_every_field_comes_back(annotation: Annotation) -> None:
    notes = [(name, unescape_note(escape_note(text))) for name, text in field_notes(annotation, DERIVED, "x-kind")]
    assert annotation_of_notes(notes, DERIVED, "x-kind") == annotation


def test_what_the_line_says_needs_no_note() -> None:
    annotation = Annotation("k", "claim", target=DERIVED)
    assert list(field_notes(annotation, DERIVED, "claim")) == [("Id", "k")]
    other = replace(annotation, target=TextSelector("Aid"))
    assert ("Hints", "none none") in list(field_notes(other, DERIVED, "claim"))


def test_keys_that_are_no_json_are_left_out() -> None:
    assert annotation_of_notes([("Id", "k"), ("Keys", "{")], DERIVED, "claim").extra == ()
    assert annotation_of_notes([("Keys", "[1]")], DERIVED, "claim").extra == ()
