"""Making a selection the quote of an annotation."""

from dataclasses import replace

import pytest
from collations import Telling, annotate, collate

from tui.model import Account, Anchor, AnchorState, Placed, Span, TextPiece, TextSelector
from tui.session.quote_change import is_quote, quotes_in, requoted

TEXT = "Nobody was hurt, she told reporters on Monday."


def account() -> Account:
    annotations = (
        annotate("claim", "Nobody was hurt, she told", id="long"),
        annotate("claim", "was hurt", id="short"),
        annotate("claim", "Monday", id="other"),
        annotate("note", body="Hm.", id="note"),
    )
    return collate(Telling("north", TEXT, annotations)).accounts[0]


def ids(span: Span, *first: str) -> list[str]:
    return [placed.annotation.id for placed in quotes_in(account(), span, first)]


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_annotations_in_a_span_come_by_what_they_share_with_it() -> None:
    assert ids(span_of("was hurt,")) == ["short", "long"]
    assert ids(span_of("Nobody was hurt")) == ["long", "short"]
    assert ids(span_of("told reporters on Mon")) == ["other", "long"]
    assert ids(span_of("reporters")) == []


def test_the_one_that_is_meant_comes_first() -> None:
    assert ids(span_of("was hurt,"), "", "note", "long", "long") == ["long", "short"]
    assert ids(span_of("Nobody was hurt"), "other", "short", "long") == ["short", "long"]


@pytest.mark.parametrize(("state", "was"), [(AnchorState.EXACT, ()), (AnchorState.ADJUSTED, ("was hurt",))])
def test_only_the_quote_is_changed(state: AnchorState, was: tuple[str, ...]) -> None:
    placed = account().by_id["short"]
    placed = placed._replace(anchor=Anchor(state, *span_of("was hurt"), 1.0))
    changed = requoted(placed, TEXT, span_of("Nobody was"))
    assert changed.target == TextSelector("Nobody was", "", changed.target.suffix if changed.target else "", 0, 10)
    assert changed.was == was
    assert replace(changed, target=placed.annotation.target, was=()) == placed.annotation
    assert is_quote(placed, span_of("was hurt")) == (state is AnchorState.EXACT)


def test_pieces_become_one() -> None:
    pieces = (TextPiece("Nobody", 0, 6), TextPiece("hurt", 11, 15))
    annotation = replace(annotate("claim", "x"), target=TextSelector.of_pieces(pieces))
    anchor = Anchor(AnchorState.EXACT, 0, 15, 1.0, pieces=(Span(0, 6), Span(11, 15)))
    placed = Placed(replace(account().placed[0].record, annotation=annotation), anchor)
    changed = requoted(placed, TEXT, Span(0, 15))
    assert changed.target is not None
    assert (changed.target.pieces, changed.quote) == ((), "Nobody was hurt")
    assert not is_quote(placed, Span(0, 15))
