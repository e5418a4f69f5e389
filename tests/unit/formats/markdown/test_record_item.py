"""A record as an item of a Markdown list."""

import pytest
from aid_and_talks import BOOK, aid_and_talks
from collations import annotate

from tui.analysis.survey import Survey
from tui.formats.markdown.record_item import list_item, note_blocks, proposition_note, record_item
from tui.model import Account, Anchor, AnchorState, Annotation, Collation, Placed, Record


def items() -> dict[str, str]:
    records = Survey(aid_and_talks()).all_records()
    return {record.reference: record_item(record, BOOK) for record in records}


def test_a_record_has_heading_proposition_quote_and_tags() -> None:
    assert items()["A1"] == (
        '-   <a id="A1"></a>**A1 ▸ Claim** · Cavusoglu and Lavrov · “said” · Asserts: *Aid should come* · Tags: x, y'
        "\n\n    > Aid must come"
    )


def test_the_notes_on_a_record_follow_it() -> None:
    assert items()["A2"].endswith("**✎ Note** · Ada, 3 May 2026\n\n    # Hm\n\n    **✎ Note** · Bo\n\n    Quite")


def test_a_heading_ends_with_who_recorded_what_is_not_a_note() -> None:
    claim = annotate("claim", "No talks", annotator="Ada")
    account = aid_and_talks().accounts[0]
    placed = Placed(Record(claim, account.article.path, 1))
    assert list(note_blocks(placed, account, BOOK)) == ["**▸ Claim** · own voice · Recorded by Ada", "> No talks"]
    assert proposition_note(annotate("note", annotator="Ada", body="x"), BOOK) == "-   **✎ Note** · Ada\n\n    x"


@pytest.mark.parametrize(
    ("annotation", "signed"),
    [
        (annotate("claim", "x", created="2026-05-03T10:00:00Z"), "Recorded by 3 May 2026"),
        (annotate("claim", "x", resolves=("a",)), "Settled by somebody without a name"),
    ],
)
def test_a_heading_has_a_day_or_a_settlement_without_a_name(annotation: Annotation, signed: str) -> None:
    account = aid_and_talks().accounts[0]
    placed = Placed(Record(annotation, account.article.path, 1))
    assert next(note_blocks(placed, account, BOOK)) == f"**▸ Claim** · own voice · {signed}"


@pytest.mark.parametrize(
    ("anchor", "sentence"),
    [
        (Anchor(AnchorState.ADJUSTED, 0, 3, 0.9), "*The quote was found changed in today's text:*\n\n    > Aid"),
        (Anchor(AnchorState.REVIEW), "*It is not certain where the quote stands in today's text.*"),
        (Anchor(AnchorState.ORPHAN), "*The quote is not in today's text.*"),
    ],
)
def test_an_uncertain_place_is_described(anchor: Anchor, sentence: str) -> None:
    account = aid_and_talks().accounts[0]
    moved = Account("A", account.article, (Placed(account.placed[0].record, anchor),))
    (record,) = Survey(Collation((moved,), BOOK)).all_records()
    assert sentence in record_item(record, BOOK)


def test_a_note_on_a_proposition_is_under_it_and_does_not_repeat_it() -> None:
    note = annotate("note", about="aid", annotator="Ada", body="x", tags=("y",))
    assert proposition_note(note, BOOK) == "-   **✎ Note** · Tags: y · Ada\n\n    x"


def test_every_line_of_a_list_item_is_in_the_item() -> None:
    assert list_item(("head", "one\n\ntwo", "three")) == "-   head\n\n    one\n\n    two\n\n    three"
