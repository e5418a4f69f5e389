"""What an import would do, in words."""

from dataclasses import replace
from pathlib import Path

from tui.formats.foreign import ArticleHint, ForeignAnnotation
from tui.model import Anchor, AnchorState, Annotation, TextSelector
from tui.session.import_codebook import CodebookAdditions
from tui.session.import_plan import ImportedAnnotation, ImportOutcome, ImportPlan
from tui.session.import_report import codebook_lines, figures, missing_articles, signatures, without_place
from tui.storage.files.file_changes import FileChange


def imported(outcome: ImportOutcome, state: AnchorState | None = None, by: str = "Mira") -> ImportedAnnotation:
    annotation = Annotation("a", "note", "north", annotator=by)
    foreign = ForeignAnnotation("x", annotation, ArticleHint(url="http://x.example"))
    return ImportedAnnotation(foreign, outcome, annotation, Anchor(state) if state else None)


PLAN = ImportPlan(
    (
        *(imported(ImportOutcome.NEW, state) for state in AnchorState),
        imported(ImportOutcome.NEW, AnchorState.ORPHAN, "ada"),
        imported(ImportOutcome.KNOWN),
        imported(ImportOutcome.CHANGED),
        imported(ImportOutcome.NO_ARTICLE),
    )
)


def test_the_figures_are_one_line() -> None:
    assert figures(PLAN) == "3 new (1 adjusted, 1 to review), 2 known, 2 without a place"
    assert figures(ImportPlan(())) == "0 new, 0 known, 0 without a place"


def test_who_signs_is_counted() -> None:
    assert signatures(PLAN) == "signed: Mira (4), ada (1)"
    unsigned = imported(ImportOutcome.NEW, AnchorState.EXACT, "")
    assert signatures(ImportPlan((unsigned, unsigned))) == "signed: nobody (2)"
    assert signatures(ImportPlan(())) == ""


def test_only_so_many_are_listed() -> None:
    assert list(without_place(PLAN, 1)) == ["  without a place: north: “”", "  and 1 more without a place"]
    assert len(list(without_place(PLAN, 2))) == 2
    later = replace(PLAN.annotations[3], foreign=replace(PLAN.annotations[3].foreign, line=12))
    assert list(without_place(ImportPlan((later,)), 1)) == ["  without a place: north, line 12: “”"]
    quote = TextSelector("two\nlines" + " of words" * 1000)
    long = replace(later, foreign=replace(later.foreign, annotation=replace(later.foreign.annotation, target=quote)))
    (line,) = without_place(ImportPlan((long,)), 1)
    assert line.startswith("  without a place: north, line 12: “two lines of words of words")
    assert (line.endswith(" …”"), len(line) < 300) == (True, True)
    gone = replace(later, outcome=ImportOutcome.NO_ARTICLE)
    assert list(missing_articles(ImportPlan((gone,)), "add", 1))[1] == "  http://x.example, from line 12"
    lines = ["1 annotation of articles that are not here; add them:", "  http://x.example"]
    assert list(missing_articles(PLAN, "add them", 9)) == lines


def test_what_comes_into_the_codebook_is_counted() -> None:
    change = FileChange(Path("codebook.yaml"), None, b"")
    additions = CodebookAdditions(change, ("a", "b"), ("c",), (), (), ("d",))
    assert list(codebook_lines(additions)) == [
        "for the codebook: 2 propositions, 1 kind",
        "d stands for another sentence in this workspace; its sentence here stays",
    ]
    assert list(codebook_lines(CodebookAdditions())) == []
