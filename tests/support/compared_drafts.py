"""The suggestions of two articles, compared with each other."""

from tui.attribution.suggestion import draft_suggestions
from tui.model import Workspace
from tui.session.counterparts import Counterparts
from tui.session.proposition_offers import PropositionOffers
from tui.session.session import Session
from tui.session.suggestion_queue import SuggestionQueue
from tui.storage.workspace.plain_loader import plain_loader


def compared_drafts(workspace: Workspace, leak: str, flood: str) -> SuggestionQueue:
    """Return the suggestions of two new articles, `leak` and `flood`."""
    (workspace.articles / "leak.txt").write_text(leak)
    (workspace.articles / "flood.txt").write_text(flood)
    session = Session(plain_loader(workspace), "Mira")
    session.open(("leak", "flood"))
    queue = SuggestionQueue(session)
    for account in session.accounts:
        drafts = draft_suggestions(account.article.text, codebook=session.codebook)
        queue.keep_drafts(account.article.id, tuple(drafts))
    queue.show_open(queue.find_open())
    queue.set_offers(PropositionOffers(session.collation))
    queue.set_counterparts(Counterparts(queue.drafts()))
    return queue
