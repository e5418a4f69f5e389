"""What an entry of the codebook says is changed, and nothing else."""

import pytest

from tui.errors import UsageError
from tui.model import Workspace
from tui.session.codebook_changes import CodebookPlan, Values, plan_kind, plan_names, plan_proposition
from tui.storage.records.name_edits import NameKind
from tui.storage.records.rename_plan import read_name_uses

VALUES: Values = {
    "text": "The radar of the Aurora failed",
    "contradicts": (),
    "verdict": "",
    "because": "",
    "sources": (),
}


def proposition(workspace: Workspace, slug: str, **values: str | tuple[str, ...]) -> CodebookPlan:
    return plan_proposition(read_name_uses(workspace), slug, {**VALUES, "checked": "", **values})


def text_of(planned: CodebookPlan) -> str:
    (change,) = planned.plan.changes
    return (change.after or b"").decode()


def test_an_unchanged_form_changes_nothing(ferry: Workspace) -> None:
    assert proposition(ferry, "radar-failed").plan.changes == ()


def test_a_verdict_is_written_below_the_sentence(ferry: Workspace) -> None:
    planned = proposition(ferry, "radar-failed", verdict="unproven", sources=("a", "b"))
    assert text_of(planned) == ferry.codebook.read_text().replace(
        "radar-failed: The radar of the Aurora failed\n",
        "radar-failed:\n    text: The radar of the Aurora failed\n    verdict: unproven\n    sources: [a, b]\n",
    )
    assert planned.plan.title == 'edit the proposition "radar-failed"'


def test_a_contradiction_is_removed_wherever_it_stands(ferry: Workspace) -> None:
    before = ferry.codebook.read_text()
    book = before.replace("inquiry: There", "inquiry:\n    contradicts: [radar-failed]\n    text: There")
    ferry.codebook.write_text(book)
    assert proposition(ferry, "radar-failed", contradicts=("inquiry",)).plan.changes == ()
    planned = proposition(ferry, "radar-failed")
    assert text_of(planned) == book.replace("    contradicts: [radar-failed]\n", "")
    planned = proposition(ferry, "radar-failed", contradicts=("inquiry", "nobody-hurt"))
    assert "    contradicts: [nobody-hurt]\n" in text_of(planned)


def test_a_new_proposition_gets_an_unused_slug(ferry: Workspace) -> None:
    planned = proposition(ferry, "", text="The radar failed", verdict="x")
    assert planned.name == "radar-failed-2"
    assert "  radar-failed-2:\n    text: The radar failed\n    verdict: x\n" in text_of(planned)
    with pytest.raises(UsageError, match="Write a full sentence"):
        proposition(ferry, "", text=" ")


def test_a_slug_that_only_records_have_can_be_added(ferry: Workspace) -> None:
    assert "  inquiri: It is so\n" in text_of(proposition(ferry, "inquiri", text="It is so"))


def kind(workspace: Workspace, name: str, **values: str) -> CodebookPlan:
    given: Values = {"label": "Hints", "glyph": "~", "stance": "neutral", **values}
    return plan_kind(read_name_uses(workspace), name, given, is_new=not name)


def test_a_kind_is_added_and_edited(ferry: Workspace) -> None:
    planned = kind(ferry, "")
    assert planned.name == "hints"
    ferry.codebook.write_text(text_of(planned))
    assert "stance: asserts" in text_of(kind(ferry, "hints", stance="asserts"))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"label": " "}, "Write what the kind is called"),
        ({"glyph": "two"}, "must fill one cell"),
        ({"glyph": ""}, "has no glyph"),
        ({"stance": "loud"}, "Unknown stance"),
    ],
)
def test_a_kind_that_cannot_be_read_is_refused(ferry: Workspace, values: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        kind(ferry, "", **values)


def test_a_speaker_gets_other_names_that_are_nobody_elses(ferry: Workspace) -> None:
    uses = read_name_uses(ferry)
    planned = plan_names(uses, NameKind.SPEAKER, "Ada Holm", ("Captain Holm", "Holm"))
    assert "  Ada Holm: [Captain Holm, Holm]\n" in text_of(planned)
    assert plan_names(uses, NameKind.SPEAKER, "Ada Holm", ("Captain Holm",)).plan.changes == ()
    assert "  Bo: []\n" in text_of(plan_names(uses, NameKind.SPEAKER, " Bo ", ()))
    with pytest.raises(UsageError, match="is a name of both Ada Holm and Bo"):
        plan_names(uses, NameKind.SPEAKER, "Bo", ("captain holm",))
    with pytest.raises(UsageError, match="Write the name"):
        plan_names(uses, NameKind.SPEAKER, " ", ())


def test_an_annotator_gets_other_names_in_a_section_of_its_own(ferry: Workspace) -> None:
    planned = plan_names(read_name_uses(ferry), NameKind.ANNOTATOR, "Mira", ("M. K.",))
    assert text_of(planned).endswith("annotators:\n  Mira: [M. K.]\n")
    ferry.codebook.write_text(text_of(planned))
    with pytest.raises(UsageError, match="is a name of both Mira and Bo"):
        plan_names(read_name_uses(ferry), NameKind.ANNOTATOR, "Bo", ("m. k.",))
