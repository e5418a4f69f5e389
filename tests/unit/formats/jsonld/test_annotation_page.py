"""The page of Web Annotations: every record, and the codebook."""

import json
from typing import Any

import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, annotate, collate
from stance_cases import CASES, StanceCase

from tui.analysis.survey import Survey
from tui.formats.foreign import ImportFile
from tui.formats.jsonld.annotation_page import annotation_page_pieces
from tui.formats.jsonld.musts import annotation_fault
from tui.formats.jsonld.read_page import read_annotation_page
from tui.model import Byline, Collation


def page(collation: Collation) -> Any:
    return json.loads("".join(annotation_page_pieces(Survey(collation), title="T", scope="kind claim")))


@pytest.mark.parametrize("case", CASES[::3])
def test_every_annotation_keeps_the_musts(case: StanceCase) -> None:
    assert {annotation_fault(item) for item in page(case.collation())["items"]} == {""}


def test_all_records_come_back_with_the_codebook() -> None:
    collation = aid_and_talks()
    text = "".join(annotation_page_pieces(Survey(collation), title="T"))
    document = read_annotation_page(ImportFile("a.jsonld", text))
    placed = [each.annotation for account in collation.accounts for each in account.placed]
    notes = [note.annotation for note in collation.notes]
    assert [each.annotation for each in document.annotations] == [*placed, *notes]
    assert document.codebook.propositions == collation.codebook.propositions
    assert {name: kind.stance for name, kind in document.codebook.kinds.items()} == {
        name: kind.stance for name, kind in collation.codebook.kinds.items()
    }


def test_the_page_says_what_it_has() -> None:
    telling = Telling("one", "Aid", (annotate("claim", "Aid"),), Byline("T", url="http://x.example"))
    whole = page(collate(telling, notes=[annotate("note", about="p")]))
    assert (whole["type"], whole["startIndex"]) == ("AnnotationPage", 0)
    assert (whole["partOf"]["label"], whole["partOf"]["total"]) == ("T (kind claim)", 2)
    assert whole["diptych:articles"] == [{"id": "one", "title": "T", "url": "http://x.example", "file": "one.txt"}]
