"""Find and remove a proposition that nobody uses after a change."""

from tui.session.history import RecordChange
from tui.session.session import Session
from tui.storage.records.name_edits import NameKind
from tui.storage.records.proposition_uses import is_used
from tui.storage.records.rename_plan import plan_removal
from tui.storage.workspace.name_uses import read_name_uses


def is_unused(session: Session, slug: str) -> bool:
    """Return whether no record of any article is about a proposition.

    This may take long.
    """
    if slug not in session.codebook.propositions:
        return False
    # The open articles are asked first, because most propositions are used there.
    if any(placed.annotation.about == slug for account in session.accounts for placed in account.placed):
        return False
    return not is_used(session.workspace, slug)


def remove_unused(session: Session, slug: str) -> None:
    """Remove a proposition, as one step with the last change if that used it."""
    last = session.history.done[-1] if session.history.done else ()
    session.change_files(plan_removal(read_name_uses(session.workspace), NameKind.PROPOSITION, slug))
    if any(isinstance(change, RecordChange) and change.before and change.before.about == slug for change in last):
        session.history.join_last()
