"""Each threshold from either side, by the anchors that it decides."""

import string

import pytest

from tui.anchoring import anchor, describe
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
def test_max_context(longer: int, unique: bool) -> None:
    text = "<" + "~" * 2 * longer + ">"
    selector = describe(text, longer, longer + 1)
    whole = selector.prefix + selector.quote + selector.suffix
    assert (text.index(whole) + len(selector.prefix) == longer) is unique
    assert len(selector.prefix) == (longer if unique else 1024)
    assert anchor(text, selector).start == longer


@pytest.mark.parametrize(
    ("agreeing", "state"), [(20, EXACT), (12, EXACT), (11, REVIEW), (8, REVIEW), (7, ORPHAN), (0, ORPHAN)]
)
def test_faint_and_min_agreement(agreeing: int, state: AnchorState) -> None:
    text = "?" * (20 - agreeing) + LETTERS[20 - agreeing :] + "QUOTE"
    assert anchor(text, TextSelector("QUOTE", LETTERS)).state is state


@pytest.mark.parametrize(("first", "second", "state"), [(19, 15, REVIEW), (19, 13, EXACT), (20, 19, EXACT)])
def test_clear_lead(first: int, second: int, state: AnchorState) -> None:
    text = "".join("?" * (20 - run) + LETTERS[20 - run :] + "QUOTE " for run in (first, second))
    assert anchor(text, TextSelector("QUOTE", LETTERS)).state is state


@pytest.mark.parametrize(("lost", "state"), [(4, EXACT), (5, REVIEW)])
def test_settled_support(lost: int, state: AnchorState) -> None:
    quote, rest = " ".join(WORDS[:6]), LETTERS[: 20 - lost] + "?" * 21
    true = f"{LETTERS} {quote.replace('bemi', 'BEMA')} {LETTERS}"
    copy = f"{LETTERS} {quote} {rest}"
    anchored = anchor(f"{true} {'9 ' * 200}{copy}", TextSelector(quote, f"{LETTERS} ", f" {LETTERS}"))
    assert anchored.state is state


@pytest.mark.parametrize(("count", "listed"), [(999, 999), (1001, 1000)])
def test_max_candidates(count: int, listed: int) -> None:
    assert len(anchor("o " * count, TextSelector("o")).candidates) == listed


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
        (BEFORE, AFTER, 18, REVIEW),
    ],
)
def test_min_kept(prefix: str, suffix: str, count: int, state: AnchorState) -> None:
    text = f"Ice. {BEFORE}{changed(WORDS[:20], count)}{AFTER} and went home."
    anchored = anchor(text, TextSelector(" ".join(WORDS[:20]), prefix, suffix))
    assert anchored.state is state


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
def test_min_words(prefix: str, suffix: str, words: int, state: AnchorState) -> None:
    old = "outstanding " + " ".join(WORDS[: words - 1])
    new = "outstandin " + " ".join(WORDS[: words - 1])
    anchored = anchor(f"Ice. {BEFORE}{new.strip()}{AFTER} then.", TextSelector(old.strip(), prefix, suffix))
    assert anchored.state is state


@pytest.mark.parametrize(("kept", "state"), [(4, REVIEW), (3, ORPHAN)])
def test_min_rewritten(kept: int, state: AnchorState) -> None:
    new = [word if 8 <= place < 8 + kept else f"new{place}" for place, word in enumerate(WORDS[:20])]
    text = f"Ice. {BEFORE}{' '.join(new)}{AFTER} and went home."
    assert anchor(text, TextSelector(" ".join(WORDS[:20]), BEFORE, AFTER)).state is state


@pytest.mark.parametrize(("words", "state"), [(8, REVIEW), (7, ORPHAN)])
def test_a_long_quote_of_which_the_ends_are_left(words: int, state: AnchorState) -> None:
    old = WORDS[:words]
    new = [old[0], *(f"new{place}" for place in range(2, words)), old[-1]]
    text = f"Ice. {BEFORE}{' '.join(new)}{AFTER} and went home."
    assert anchor(text, TextSelector(" ".join(old), BEFORE, AFTER)).state is state
    assert anchor(text, TextSelector(" ".join(old), BEFORE)).state is ORPHAN


@pytest.mark.parametrize(("length", "state"), [(12, ADJUSTED), (13, REVIEW)])
def test_min_similarity(length: int, state: AnchorState) -> None:
    new = ["x" * length if place in range(1, 16, 2) else word for place, word in enumerate(WORDS[:20])]
    text = f"Ice. {BEFORE}{' '.join(new)}{AFTER} and went home."
    assert anchor(text, TextSelector(" ".join(WORDS[:20]), BEFORE, AFTER)).state is state


def test_white_space_alone_may_make_the_letters_unlike() -> None:
    words = WORDS[:9]
    text = f"Ice. {BEFORE}{(' ' * 12).join(words)}{AFTER} and went home."
    anchored = anchor(text, TextSelector(" ".join(words), BEFORE, AFTER))
    assert anchored.state is ADJUSTED
    assert anchored.score < 0.4


@pytest.mark.parametrize(("second", "state"), [(3, REVIEW), (5, ADJUSTED)])
def test_kept_lead(second: int, state: AnchorState) -> None:
    text = changed(WORDS[:20], 1) + " 9" * 60 + " " + changed(WORDS[:20], second)
    assert anchor(text, TextSelector(" ".join(WORDS[:20]))).state is state


@pytest.mark.parametrize(("marks", "state"), [(4900, ADJUSTED), (5100, ORPHAN)])
def test_max_query_words(marks: int, state: AnchorState) -> None:
    quote = f"{' '.join(WORDS)} {'! ' * marks}".strip()
    text = f"{BEFORE}{quote.replace(WORDS[3], 'other')}{AFTER}"
    assert anchor(text, TextSelector(quote)).state is state
