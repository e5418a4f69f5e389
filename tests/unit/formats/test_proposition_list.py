"""The list of propositions, as text and as JSON."""

from tui.analysis.comparison import Status
from tui.analysis.listed_propositions import ListedProposition
from tui.formats.plain.page import Page
from tui.formats.proposition_list import proposition_lines, propositions_shape
from tui.model import Codebook, Proposition

P = Proposition("p", "It is\x1b so", ("q",), "proven")
CODEBOOK = Codebook({"p": P, "q": Proposition("q", "It is not")})


def test_a_proposition_is_told_with_its_counts_and_remarks() -> None:
    lines = list(proposition_lines([ListedProposition(P, Status.OPEN, {"a": 2, "": 1})], CODEBOOK, Page()))
    assert lines == [
        "p  open  3 records: a 2, 1 note",
        "    It is\u241b so",
        "    contradicts: It is not",
        "    verdict: proven",
    ]


def test_many_articles_are_counted() -> None:
    records = {f"a{number}": 1 for number in range(10)}
    (line, *_) = proposition_lines([ListedProposition(P, None, records)], CODEBOOK, Page(200))
    assert line.endswith("a7 1 and 2 more")


def test_unused_is_a_status_of_its_own() -> None:
    items = [
        ListedProposition(P, None, {}),
        ListedProposition(P, None, {"": 1}),
        ListedProposition(P, Status.OPEN, {"a": 1}),
    ]
    shapes = propositions_shape(items, CODEBOOK)
    assert [shape["status"] for shape in shapes] == ["unused", "", "open"]
    assert [(shape["records"], shape["notes"]) for shape in shapes] == [(0, 0), (1, 1), (1, 0)]
    assert shapes[0]["contradicts"] == ["q"]
    assert shapes[2]["articles"] == {"a": 1}
