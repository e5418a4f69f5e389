"""The suggestions for an article, without those that are settled."""

from dataclasses import replace

import pytest

from tui.anchoring import describe
from tui.attribution.suggestion import Suggestion, draft_suggestions
from tui.model import Annotation, Workspace
from tui.session.session import Session
from tui.session.suggestion_refusal import refuse_suggestion
from tui.session.suggestions import open_suggestions
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.refused_suggestions import read_refused


@pytest.fixture
def session(ferry: Workspace) -> Session:
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "south"))
    return session


def offered(session: Session, number: int = 0) -> list[tuple[str, str]]:
    """Return the cue and the quoted words of what is offered for an account."""
    account = session.accounts[number]
    return [(draft.cue, draft.spans[0].of(account.article.text)) for draft in drafts(session, number)]


def drafts(session: Session, number: int = 0) -> tuple[Suggestion, ...]:
    account = session.accounts[number]
    found = draft_suggestions(account.article.text, codebook=session.codebook)
    return open_suggestions(found, account, read_refused(session.workspace))


RADAR = ("did not confirm or deny", "that the radar had failed")
AGROUND = ("said", "The ferry Aurora ran aground on Monday")
REPAIRS = ("said", "Repairs will take three weeks")


def test_what_a_record_marks_is_offered_no_more(session: Session) -> None:
    assert offered(session) == [AGROUND, REPAIRS]
    (hurt, radar) = (placed.record for placed in session.accounts[0].placed)
    session.edit(radar, replace(radar.annotation, kind="note"))
    assert offered(session) == [AGROUND, RADAR, REPAIRS]
    session.delete([hurt])
    assert ("told", '"Nobody was hurt,"') in offered(session)


def test_what_was_refused_does_not_come_back_when_the_text_changes(session: Session, ferry: Workspace) -> None:
    account = session.accounts[0]
    refuse_suggestion(session, account, drafts(session)[0])
    assert offered(session) == [REPAIRS]
    file = ferry.articles / "north.txt"
    file.write_text("A new lead, reporters said.\n\n" + file.read_text().replace("on Monday", "late on Monday"))
    session.open(("north", "south"))
    assert offered(session) == [("said", "A new lead, reporters"), REPAIRS][1:]


def test_a_refusal_is_of_one_rule_and_cue(session: Session) -> None:
    first = drafts(session)[0]
    refuse_suggestion(session, session.accounts[0], first)
    others = (first._replace(rule="other"), first._replace(cue="told"), first._replace(cue="SAID"))
    kept = open_suggestions(others, session.accounts[0], read_refused(session.workspace))
    assert kept == others[:2]


def test_a_note_settles_nothing(session: Session) -> None:
    target = describe(session.accounts[0].article.text, *drafts(session)[0].spans[0])
    session.add(Annotation("", "note", article="north", target=target))
    assert offered(session) == [AGROUND, REPAIRS]
