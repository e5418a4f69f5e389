"""Which copy is the quote: contexts decide, the hint, or a person."""

import pytest

from tui.anchoring import describe
from tui.anchoring.disambiguate import ORPHAN, disambiguate, exact_anchor, is_brief, review_anchor
from tui.anchoring.occurrences import occurrences
from tui.anchoring.searched_text import SearchedText
from tui.model import Anchor, AnchorState, Candidate, TextSelector

LINE = "He said that the talks were useful and would go on.\n"


def choose(text: str, selector: TextSelector) -> Anchor:
    return disambiguate(SearchedText(text), selector, occurrences(text, selector.quote))


@pytest.mark.parametrize(
    ("quote", "brief"),
    [("one two thr", True), ("one two thre", False), ("eleven twelve", True), ("one two three", False)],
)
def test_a_quote_of_few_words_or_letters_is_brief(quote: str, brief: bool) -> None:
    assert is_brief(quote) is brief


def test_a_quote_that_is_nowhere_is_an_orphan() -> None:
    assert choose("A ship sank.", TextSelector("boat")) == ORPHAN


@pytest.mark.parametrize(
    ("start", "state"), [(None, AnchorState.REVIEW), (3, AnchorState.REVIEW), (10, AnchorState.EXACT)]
)
def test_without_context_only_the_hint_decides(start: int | None, state: AnchorState) -> None:
    assert choose("it sinks, it floats", TextSelector("it", start=start)).state is state


def test_a_hint_in_another_context_is_not_believed() -> None:
    text = "The mayor denied it. Later on, though, the governor denied it. Nobody asked."
    selector = TextSelector("denied it", "Later on, though, the governor ", ". Nobody asked.", start=10, end=19)
    assert choose(text, selector) == Anchor(AnchorState.EXACT, 52, 61, 1.0)


def test_equal_contexts_are_offered_for_review() -> None:
    anchor = choose(LINE * 3, TextSelector("the talks were useful", "He said that ", " and would go on.\n"))
    assert anchor.state is AnchorState.REVIEW
    assert [(candidate.start, candidate.end) for candidate in anchor.candidates] == [(13, 34), (65, 86), (117, 138)]


def test_the_hint_decides_between_equal_contexts() -> None:
    selector = TextSelector("the talks were useful", "xx He said that ", " and would go on.\n", start=65, end=86)
    assert choose(LINE * 3, selector) == Anchor(AnchorState.EXACT, 65, 86, 1.0)


def test_a_unique_quote_survives_a_changed_context() -> None:
    quote = "sixteen people were killed in the attack"
    old = f"The minister told reporters that {quote} on Monday night."
    start = old.index(quote)
    new = f"A spokesman announced {quote}, as far as is known."
    assert choose(new, describe(old, start, start + len(quote))).state is AnchorState.EXACT


def test_a_brief_quote_in_another_context_is_not_recognized() -> None:
    selector = TextSelector("Aleppo", "convoy of lorries on its way to ", ", where the siege went on for weeks")
    assert choose("The museum of Aleppo was rebuilt.", selector) == ORPHAN


def test_an_exact_anchor_ends_with_its_quote() -> None:
    assert exact_anchor(TextSelector("ship"), 2) == Anchor(AnchorState.EXACT, 2, 6, 1.0)


def test_candidates_are_sorted_by_score_then_place() -> None:
    low, late, early = Candidate(0, 1, 0.2), Candidate(7, 9, 0.5), Candidate(3, 4, 0.5)
    assert review_anchor([low, late, early]) == Anchor(AnchorState.REVIEW, score=0.5, candidates=(early, late, low))
    assert review_anchor([]) == ORPHAN
