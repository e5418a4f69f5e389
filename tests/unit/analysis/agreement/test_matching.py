"""Matching what annotators marked: who is matched with whom."""

from random import Random

from tui.analysis.agreement.codings import CodedArticle, Coding
from tui.analysis.agreement.matching import match_codings, shared_length
from tui.model import Span


def _article(*codings: tuple[str, str, int, int] | tuple[str, str, int, int, str]) -> CodedArticle:
    """Return an article of codings: who, id, start, end and the proposition."""
    by_annotator: dict[str, tuple[Coding, ...]] = {}
    for who, name, start, end, *about in codings:
        coding = Coding("x", (Span(start, end),), who, (name,), "claim", (), about[0] if about else "")
        by_annotator[who] = (*by_annotator.get(who, ()), coding)
    return CodedArticle("x", 100, dict(sorted(by_annotator.items())))


def _matched(article: CodedArticle) -> list[list[str]]:
    return [[coding.ids[0] for coding in unit.codings] for unit in match_codings(article)]


def test_who_shares_most_is_matched_first() -> None:
    assert _matched(_article(("A", "a", 0, 20), ("B", "b1", 0, 6), ("B", "b2", 6, 20))) == [["b1"], ["a", "b2"]]


def test_of_those_that_share_as_much_the_nearest_in_length_is_matched() -> None:
    assert _matched(_article(("A", "a", 5, 9), ("B", "b1", 0, 20), ("B", "b2", 5, 9))) == [["b1"], ["a", "b2"]]


def test_of_two_statements_at_one_place_each_is_matched_with_its_like() -> None:
    article = _article(("A", "a1", 0, 9, "p"), ("A", "a2", 0, 9, "q"), ("B", "b1", 0, 9, "q"), ("B", "b2", 0, 9, "p"))
    assert _matched(article) == [["a1", "b2"], ["a2", "b1"]]


def test_all_of_a_unit_overlap_one_another() -> None:
    assert _matched(_article(("A", "a", 0, 10), ("B", "b", 7, 30), ("C", "c", 15, 40))) == [["a"], ["b", "c"]]
    assert _matched(_article(("A", "a", 0, 10), ("B", "b", 10, 20))) == [["a"], ["b"]]


def test_the_order_of_records_does_not_matter() -> None:
    random = Random(4)
    for _ in range(50):
        starts = [(who, f"{who}{number}", random.randrange(30)) for who in "ABC" for number in range(4)]
        codings = [(who, name, start, start + random.randint(1, 20)) for who, name, start in starts]
        units = match_codings(_article(*codings))
        random.shuffle(codings)
        assert match_codings(_article(*codings)) == units


def test_pieces_share_what_they_have_in_common() -> None:
    assert shared_length([Span(0, 10)], [Span(6, 14)]) == 4
    assert shared_length([Span(0, 3), Span(8, 12)], [Span(2, 10)]) == 3


def test_a_unit_knows_its_place_and_who_did_not_mark_it() -> None:
    [unit] = match_codings(_article(("A", "a", 4, 9), ("B", "b", 2, 6)))
    assert (unit.place, unit.absent) == (Span(2, 9), ())
    alone = match_codings(_article(("A", "a", 4, 9), ("B", "b", 20, 26)))
    assert [one.absent for one in alone] == [("B",), ("A",)]
