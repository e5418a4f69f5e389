"""What imported records use is added to the codebook, and nothing else."""

from pathlib import Path

from collations import annotate, codebook

from tui.model import BUILT_IN_KINDS, Annotator, Codebook, Kind, Proposition, Speaker, Stance, Workspace
from tui.session.import_codebook import CodebookAdditions, plan_codebook
from tui.storage.records.record_loader import RecordLoader

IMPORTED = Codebook(
    {
        "a": Proposition("a", "A is so", ("b", "c"), verdict="unproven"),
        "b": Proposition("b", "B is so"),
        "c": Proposition("c", "C is so"),
    },
    {kind.name: kind for kind in (*BUILT_IN_KINDS, Kind("hints", "Hints", "~", Stance.NEUTRAL))},
    {"Ada Holm": Speaker("Ada Holm", ("Holm",)), "Bo": Speaker("Bo")},
    annotators={"Mira": Annotator("Mira", ("MK",)), "Cy": Annotator("Cy", ("C",))},
)
RECORDS = [
    annotate("hints", "x", ["Holm", "Bo"], "a"),
    annotate("claim", "x", "Bo", "b", annotator="mk"),
    annotate("claim", "x", "", "z"),
]


def planned(ferry: Workspace, book: Codebook) -> CodebookAdditions:
    return plan_codebook(ferry, book, IMPORTED, RECORDS)


def test_what_is_missing_is_added(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "articles")
    added = planned(workspace, codebook())
    assert (added.propositions, added.kinds, added.speakers) == (("a", "b"), ("hints",), ("Ada Holm",))
    assert added.annotators == ("Mira",)
    assert added.change
    assert added.change.before is None
    workspace.annotations.mkdir()
    workspace.codebook.write_bytes(added.change.after or b"")
    book, problems = RecordLoader(workspace).codebook()
    assert problems == ()
    assert book.propositions["a"] == Proposition("a", "A is so", ("b",), verdict="unproven")
    assert book.propositions["b"] == Proposition("b", "B is so")
    assert (book.kinds["hints"].label, book.speakers["Ada Holm"].aliases) == ("Hints", ("Holm",))
    assert book.annotators == {"Mira": Annotator("Mira", ("MK",))}


def test_what_is_there_stays_and_another_sentence_is_told(tmp_path: Path) -> None:
    book = Codebook(
        {"a": Proposition("a", "A is not so"), "b": IMPORTED.propositions["b"]},
        IMPORTED.kinds,
        {"Dr Holm": Speaker("Dr Holm", ("HOLM",))},
        annotators={"M. K.": Annotator("M. K.", ("mira",))},
    )
    added = planned(Workspace(tmp_path, tmp_path / "articles"), book)
    assert added == CodebookAdditions(differing=("a",))
