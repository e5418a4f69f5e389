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
