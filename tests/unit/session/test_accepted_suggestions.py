"""Records of suggestions that a person has accepted."""

from pathlib import Path

import pytest

from tui.attribution.suggestion import draft_suggestions
from tui.errors import SaveError
from tui.model import Proposition, Workspace
from tui.session.accepted_suggestions import Accepted, accept_all, is_complete, suggested_annotation
from tui.session.history import step_in_words
from tui.session.session import Session
from tui.session.suggestions import open_suggestions
from tui.storage.workspace.plain_loader import plain_loader


@pytest.fixture
def session(ferry: Workspace) -> Session:
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "south"))
    return session


def files(session: Session) -> list[Path]:
    return sorted(session.workspace.annotations.rglob("*.*.yaml"))


def accepted(session: Session) -> list[Accepted]:
    """Return what is suggested for the first account, once with a sentence."""
    account = session.accounts[0]
    drafts = draft_suggestions(account.article.text, codebook=session.codebook)
    aground = Proposition("aground", "The ferry ran aground")
    first, *others = open_suggestions(drafts, account, ())
    return [
        Accepted(suggested_annotation(first, account.article, aground.slug), aground),
        *(Accepted(suggested_annotation(draft, account.article)) for draft in others),
    ]


def test_suggestions_become_ordinary_records_in_one_step(session: Session) -> None:
    before = session.workspace.codebook.read_bytes()
    accept_all(session, accepted(session))
    placed = [each for each in session.accounts[0].placed if each.annotation.annotator == "Mira"]
    assert [(each.annotation.quote, each.annotation.about) for each in placed] == [
        ("The ferry Aurora ran aground on Monday", "aground"),
        ("Repairs will take three weeks", ""),
    ]
    assert [(each.annotation.kind, each.annotation.speaker, each.annotation.cue) for each in placed] == [
        ("claim", ("Coast guard",), "said"),
        ("claim", (), "said"),
    ]
    assert all(each.annotation.id and each.annotation.created for each in placed)
    assert "suggested: clause before" in files(session)[0].read_text() + files(session)[1].read_text()
    assert session.codebook.propositions["aground"].text == "The ferry ran aground"
    step = session.undo().step
    assert step_in_words(step, session.codebook) == "accept 2 suggestions"
    assert files(session) == []
    assert session.workspace.codebook.read_bytes() == before
    session.redo()
    assert len(files(session)) == 2


def test_a_suggestion_whose_speaker_is_not_known_is_not_accepted_as_it_is() -> None:
    known, unknown = draft_suggestions("Ana Ruiz said that it is late. The week is long, it said.")
    assert (known.speaker, unknown.speaker, unknown.speaker_words) == (("Ana Ruiz",), (), "it")
    assert (is_complete(known), is_complete(unknown)) == (True, False)


def test_nothing_is_saved_if_one_record_cannot_be(session: Session) -> None:
    (session.workspace.annotations / "north").write_text("in the way")
    with pytest.raises(SaveError):
        accept_all(session, accepted(session))
    assert "aground" not in session.workspace.codebook.read_text()
    assert not session.history.done
