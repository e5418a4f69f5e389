"""A form says which records an export has."""

import pytest
from command_line import append

from tui.analysis.filters import Filter
from tui.errors import UsageError
from tui.model import Workspace
from tui.session.export_filter import filter_fields, filter_from_form
from tui.storage.workspace.plain_loader import read_collation


def test_a_filter_goes_through_the_form_unchanged(ferry: Workspace) -> None:
    ferry.codebook.write_text(ferry.codebook.read_text() + "annotators:\n  Mira: []\n")
    append(ferry.annotations / "north.yaml", "  - {id: told, kind: claim, quote: ferry, via: [RIA]}\n")
    collation = read_collation(ferry)
    chosen = Filter(
        kinds=("claim", "denial"),
        speakers=("Ada Holm",),
        about=("radar-failed",),
        articles=("south",),
        annotators=("Mira",),
        tags=("radar",),
        via=("RIA",),
        text="fog",
    )
    values = {field.name: field.value for field in filter_fields(collation, chosen)}
    assert set(values) == set(Filter._fields)
    assert filter_from_form(values, collation) == chosen


def test_the_values_that_the_records_have_are_offered(ferry: Workspace) -> None:
    offers = {field.name: field.offers for field in filter_fields(read_collation(ferry), Filter())}
    assert ("no-comment", "No comment") in offers["kinds"]
    assert ("Ada Holm", "Ada Holm") in offers["speakers"]
    assert ("inquiry", "There will be an inquiry") in offers["about"]
    assert offers["articles"][0] == ("north", "Ferry runs aground in fog")
    assert offers["tags"] == (("radar", "radar"),)
    assert offers["text"] == ()


def test_labels_and_sentences_stand_for_names(ferry: Workspace) -> None:
    values = dict.fromkeys(Filter._fields, "") | {"kinds": "no comment", "about": "There will be an inquiry"}
    chosen = filter_from_form(values, read_collation(ferry))
    assert (chosen.kinds, chosen.about) == (("no-comment",), ("inquiry",))


@pytest.mark.parametrize("field", ["kinds", "about", "articles", "annotators", "speakers", "tags", "via"])
def test_what_is_not_there_is_refused(ferry: Workspace, field: str) -> None:
    with pytest.raises(UsageError, match='"nowhere"'):
        filter_from_form(dict.fromkeys(Filter._fields, "") | {field: "nowhere"}, read_collation(ferry))
