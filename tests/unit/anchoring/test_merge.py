"""Letter-for-letter copies of a quote, and the places that were reworded."""

import pytest
from ferry_article import anchored_text, candidate_texts

from tui.anchoring import anchor, describe
from tui.anchoring.merge import is_settled, merge
from tui.anchoring.searched_text import SearchedText
from tui.model import Anchor, AnchorState, Candidate, TextSelector

ADJUSTED, EXACT, ORPHAN, REVIEW = AnchorState.ADJUSTED, AnchorState.EXACT, AnchorState.ORPHAN, AnchorState.REVIEW
BEFORE, AFTER = "The mayor said at noon that she ", " before the council met on Friday."
QUOTE = "had seen no letter, and no bill"
OLD = BEFORE + QUOTE + AFTER
HALF = "A week later the clerk said at noon that she " + QUOTE + " before the council had any report."
OTHER = "\n\nThe harbour was quiet, and the last of the boats came in on the tide. " * 4
SELECTOR = describe(OLD, len(BEFORE), len(BEFORE + QUOTE))


@pytest.mark.parametrize(
    "changed",
    [
        QUOTE.replace(",", ""),
        QUOTE.replace(", and", ",\n    and"),
        QUOTE.replace(" no letter", "\u00a0no letter"),
        QUOTE.replace(", and", " – and"),
        QUOTE.replace("letter", "let\u00adter"),
        QUOTE.replace("seen", "SEEN"),
    ],
)
@pytest.mark.parametrize("copies", [HALF, HALF + OTHER + HALF.replace("clerk", "judge"), HALF + " " + HALF])
@pytest.mark.parametrize("distance", [OTHER, " "])
@pytest.mark.parametrize("hinted", [True, False])
def test_a_copy_in_half_the_context_gives_way_to_the_same_words_in_whole_contexts(
    changed: str, copies: str, distance: str, hinted: bool
) -> None:
    selector = SELECTOR if hinted else TextSelector(SELECTOR.quote, SELECTOR.prefix, SELECTOR.suffix)
    true = OLD.replace(QUOTE, changed)
    for text in (true + distance + copies, copies + distance + true):
        found = anchor(text, selector)
        assert (found.state, anchored_text(text, found)) == (ADJUSTED, changed)


@pytest.mark.parametrize(
    ("new", "changed"),
    [
        (OLD.replace("letter", "paper"), QUOTE.replace("letter", "paper")),
        (OLD.replace("letter,", "letter").replace("noon", "ten"), QUOTE.replace(",", "")),
    ],
)
def test_a_copy_in_half_the_context_and_a_changed_quote_are_both_candidates(new: str, changed: str) -> None:
    found = anchor(new + OTHER + HALF, SELECTOR)
    assert found.state is REVIEW
    assert set(candidate_texts(new + OTHER + HALF, found)) == {QUOTE, changed}


def test_several_copies_do_not_hide_the_changed_quote() -> None:
    text = OLD.replace("letter", "paper") + OTHER + HALF + OTHER + HALF.replace("clerk", "judge")
    found = anchor(text, SELECTOR)
    assert (found.state, candidate_texts(text, found).count(QUOTE)) == (REVIEW, 2)
    assert QUOTE.replace("letter", "paper") in candidate_texts(text, found)


@pytest.mark.parametrize(
    "text",
    [
        HALF,
        OTHER + HALF,
        OLD.replace("noon", "ten").replace("Friday", "Monday") + OTHER,
    ],
)
def test_a_copy_without_a_better_place_stays_exact(text: str) -> None:
    found = anchor(text, SELECTOR)
    assert (found.state, found.start) == (EXACT, text.index(QUOTE))


def test_a_copy_is_settled_unless_its_contexts_are_elsewhere() -> None:
    start = HALF.index(QUOTE)
    copy = Anchor(EXACT, start, start + len(QUOTE), 1.0)
    assert is_settled(SearchedText(HALF), SELECTOR, copy)
    assert not is_settled(SearchedText(HALF + OTHER + OLD), SELECTOR, copy)
    assert is_settled(SearchedText(HALF), SELECTOR, Anchor(REVIEW, score=1.0))
    assert not is_settled(SearchedText(HALF), SELECTOR, Anchor(REVIEW, score=0.9))


def test_a_reworded_place_that_supports_less_changes_nothing() -> None:
    text = OLD + OTHER + HALF
    copy = Anchor(EXACT, len(BEFORE), len(BEFORE + QUOTE), 1.0)
    other = text.rindex(QUOTE)
    assert merge(text, SELECTOR, copy, Anchor(REVIEW, candidates=(Candidate(other, other + 9, 0.9),))) is copy
    assert merge(text, SELECTOR, copy, Anchor(ORPHAN)) is copy


def test_without_copies_the_reworded_place_stands() -> None:
    reworded = Anchor(ADJUSTED, 0, 9, 0.8)
    assert merge(OLD, SELECTOR, Anchor(ORPHAN), reworded) is reworded
