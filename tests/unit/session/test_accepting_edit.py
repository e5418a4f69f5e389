"""The form of a suggestion saves what accepting it saves."""

from dataclasses import replace

import pytest

from tui.attribution.suggestion import draft_suggestions
from tui.errors import SaveError
from tui.model import Proposition, Workspace
from tui.session.accepted_suggestions import suggested_annotation
from tui.session.accepting_edit import AcceptingEdit
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader


@pytest.mark.parametrize(
    ("sentence", "contradicts"), [("400 boxes got wet", ("radar-failed",)), ("Some boxes got wet", ())]
)
def test_a_new_proposition_contradicts_what_the_offered_one_does(
    ferry: Workspace, sentence: str, contradicts: tuple[str, ...]
) -> None:
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north",))
    article = session.accounts[0].article
    annotation = suggested_annotation(draft_suggestions(article.text)[0], article, "wet")
    edit = AcceptingEdit(session, [Proposition("boxes", "400 boxes got wet", ("radar-failed",))])
    edit.save(replace(annotation, body="mended"), Proposition("wet", sentence))
    assert session.codebook.propositions["wet"].contradicts == contradicts
    (saved,) = [each.annotation for each in session.accounts[0].placed if each.annotation.annotator == "Mira"]
    assert (saved.about, saved.body) == ("wet", "mended")
    session.undo()
    assert "wet" not in session.codebook.propositions


def test_whom_the_text_names_only_by_a_pronoun_is_not_the_article_itself(ferry: Workspace) -> None:
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north",))
    article = session.accounts[0].article
    annotation = replace(suggested_annotation(draft_suggestions(article.text)[0], article), speaker=())
    edit = AcceptingEdit(session, [])
    with pytest.raises(SaveError, match="name “our street”, or empty As"):
        edit.save(replace(annotation, speaker_words="our street"))
    edit.save(replace(annotation, speaker_words=""))
    assert [each.annotation.speaker for each in session.accounts[0].placed if each.annotation.annotator == "Mira"] == [
        ()
    ]
