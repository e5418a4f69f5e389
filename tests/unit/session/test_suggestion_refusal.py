"""Refused suggestions, undone and redone."""

from tui.attribution.suggestion import draft_suggestions
from tui.model import Workspace
from tui.session.session import Session
from tui.session.suggestion_refusal import refuse_suggestion
from tui.session.suggestions import open_suggestions
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.refused_suggestions import read_refused


def offered(session: Session) -> list[str]:
    """Return the quoted words of what is offered for the first account."""
    account = session.accounts[0]
    drafts = draft_suggestions(account.article.text, codebook=session.codebook)
    found = open_suggestions(drafts, account, read_refused(session.workspace))
    return [draft.spans[0].of(account.article.text) for draft in found]


def test_undo_makes_a_refused_suggestion_come_back_and_redo_drops_it(ferry: Workspace) -> None:
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "south"))
    account, aground, repairs = (
        session.accounts[0],
        "The ferry Aurora ran aground on Monday",
        "Repairs will take three weeks",
    )
    refuse_suggestion(session, account, draft_suggestions(account.article.text)[0])
    session.undo()
    assert offered(session) == [aground, repairs]
    session.redo()
    assert offered(session) == [repairs]
