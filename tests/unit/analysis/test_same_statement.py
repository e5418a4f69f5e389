"""Which records mark the same statement."""

from collections.abc import Sequence

import pytest
from collations import annotate, codebook
from placing import placed_at

from tui.analysis import same_statement
from tui.analysis.same_statement import group_records, overlap_by_half
from tui.model import AnchorState, Annotation, Kind, Placed, Span, Stance

HINTS = Kind("hints", "Hints", "~", Stance.NEUTRAL)
BOOK = codebook({"p": "P"}, (HINTS,), speakers={"Mevlüt Çavuşoğlu": ("Cavusoglu",)})
BASE = annotate("claim", "x", "Ada", "p", id="a")


def groups(*placed: Placed) -> list[list[str]]:
    """Return the ids of the records, statement by statement."""
    found = group_records(enumerate(placed, start=1), BOOK)
    records = ([first, *found.others.get(position, ())] for position, first in enumerate(found.firsts))
    return [[record.annotation.id for record in own] for own in records]


def two(first: Annotation, second: Annotation) -> list[list[str]]:
    """Return the groups of two records at one place."""
    return groups(placed_at(first, 0, 10), placed_at(second, 0, 10))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ((0, 10), True),
        ((5, 15), True),
        ((6, 16), False),
        ((6, 14), True),
        ((7, 14), False),
        ((3, 5), True),
        ((9, 11), True),
        ((10, 20), False),
        ((30, 40), False),
    ],
)
def test_spans_are_the_same_place_if_half_of_the_shorter_is_shared(other: tuple[int, int], *, same: bool) -> None:
    assert overlap_by_half([Span(0, 10)], [Span(*other)]) is same
    assert overlap_by_half([Span(*other)], [Span(0, 10)]) is same
    found = groups(placed_at(BASE, 0, 10), placed_at(annotate("claim", "y", "Ada", "p", id="b"), *other))
    assert found == ([["a", "b"]] if same else [["a"], ["b"]])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ([(0, 10), (90, 100)], [(40, 60)], False),
        ([(0, 10), (90, 100)], [(0, 10)], True),
        ([(0, 10), (90, 100)], [(5, 95)], True),
        ([(0, 10), (90, 100)], [(6, 30), (94, 99)], False),
        ([(0, 10), (90, 100)], [(5, 15), (85, 95)], True),
    ],
)
def test_words_between_the_pieces_of_a_quote_are_not_shared(
    one: list[tuple[int, int]], other: list[tuple[int, int]], *, same: bool
) -> None:
    pieces = [[Span(*span) for span in spans] for spans in (one, other)]
    assert overlap_by_half(*pieces) is same
    assert overlap_by_half(*pieces[::-1]) is same


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (annotate("claim", "y", "Ada", "p", id="b", annotator="Bob"), True),
        (annotate("denial", "y", "Ada", "p", id="b"), False),
        (annotate("claim", "y", "Bo", "p", id="b"), False),
        (annotate("claim", "y", ["Ada", "Bo"], "p", id="b"), False),
        (annotate("claim", "y", (), "p", id="b"), False),
        (annotate("claim", "y", "Ada", "q", id="b"), False),
        (annotate("claim", "y", "Ada", "", id="b"), False),
    ],
)
def test_stance_speakers_and_proposition_must_be_the_same(other: Annotation, *, same: bool) -> None:
    assert two(BASE, other) == ([["a", "b"]] if same else [["a"], ["b"]])


def test_speakers_are_compared_by_main_name_in_any_order() -> None:
    first = annotate("agreement", "x", ["Cavusoglu", "Ada"], "p", id="a")
    assert two(first, annotate("agreement", "x", ["Ada", "Mevlüt Çavuşoğlu"], "p", id="b")) == [["a", "b"]]


def test_own_voice_is_a_speaker() -> None:
    assert two(annotate("claim", "x", about="p", id="a"), annotate("claim", "x", about="p", id="b")) == [["a", "b"]]


def test_kinds_of_one_stance_mark_one_statement() -> None:
    assert two(annotate("no-comment", "x", id="a"), annotate("hints", "x", id="b")) == [["a", "b"]]


@pytest.mark.parametrize("kind", ["no-comment", "hints"])
def test_a_kind_that_is_unknown_never_hides_one_that_counts(kind: str) -> None:
    assert two(annotate("unknown-kind", "x", id="a"), annotate(kind, "x", id="b")) == [["a"], ["b"]]


@pytest.mark.parametrize("state", [AnchorState.REVIEW, AnchorState.ORPHAN, None])
def test_records_without_a_place_are_never_the_same(state: AnchorState | None) -> None:
    assert groups(placed_at(BASE, state=state), placed_at(BASE, state=state)) == [["a"], ["a"]]


def test_a_record_joins_by_its_overlap_with_the_first() -> None:
    records = [placed_at(annotate("claim", "x", "Ada", id=f"{start}"), start, start + 10) for start in (0, 4, 8, 12)]
    assert groups(*records) == [["0", "4"], ["8", "12"]]


def test_a_long_statement_is_joined_after_shorter_ones_have_ended() -> None:
    spans = {"whole": (0, 100), "other": (60, 190), "late": (95, 99)}
    records = [placed_at(annotate("claim", "x", "Ada", id=name), *span) for name, span in spans.items()]
    assert groups(*records) == [["whole", "late"], ["other"]]


def test_each_record_is_compared_with_few_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Sequence[Span]] = []

    def counting(one: Sequence[Span], other: Sequence[Span]) -> bool:
        compared.append(other)
        return overlap_by_half(one, other)

    monkeypatch.setattr(same_statement, "overlap_by_half", counting)
    apart = [placed_at(BASE, 20 * place, 20 * place + 10) for place in range(500)]
    nested = [placed_at(BASE, 10_000 + place, 20_000 - place) for place in range(500)]
    steps = [placed_at(BASE, 30_000 + place, 30_010 + place) for place in range(500)]
    halving = [placed_at(BASE, 2**20 - 2**left, 2**20 + 4 ** (20 - left)) for left in range(19, 0, -1)]
    assert len(groups(*apart, *nested, *steps, *halving)) > 501
    assert len(compared) < 3 * 1519
