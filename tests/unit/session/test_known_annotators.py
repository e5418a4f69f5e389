"""Which annotators there are, and a name that nobody has."""

from collations import Telling, annotate, codebook, collate

from tui.session.known_annotators import known_annotators, unknown_among, unknown_annotator


def test_who_is_in_the_codebook_alone_is_known_too() -> None:
    book = codebook(annotators={"Ada": ("ah",), "Cy": ()})
    marked = collate(Telling("one", "Aid", (annotate("claim", "Aid", annotator="AH"), annotate("note"))), book=book)
    known = known_annotators(marked)
    assert known == ("Ada", "", "Cy")
    assert unknown_among(["ada", "ah", "", "Bo"], known, book) == ["Bo"]
    assert unknown_annotator("Bo", known) == (
        'nobody called "Bo" marked anything; there are Ada, records without a name (""), Cy'
    )
    assert unknown_annotator("Bo", ()).endswith("there are no records yet")
