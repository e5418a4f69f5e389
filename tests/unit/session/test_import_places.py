"""Quotes of other programs in today's text."""

from collations import Telling, collate

from tui.formats.foreign import ForeignAnnotation
from tui.model import AnchorState, Annotation, TextPiece, TextSelector
from tui.session.import_places import best_account, placed_targets

TEXT = "The talks resumed today. The talks resumed at noon, and then they ended without a word."


def foreign(name: str, target: TextSelector | None, *, is_own: bool = False) -> ForeignAnnotation:
    return ForeignAnnotation(name, Annotation("", "note", target=target), is_own=is_own)


def placed(*annotations: ForeignAnnotation) -> list[tuple[TextSelector | None, AnchorState | None]]:
    found = placed_targets(TEXT, {each.source_id: each for each in annotations})
    return [(target, anchor.state if anchor else None) for target, anchor in found.values()]


def test_places_that_fit_no_quote_mean_nothing() -> None:
    ((target, state),) = placed(foreign("a", TextSelector("they ended", "", "", 3, 13)))
    assert (target and TEXT[target.start : target.end], state) == ("they ended", AnchorState.EXACT)


def test_places_count_if_one_of_them_fits() -> None:
    first, second = placed(
        foreign("a", TextSelector("they ended", "", "", 61, 71)),
        foreign("b", TextSelector("talks resumed", "", "", 29, 42)),
    )
    assert TEXT.index("they ended") == 61
    assert (first[1], second[1]) == (AnchorState.EXACT, AnchorState.EXACT)
    assert second[0]
    assert (second[0].start, second[0].suffix[:3]) == (29, " at")
    assert placed(foreign("b", TextSelector("talks resumed", "", "", 30, 43)))[0][1] is AnchorState.REVIEW


def test_places_may_count_utf_16() -> None:
    text = "🙂🙂 ha ha ha ha, they said. ha ha"
    targets = [TextSelector("they", start=18, end=22), TextSelector("ha", start=8, end=10)]
    for found, place in zip(
        placed_targets(text, {str(number): foreign("a", each) for number, each in enumerate(targets)}).values(),
        (16, 6),
        strict=True,
    ):
        assert found[0]
        assert found[0].start == place


def test_other_words_stay_as_they_are() -> None:
    target = TextSelector("then they  ended\nwithout a word", "", "", 3, 9)
    ((kept, state),) = placed(foreign("a", target))
    assert (kept, state) == (TextSelector(target.quote), AnchorState.ADJUSTED)
    assert placed(foreign("a", TextSelector("something else"))) == [
        (TextSelector("something else"), AnchorState.ORPHAN)
    ]


def test_a_record_of_diptych_stays_as_it_is() -> None:
    own = TextSelector("they ended", "", "", 3, 13)
    assert placed(foreign("a", own, is_own=True)) == [(own, AnchorState.EXACT)]


def test_pieces_are_described_and_an_article_has_no_place() -> None:
    pieces = TextSelector.of_pieces((TextPiece("talks resumed at"), TextPiece("they ended")))
    (target, state), nothing = placed(foreign("a", pieces), foreign("b", None))
    assert state is AnchorState.EXACT
    assert target
    assert [TEXT[piece.start : piece.end] for piece in target.pieces] == ["talks resumed at", "they ended"]
    assert nothing == (None, None)


def test_of_several_accounts_the_one_with_the_quote_is_meant() -> None:
    accounts = collate(Telling("one", "Nothing here"), Telling("two", TEXT)).accounts
    assert best_account(accounts, TextSelector("they ended")).article.id == "two"
    assert best_account(accounts, TextSelector("nowhere at all")).article.id == "one"
    assert best_account(accounts, None).article.id == "one"
