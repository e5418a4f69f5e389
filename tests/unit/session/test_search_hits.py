"""Tests of `tui.session.search_hits`."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model import Span
from tui.session.search_hits import MAX_HITS, SearchHit, SearchHits, hit_count

HITS = SearchHits(((Span(2, 4), Span(9, 11)), (), (Span(0, 2), Span(5, 7))))
FIRST, SECOND, THIRD, LAST = HITS.all()


def test_hits_are_numbered_pane_by_pane() -> None:
    assert len(HITS) == 4
    assert [HITS.number(hit) for hit in (FIRST, SECOND, THIRD, LAST)] == [1, 2, 3, 4]
    assert SearchHit(2, Span(0, 2)) == THIRD
    assert HITS.number(SearchHit(1, Span(0, 2))) == 0


def test_the_first_hit_is_the_one_at_the_cursor_or_after_it() -> None:
    assert HITS.first_from(0, 0) == FIRST
    assert HITS.first_from(0, 2) == FIRST
    assert HITS.first_from(0, 3) == SECOND
    assert HITS.first_from(1, 0) == THIRD


def test_after_the_last_hit_comes_the_first() -> None:
    assert HITS.first_from(2, 6) == FIRST
    assert HITS.step_from(2, 5, 1) == (FIRST, True)


def test_the_hit_before_the_first_is_the_last() -> None:
    assert HITS.step_from(0, 2, -1) == (LAST, True)


def test_a_step_leaves_the_hit_at_the_cursor() -> None:
    assert HITS.step_from(0, 2, 1) == (SECOND, False)
    assert HITS.step_from(2, 0, -1) == (SECOND, False)
    assert HITS.step_from(0, 3, -1) == (FIRST, False)


def test_without_hits_there_is_none_to_go_to() -> None:
    assert SearchHits(((), ())).first_from(0, 0) is None
    assert not SearchHits(((), ()))


@settings(deadline=None, derandomize=True)
@given(st.lists(st.lists(st.integers(0, 50), unique=True).map(sorted), min_size=1, max_size=3))
def test_steps_visit_every_hit_once_and_come_back(panes: list[list[int]]) -> None:
    hits = SearchHits(tuple(tuple(Span(start, start + 1) for start in starts) for starts in panes))
    for by in (1, -1):
        visited = []
        hit = hits.first_from(0, 0)
        while hit and hit not in visited:
            visited.append(hit)
            hit, _ = hits.step_from(hit.pane, hit.span.start, by)
        assert sorted(visited) == hits.all()


def test_a_count_at_the_limit_has_a_plus() -> None:
    assert hit_count([]) == "0"
    assert hit_count([Span(0, 1)] * (MAX_HITS - 1)) == "19999"
    assert hit_count([Span(0, 1)] * MAX_HITS) == "20000+"
