"""What several annotators marked as one statement."""

from collations import Telling, annotate, codebook, collate

from tui.analysis.marked_together import marked_together
from tui.analysis.statements import find_all_statements

BOOK = codebook({"p": "It is so"}, annotators={"Ada": ("ah",)})


def test_only_what_several_people_marked_is_there_under_each_record() -> None:
    records = (
        annotate("claim", "one two", about="p", id="a", annotator="ah"),
        annotate("claim", "one two", about="p", id="b", annotator="Ben"),
        annotate("claim", "two", about="p", id="c", annotator="Ada"),
        annotate("denial", "one", about="p", id="d", annotator="Ben"),
        annotate("claim", "three", about="p", id="e", annotator="Ada"),
        annotate("claim", "three", about="p", id="f", annotator="AH"),
    )
    collation = collate(Telling("x", "one two three", records), book=BOOK)
    together = marked_together(find_all_statements(collation)[0], BOOK)
    assert set(together) == {"a", "b", "c"}
    assert together["a"] is together["b"]
    assert together["a"].annotators == ("Ada", "Ben")
    assert together["a"].others("c") == ("Ben",)
    assert [together["a"].count_signers(ids) for ids in (("a", "b", "c"), ("a", "c"), ())] == [2, 1, 0]


def test_a_result_is_nobodys_mark() -> None:
    records = (
        annotate("claim", "one two", about="p", id="a", annotator="Ada"),
        annotate("claim", "one two", about="p", id="b", annotator="Ben"),
        annotate("claim", "one two", about="p", id="r", annotator="Cy", resolves=("a", "b")),
        annotate("claim", "three", about="p", id="c", annotator="Ben"),
        annotate("claim", "three", about="p", id="s", annotator="Ben", resolves=("c",)),
    )
    statements = find_all_statements(collate(Telling("x", "one two three", records), book=BOOK))[0]
    assert [statement.annotators for statement in statements] == [("Ada", "Ben"), ("Ben",)]
    together = marked_together(statements, BOOK)
    both, settled = together["r"], together["s"]
    assert [both.count_signers(ids) for ids in (("a", "b", "r"), ("a", "r"), ("r",))] == [2, 1, 0]
    assert (both.others("a"), both.others("r"), both.settled_by) == (("Ben",), ("Ada", "Ben"), ("Cy",))
    assert (settled.others("c"), settled.others("s"), settled.settled_by) == ((), ("Ben",), ("Ben",))
    alone = find_all_statements(collate(Telling("x", "one two three", (records[2],)), book=BOOK))[0]
    assert alone[0].annotators == ("Cy",)
