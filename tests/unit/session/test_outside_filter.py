"""What a filter leaves out is what the filter of an export leaves out."""

import pytest
from collations import Telling, annotate, codebook, collate

from tui.analysis.filters import Filter, filter_collation
from tui.analysis.survey import Survey
from tui.session.outside_filter import outside
from tui.session.record_list import RecordList, record_entries

NORTH = Telling(
    "north",
    "one two three",
    (
        annotate("claim", "one", "Ada", "radar", id="one", tags=("x",)),
        annotate("denial", "two", ("Bo", "Ada"), id="two", annotator="Olga"),
        annotate("note", id="reply", on="one", body="Why?"),
        annotate("note", id="answer", on="reply", via=("Reuters",)),
        annotate("note", id="stray", on="gone", body="Why not?"),
    ),
)
SOUTH = Telling("south", "four", (annotate("claim", "four", "Bo", "radar", id="four"),))
COLLATION = collate(
    NORTH,
    SOUTH,
    NORTH,
    book=codebook({"radar": "The radar failed"}),
    notes=[annotate("note", about="radar", id="why", body="Why?")],
)


@pytest.mark.parametrize(
    ("condition", "counts"),
    [
        (Filter(kinds=("claim",)), "2 of 6"),
        (Filter(text="why"), "2 of 6"),
        (Filter(text="radar"), "2 of 6"),
        (Filter(speakers=("ada",)), "2 of 6"),
        (Filter(annotators=("olga",), kinds=("denial",)), "1 of 6"),
        (Filter(tags=("x",)), "1 of 6"),
        (Filter(via=("reuters",)), "1 of 6"),
        (Filter(about=("",), articles=("north",)), "4 of 6"),
        (Filter(text="nothing like that"), "0 of 6"),
    ],
)
def test_the_same_records_are_outside_as_of_an_export(condition: Filter, counts: str) -> None:
    survey = Survey(COLLATION)
    found = outside(RecordList(record_entries(survey), COLLATION.codebook), survey, condition)
    kept = {account.article.id: account for account in filter_collation(COLLATION, condition).accounts}
    for whole in COLLATION.accounts:
        part = kept.get(whole.article.id)
        ids, left = (
            {placed.annotation.id for placed in account.placed} if account else set() for account in (whole, part)
        )
        assert found.ids[whole.article.id] == ids - left
    assert found.counts == counts
