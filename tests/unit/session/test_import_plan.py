"""What is new, known, changed or without an article."""

from dataclasses import replace
from itertools import count
from typing import Any

from collations import Telling, annotate, collate

from tui.formats.foreign import ArticleHint, ForeignAnnotation
from tui.model import AnchorState, Annotation, Collation, TextSelector
from tui.session.import_plan import (
    SOURCE_ID,
    ImportChoice,
    ImportedAnnotation,
    ImportOutcome,
    ImportPlan,
    ImportPlanner,
    source_id_of,
)

TEXT = "Talks resumed today."
CHOICE = ImportChoice("Mira", "2026-05-01T00:00:00Z")


def foreign(name: str = "h:1", quote: str = "Talks", *, reply_to: str = "", **more: Any) -> ForeignAnnotation:
    annotation = Annotation("", "note", target=TextSelector(quote) if quote else None)
    return ForeignAnnotation(name, replace(annotation, **more), ArticleHint(file="one.html"), reply_to)


def plan(collation: Collation, *annotations: ForeignAnnotation, choice: ImportChoice = CHOICE) -> ImportPlan:
    ids = count(1)
    return ImportPlanner(collation, choice, lambda: f"n{next(ids)}").plan(annotations)


def only(imported: ImportPlan) -> ImportedAnnotation:
    (each,) = imported.annotations
    return each


def workspace(*annotations: Annotation) -> Collation:
    return collate(Telling("one", TEXT, annotations))


def recorded(**more: str) -> Annotation:
    return annotate("claim", "Talks", id="k", extra=((SOURCE_ID, "h:1"),), created="2026-02-01T00:00:00Z", **more)


def test_a_new_annotation_becomes_a_record_that_keeps_its_source_id() -> None:
    each = only(plan(workspace(), foreign(body="B")))
    assert (each.outcome, each.anchor and each.anchor.state) == (ImportOutcome.NEW, AnchorState.EXACT)
    assert each.annotation
    assert (each.annotation.id, each.annotation.article, each.annotation.annotator) == ("n1", "one", "Mira")
    assert (each.annotation.created, source_id_of(each.annotation)) == (CHOICE.now, "h:1")


def test_who_signed_keeps_the_name_unless_all_are_signed() -> None:
    names = [
        only(plan(workspace(), foreign(annotator="ada"), choice=replace(CHOICE, sign_all=sign_all))).annotation
        for sign_all in (False, True)
    ]
    assert [name and name.annotator for name in names] == ["ada", "Mira"]


def test_what_is_there_is_known_by_its_source_id() -> None:
    imported = plan(
        workspace(recorded(body="mine", modified="2026-04-01T00:00:00Z")),
        foreign(body="old", created="2026-02-01T00:00:00Z"),
    )
    assert only(imported).outcome is ImportOutcome.KNOWN
    assert len(plan(workspace(), foreign(), foreign()).annotations) == 1


def test_a_later_version_is_a_change_of_what_it_says() -> None:
    each = only(plan(workspace(recorded(cue="said")), foreign(body="new", modified="2026-03-01T00:00:00Z")))
    assert each.outcome is ImportOutcome.CHANGED
    assert each.annotation
    assert (each.annotation.kind, each.annotation.cue, each.annotation.body) == ("claim", "said", "new")
    assert only(plan(workspace(recorded()), foreign(body="new"))).outcome is ImportOutcome.CHANGED
    edited = workspace(recorded(modified="2026-04-01T00:00:00Z"))
    assert only(plan(edited, foreign(body="new"))).outcome is ImportOutcome.KNOWN


def test_an_article_that_is_missing_or_chosen() -> None:
    elsewhere = replace(foreign(), article=ArticleHint(url="http://x.example"))
    assert only(plan(workspace(), elsewhere)).outcome is ImportOutcome.NO_ARTICLE
    chosen = only(plan(workspace(), elsewhere, choice=replace(CHOICE, article="one")))
    assert chosen.outcome is ImportOutcome.NEW


def test_a_reply_is_a_note_on_what_it_answers() -> None:
    both = plan(workspace(), foreign("h:2", "", reply_to="h:1"), foreign())
    reply, parent = both.annotations
    assert reply.annotation
    assert parent.annotation
    assert reply.annotation.on == parent.annotation.id
    known = only(plan(workspace(recorded()), foreign("h:2", "", reply_to="h:1")))
    assert known.annotation
    assert known.annotation.on == "k"
    stray = only(plan(workspace(), foreign("h:2", "", reply_to="h:9")))
    assert stray.annotation
    assert stray.annotation.on == ""


def test_a_record_of_diptych_keeps_its_id_and_all_fields() -> None:
    own = replace(
        foreign("urn:x"), annotation=annotate("claim", "Talks", id="k"), article=ArticleHint("one"), is_own=True
    )
    each = only(plan(workspace(), own))
    assert each.annotation == replace(own.annotation, article="one")
    assert only(plan(workspace(annotate("claim", "Talks", id="k")), own)).outcome is ImportOutcome.KNOWN
    assert only(plan(workspace(annotate("denial", "Talks", id="k")), own)).outcome is ImportOutcome.CHANGED
    exchanged = replace(own, annotation=replace(own.annotation, id="z", extra=((SOURCE_ID, "h:1"),)))
    assert only(plan(workspace(recorded()), exchanged)).outcome is not ImportOutcome.NEW


def test_a_note_on_a_proposition_has_no_article() -> None:
    own = replace(foreign("urn:x"), annotation=annotate("note", about="p", id="k"), article=ArticleHint(), is_own=True)
    each = only(plan(workspace(), own))
    assert (each.outcome, each.annotation and each.annotation.article) == (ImportOutcome.NEW, "")
    known = collate(Telling("one", TEXT), notes=[annotate("note", about="p", id="k")])
    assert only(plan(known, own)).outcome is ImportOutcome.KNOWN


def test_the_states_of_new_quotes_are_counted() -> None:
    imported = plan(workspace(), foreign(), foreign("h:2", "Nothing of this"), foreign("h:3", ""))
    assert imported.states == {AnchorState.EXACT: 1, AnchorState.ORPHAN: 1}
    assert len(imported.of(ImportOutcome.NEW)) == 3


def test_what_an_earlier_version_imported_is_known_by_its_former_name() -> None:
    before = annotate("Person", "Talks", id="k", extra=(("brat", ("1\tT1",)), (SOURCE_ID, "h:1")))
    now = replace(foreign("new:1", extra=(("brat", ("1\tT1",)),)), former_id="h:1")
    moved = replace(now, annotation=replace(now.annotation, target=TextSelector("today")))
    other = replace(moved, annotation=replace(moved.annotation, extra=(("brat", ("1\tT1 other",)),)))
    outcomes = [only(plan(workspace(before), each)).outcome for each in (now, moved, other)]
    assert outcomes == [ImportOutcome.KNOWN, ImportOutcome.KNOWN, ImportOutcome.NEW]
    two = collate(Telling("one", TEXT, (before,)), Telling("two", TEXT))
    assert only(plan(two, now, choice=replace(CHOICE, article="two"))).outcome is ImportOutcome.NEW


def test_what_a_mistake_hides_is_known() -> None:
    for hidden in ("h:1", "h:0"):
        each = replace(foreign(), former_id="h:0")
        planned = ImportPlanner(workspace(), CHOICE, lambda: "n", {hidden}).plan([each, foreign("h:2")])
        assert [each.outcome for each in planned.annotations] == [ImportOutcome.KNOWN, ImportOutcome.NEW]
        assert planned.annotations[0].annotation is None
