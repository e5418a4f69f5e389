"""Ask whether to begin or lift blind mode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content

from tui.reader.dialogs.choice import ChoiceDialog
from tui.session.blind_mode import change_blind_mode

if TYPE_CHECKING:
    from textual.app import App

    from tui.session.session import Session

_UNTIL_QUIT = "Blind until you quit: the reader was opened with --blind."


async def ask_blind_mode(app: App[Any], session: Session) -> str:
    """Ask once, write the codebook, and return what was done, or "".

    Raise SaveError if the codebook cannot be written.
    """
    if session.workspace.blind:
        return _UNTIL_QUIT
    is_blind = session.codebook.blind
    if is_blind:
        question, answer = "Lift blind mode? What others marked is shown to everybody here.", "Lift it"
    else:
        question, answer = "Begin blind mode? Everybody here sees only their own records.", "Begin it"
    dialog = ChoiceDialog(question, [Content(answer), Content("Cancel")])
    if await app.push_screen_wait(dialog) != 0:
        return ""
    change_blind_mode(session, blind=not is_blind)
    return f"Blind mode {'lifted' if is_blind else 'begun'}. u undoes it."
