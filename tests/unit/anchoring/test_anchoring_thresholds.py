"""Each threshold, from either side."""

import string

import pytest

from tui.anchoring import anchor, describe
from tui.anchoring.alignment import _core, _reach
from tui.anchoring.candidate_windows import _votes, candidate_windows
from tui.anchoring.contexts import context_agreement, context_is_elsewhere
from tui.anchoring.disambiguate import is_brief
from tui.anchoring.quote_query import quote_query
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.word_index import WordIndex
from tui.model import AnchorState, TextSelector

ADJUSTED, EXACT, ORPHAN, REVIEW = (
    AnchorState.ADJUSTED,
    AnchorState.EXACT,
    AnchorState.ORPHAN,
    AnchorState.REVIEW,
)
LETTERS = string.ascii_lowercase[:20]
WORDS = [first + second for first in "bcdfghjklm" for second in ("alo", "emi", "iru", "osa")]
BEFORE = "Seven grey herons stood beside the frozen "
AFTER = " until someone opened the lock gates again"


def changed(words: list[str], count: int) -> str:
    """Replace `count` words, spread out, neither first nor last."""
    places = range(1, 2 * count, 2) if 2 * count < len(words) else range(1, count + 1)
    return " ".join(f"new{place}" if place in places else word for place, word in enumerate(words))


@pytest.mark.parametrize(("longer", "unique"), [(500, True), (1500, False)])
def test_longest_context(longer: int, unique: bool) -> None:
    text = "<" + "~" * 2 * longer + ">"
    selector = describe(text, longer, longer + 1)
    whole = selector.prefix + selector.quote + selector.suffix
    assert (text.index(whole) + len(selector.prefix) == longer) is unique
    assert len(selector.prefix) == (longer if unique else 1024)
    assert anchor(text, selector).start == longer


@pytest.mark.parametrize(
    ("quote", "brief"),
    [("one two thr", True), ("one two thre", False), ("eleven twelve", True), ("one two three", False)],
)
def test_brief(quote: str, brief: bool) -> None:
    assert is_brief(quote) is brief


@pytest.mark.parametrize(("length", "share"), [(15, 0.0), (16, 15 / 16)])
def test_strict_context(length: int, share: float) -> None:
    prefix = LETTERS[:length]
    text = "?" + prefix[1:] + "Q"
    assert context_agreement(text, TextSelector("Q", prefix), length, length + 1) == (share,)


@pytest.mark.parametrize(
    ("agreeing", "state"), [(20, EXACT), (12, EXACT), (11, REVIEW), (8, REVIEW), (7, ORPHAN), (0, ORPHAN)]
)
def test_agreement_of_a_brief_quote(agreeing: int, state: AnchorState) -> None:
    text = "?" * (20 - agreeing) + LETTERS[20 - agreeing :] + "QUOTE"
    assert anchor(text, TextSelector("QUOTE", LETTERS)).state is state


@pytest.mark.parametrize(("first", "second", "state"), [(19, 15, REVIEW), (19, 13, EXACT), (20, 19, EXACT)])
def test_clear_lead(first: int, second: int, state: AnchorState) -> None:
    text = "".join("?" * (20 - run) + LETTERS[20 - run :] + "QUOTE " for run in (first, second))
    assert anchor(text, TextSelector("QUOTE", LETTERS)).state is state


@pytest.mark.parametrize(("words_between", "left"), [(180, False), (201, True)])
def test_reach(words_between: int, left: bool) -> None:
    searched = SearchedText(LETTERS + "?" * words_between + "QUOTE")
    start = len(searched.text) - 5
    assert context_is_elsewhere(searched, TextSelector("QUOTE", LETTERS), start, start + 5) is left


@pytest.mark.parametrize(("count", "listed"), [(999, 999), (1001, 1000)])
def test_most_candidates(count: int, listed: int) -> None:
    assert len(anchor("o " * count, TextSelector("o")).candidates) == listed


@pytest.mark.parametrize(("scans", "indexed"), [(200, False), (201, True)])
def test_scans_before_index(scans: int, indexed: bool) -> None:
    searched = SearchedText("some words in a row")
    for _ in range(scans):
        assert searched.occurrences("some words in a row") == [0]
    assert ("index" in vars(searched)) is indexed


@pytest.mark.parametrize(("common", "votes"), [(12, 13), (13, 1)])
def test_common_pair(common: int, votes: int) -> None:
    index = WordIndex("rare pair " + "of the " * common)
    query = quote_query(index, TextSelector("rare pair. of the"))
    assert query is not None
    assert len(_votes(index, query)) == votes


@pytest.mark.parametrize(("common", "votes"), [(119, 119), (150, 120)])
def test_most_votes(common: int, votes: int) -> None:
    index = WordIndex("of the " * common)
    query = quote_query(index, TextSelector("x of the"))
    assert query is not None
    assert len(_votes(index, query)) == votes


@pytest.mark.parametrize(("copies", "seen"), [(4, 4), (6, 4)])
def test_most_windows(copies: int, seen: int) -> None:
    index = WordIndex((" ".join(WORDS) + " ") * copies)
    query = quote_query(index, TextSelector(" ".join(WORDS[:8]) + " end"))
    assert query is not None
    assert len(candidate_windows(index, query)) == seen


@pytest.mark.parametrize(("pairs", "seen"), [(8, 2), (9, 1)])
def test_few_votes(pairs: int, seen: int) -> None:
    shared = " ".join(WORDS[: pairs + 1])
    index = WordIndex(shared + " 9" * 100 + " last pair")
    query = quote_query(index, TextSelector(shared + " x last pair"))
    assert query is not None
    assert len(candidate_windows(index, query)) == seen


def test_window_slack() -> None:
    index = WordIndex("9 " * 50 + " ".join(WORDS[:10]) + " 9" * 50)
    query = quote_query(index, TextSelector("x " + " ".join(WORDS[:10]) + " y"))
    assert query is not None
    assert candidate_windows(index, query) == [(49 - 8, 61 + 8)]


@pytest.mark.parametrize(("gap", "first"), [(3, 0), (5, 1)])
def test_gap_cost(gap: int, first: int) -> None:
    pairs = [(0, 0), *((place, place + gap) for place in range(1, 6))]
    assert _core(pairs) == pairs[first:]


@pytest.mark.parametrize(("room", "reach"), [(4, 4), (5, 1)])
def test_stray_words(room: int, reach: int) -> None:
    assert _reach(1, room, beside=True) == reach


@pytest.mark.parametrize(
    ("prefix", "suffix", "count", "state"),
    [
        ("", "", 4, ADJUSTED),
        ("", "", 5, REVIEW),
        ("", "", 7, REVIEW),
        ("", "", 9, ORPHAN),
        (BEFORE, "", 6, ADJUSTED),
        (BEFORE, "", 7, REVIEW),
        (BEFORE, "", 10, REVIEW),
        (BEFORE, "", 11, ORPHAN),
        (BEFORE, AFTER, 8, ADJUSTED),
        (BEFORE, AFTER, 9, REVIEW),
        (BEFORE, AFTER, 12, REVIEW),
        (BEFORE, AFTER, 13, ORPHAN),
    ],
)
def test_words_kept(prefix: str, suffix: str, count: int, state: AnchorState) -> None:
    text = f"Ice. {BEFORE}{changed(WORDS[:20], count)}{AFTER} and went home."
    found = anchor(text, TextSelector(" ".join(WORDS[:20]), prefix, suffix))
    assert found.state is state


@pytest.mark.parametrize(
    ("prefix", "suffix", "words", "state"),
    [
        ("Unseen by anyone, the ", "", 8, ADJUSTED),
        ("Unseen by anyone, the ", "", 7, REVIEW),
        (BEFORE, "", 5, ADJUSTED),
        (BEFORE, "", 4, REVIEW),
        (BEFORE, AFTER, 2, ADJUSTED),
        (BEFORE, AFTER, 1, REVIEW),
    ],
)
def test_words_enough(prefix: str, suffix: str, words: int, state: AnchorState) -> None:
    old = "outstanding " + " ".join(WORDS[: words - 1])
    new = "outstandin " + " ".join(WORDS[: words - 1])
    found = anchor(f"Ice. {BEFORE}{new.strip()}{AFTER} then.", TextSelector(old.strip(), prefix, suffix))
    assert found.state is state


@pytest.mark.parametrize(("second", "state"), [(3, REVIEW), (5, ADJUSTED)])
def test_kept_lead(second: int, state: AnchorState) -> None:
    text = changed(WORDS[:20], 1) + " 9" * 60 + " " + changed(WORDS[:20], second)
    assert anchor(text, TextSelector(" ".join(WORDS[:20]))).state is state


@pytest.mark.parametrize(("marks", "state"), [(4900, ADJUSTED), (5100, ORPHAN)])
def test_longest_sought(marks: int, state: AnchorState) -> None:
    quote = f"{' '.join(WORDS)} {'! ' * marks}".strip()
    text = f"{BEFORE}{quote.replace(WORDS[3], 'other')}{AFTER}"
    assert anchor(text, TextSelector(quote)).state is state
