"""Drafts of what is being typed: which program they belong to, and which were left behind."""

import os

from tui.model import Annotation, Workspace
from tui.storage.files.os_calls import OS_CALLS
from tui.storage.workspace import draft_files
from tui.storage.workspace.draft_files import Draft


def new_draft_id() -> str:
    """Return an id that tells which process is writing the draft."""
    return f"{os.getpid()}-{OS_CALLS.new_id()}"


def save_draft(workspace: Workspace, draft_id: str, annotation: Annotation) -> None:
    """Put a draft on disk; raises SaveError where that failed."""
    draft_files.write_draft(workspace, Draft(draft_id, annotation, OS_CALLS.now()))


def discard(workspace: Workspace, draft_id: str) -> None:
    """Throw a draft away."""
    draft_files.discard_draft(workspace, draft_id)


def abandoned_drafts(workspace: Workspace) -> tuple[Draft, ...]:
    """Return the drafts whose program has ended without saving them."""
    return tuple(draft for draft in draft_files.read_drafts(workspace) if not _is_running(draft.id.partition("-")[0]))


def _is_running(process: str) -> bool:
    if not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
