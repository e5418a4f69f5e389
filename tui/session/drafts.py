"""Save drafts, and find those that an ended program left."""

import os

from tui.model import Annotation, Workspace
from tui.storage.files.os_calls import OS_CALLS
from tui.storage.files.process_state import is_running
from tui.storage.workspace import draft_files
from tui.storage.workspace.draft_files import Draft


def new_draft_id() -> str:
    """Return an id that begins with this process's number."""
    return f"{os.getpid()}-{OS_CALLS.new_id()}"


def save_draft(workspace: Workspace, draft_id: str, annotation: Annotation) -> None:
    """Write a draft durably, or raise SaveError."""
    draft_files.write_draft(workspace, Draft(draft_id, annotation, OS_CALLS.now()))


def discard(workspace: Workspace, draft_id: str) -> None:
    """Delete a draft if it exists."""
    draft_files.discard_draft(workspace, draft_id)


def abandoned_drafts(workspace: Workspace) -> tuple[Draft, ...]:
    """Return the drafts whose process has ended without saving them."""
    return tuple(draft for draft in draft_files.read_drafts(workspace) if not _is_running(draft.id.partition("-")[0]))


def _is_running(process_id: str) -> bool:
    return process_id.isdecimal() and is_running(int(process_id))
