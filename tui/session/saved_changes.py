"""Save a change of a record, the codebook, a source or several files."""

from collections.abc import Mapping
from pathlib import Path

from tui.errors import UsageError
from tui.model import Collation, Record, Workspace
from tui.model.columns import without_collecting
from tui.session.history import BylineChange, FilesChange, PropositionChange, RecordChange, SuggestionRefusal
from tui.session.sources import with_source
from tui.storage.files.file_changes import FileChange
from tui.storage.files.file_stamp import FileStamp, file_stamp
from tui.storage.records import repository
from tui.storage.records.several_files import save_changes
from tui.storage.workspace.refused_suggestions import add_refused, remove_refused
from tui.storage.workspace.reloader import reload


@without_collecting()
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


def save_suggestion_refusal(workspace: Workspace, change: SuggestionRefusal) -> SuggestionRefusal:
    """Store which suggestions shall not come back, or forget it."""
    save = remove_refused if change.withdrawn else add_refused
    save(workspace, change.refused)
    return change


def save_byline_change(workspace: Workspace, change: BylineChange, before: Collation) -> tuple[BylineChange, Collation]:
    """Save a source, and return what the inverse needs and what is open."""
    saved = repository.save_byline(workspace, change.article, change.before, change.after, change.reverted)
    return change._replace(saved=saved, reverted=None), with_source(before, change.article, change.after)


def delete_copy(workspace: Workspace, copy: Record) -> FilesChange:
    """Delete a copy of a record, unless it has changed, and return the change."""
    deleted = repository.delete(workspace, copy)
    return FilesChange("delete a copy of a record", (FileChange(copy.file, deleted.content, None),))


def save_files_change(
    workspace: Workspace, change: FilesChange, before: Collation
) -> tuple[Collation, Mapping[Path, FileStamp | None]]:
    """Change files, and return what is open now, with the stamps of the files."""
    save_changes(workspace, change.title, change.files)
    paths = {path for file in change.files for path in (file.path, file.new_path) if path}
    # A list gets no stamp, for it may also hold another record's change that somebody else just made.
    single = {path: file_stamp(path) for path in paths if path.parent != workspace.annotations}
    return reload(workspace, before, paths, {}).collation, single
