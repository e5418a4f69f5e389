"""Refuse a suggestion, so that it does not come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.anchoring import describe
from tui.model import Span
from tui.session.history import SuggestionRefusal
from tui.session.saved_changes import save_suggestion_refusal
from tui.storage.workspace.refused_suggestions import RefusedSuggestion

if TYPE_CHECKING:
    from tui.attribution.suggestion import Suggestion
    from tui.model import Account
    from tui.session.session import Session


def refuse_suggestion(session: Session, account: Account, draft: Suggestion) -> None:
    """Remember, durably, that a suggestion is wrong, or raise SaveError.

    Undo makes it come back.
    """
    text = account.article.text
    place = Span(draft.spans[0].start, draft.spans[0].end)
    refused = RefusedSuggestion(account.article.id, draft.cue, draft.rule, describe(text, *place))
    change = SuggestionRefusal((refused,))
    save_suggestion_refusal(session.workspace, change)
    session.history.add((change,))
