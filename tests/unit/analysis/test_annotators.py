"""Who made the records: one name for each person."""

from collations import Telling, annotate, codebook, collate

from tui.analysis.account_view import View, view_account
from tui.analysis.agreement.agreement import find_agreement
from tui.analysis.annotators import annotators_of, names_by_signature
from tui.analysis.filters import Filter, matching_records
from tui.analysis.statements import find_all_statements
from tui.model import Collation

BOOK = codebook(annotators={"Ada Holm": ("ah", "Ada H.")})


def collation() -> Collation:
    signed = ("AH", "Ada Holm", "Ben", "ben", "")
    marks = [annotate("claim", "one two", id=f"r{number}", annotator=name) for number, name in enumerate(signed)]
    note = annotate("note", about="p", id="n", annotator="ada h.")
    return collate(Telling("a", "one two three", tuple(marks)), book=BOOK, notes=[note])


def test_names_that_are_no_main_name_have_the_first_spelling() -> None:
    names = names_by_signature(["ben", "ah", "", "Ben", "Cy"], BOOK)
    assert list(names.items()) == [("ah", "Ada Holm"), ("Ben", "Ben"), ("ben", "Ben"), ("Cy", "Cy"), ("", "")]


def test_an_annotator_with_other_names_counts_as_one_everywhere() -> None:
    marked = collation()
    assert annotators_of(marked) == ("Ada Holm", "Ben", "")
    (statement,) = find_all_statements(marked)[0]
    assert statement.annotators == ("Ada Holm", "Ben", "")
    assert dict(find_agreement(marked).statements) == {"Ada Holm": 1, "Ben": 1, "": 1}
    assert find_agreement(marked, ["Ada H.", "BEN"]).annotators == ("Ada Holm", "Ben")
    own = matching_records(marked, Filter(annotators=("ada h.",)))
    assert [placed.annotation.id for placed in own.accounts[0].placed] == ["r0", "r1"]
    assert len(own.notes) == 1
    view = view_account(marked.accounts[0], BOOK, View.MINE, {}, "Ada H.")
    assert view.hidden == {"r2", "r3", "r4"}
    unnamed = matching_records(marked, Filter(annotators=("",)))
    assert [placed.annotation.id for placed in unnamed.accounts[0].placed] == ["r4"]
