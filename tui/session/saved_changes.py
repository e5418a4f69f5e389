"""Save a change of a record, of the codebook or of a source."""

from tui.errors import UsageError
from tui.model import Record, Workspace
from tui.session.history import BylineChange, PropositionChange, RecordChange
from tui.storage.records import repository


def save_record_change(
    workspace: Workspace, change: RecordChange, current: Record | None
) -> tuple[RecordChange, Record | None]:
    """Change a record, and return what the inverse needs and its new form."""
    if current is None:
        if change.deleted is None:
            raise UsageError("This record cannot be restored: its text is no longer known.")
        record = repository.restore(workspace, change.deleted)
        return change._replace(after=record.annotation), record
    if change.after is None:
        return change._replace(deleted=repository.delete(workspace, current)), None
    edited = repository.edit(workspace, current, change.after, change.text)
    return change._replace(after=edited.record.annotation, text=edited.change), edited.record


def save_proposition_change(workspace: Workspace, change: PropositionChange) -> PropositionChange | None:
    """Add or remove a proposition, and return None if nothing changed."""
    if change.removed:
        return change if repository.remove_proposition(workspace, change.added) else None
    added = repository.add_proposition(workspace, change.proposition)
    return change._replace(added=added) if added else None


def save_byline_change(workspace: Workspace, change: BylineChange) -> BylineChange:
    """Save what is said of an article, and return what the inverse needs."""
    saved = repository.save_byline(workspace, change.article, change.before, change.after, change.reverted)
    return change._replace(saved=saved, reverted=None)
