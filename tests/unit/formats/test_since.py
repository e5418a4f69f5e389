"""What is new since a day, or since an earlier export."""

import pytest
from aid_and_talks import BOOK, aid_and_talks
from collations import Telling, annotate, collate

from tui.analysis.survey import Survey
from tui.formats.json_document import json_document_pieces
from tui.formats.since import changed_from, changed_since
from tui.model import Annotation, Collation


def one(*records: Annotation) -> Collation:
    return collate(Telling("one", "Aid must come. No talks.", records), book=BOOK)


def exported(collation: Collation) -> str:
    return "".join(json_document_pieces(Survey(collation), title="T"))


def test_a_day_counts_from_its_first_instant_by_created_or_modified() -> None:
    records = (
        annotate("claim", "Aid", id="old", created="2026-05-02T23:59:59Z"),
        annotate("claim", "must", id="new", created="2026-05-03T00:00:00Z"),
        annotate("claim", "come", id="edited", created="2026-01-01T00:00:00Z", modified="2026-05-04T10:00:00+02:00"),
        annotate("claim", "talks", id="timeless"),
    )
    assert {ref.id for ref in changed_since(one(*records), "2026-05-03")} == {"new", "edited"}
    assert {ref.id for ref in changed_since(one(*records), "2026-05-04T08:00:01Z")} == set()


def test_an_export_is_compared_field_by_field_and_not_by_place() -> None:
    first, second = annotate("claim", "Aid", id="a"), annotate("claim", "talks", id="b", tags=("x",))
    document = exported(one(first, second))
    assert changed_from(one(first, second), document) == set()
    moved = collate(Telling("one", "Today: Aid must come. No talks.", (first, second)), book=BOOK)
    assert changed_from(moved, document) == set()
    changed = annotate("claim", "talks", id="b", tags=("y",))
    added = annotate("denial", "must", id="c")
    assert {ref.id for ref in changed_from(one(first, changed, added), document)} == {"b", "c"}


def test_notes_on_propositions_are_compared_too() -> None:
    collation = aid_and_talks()
    assert changed_from(collation, exported(collation)) == set()
    without = Collation(collation.accounts, collation.codebook)
    assert {ref.id for ref in changed_from(collation, exported(without))} == {"p1"}


@pytest.mark.parametrize(
    "document", ["", "[]", "{}", '{"format": "x", "records": []}', '{"format": "diptych"}', "[" * 10_000]
)
def test_what_is_no_export_is_refused(document: str) -> None:
    with pytest.raises(ValueError, match="is not an export as JSON"):
        changed_from(one(), document)


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a day"):
        changed_since(one(), "yesterday")
