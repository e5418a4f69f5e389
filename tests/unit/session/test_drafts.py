"""Tests of `tui.session.drafts`."""

import os
import subprocess
import sys

import pytest

from tui.model import Annotation, Workspace
from tui.session.drafts import abandoned_drafts, discard, new_draft_id, save_draft

TYPED = Annotation("", "note", "north", body="half a sen")


def ended_process() -> int:
    """Return the id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_draft_is_abandoned_when_its_process_has_ended(ferry: Workspace) -> None:
    draft_id = f"{ended_process()}-abc"
    save_draft(ferry, draft_id, TYPED)
    (draft,) = abandoned_drafts(ferry)
    assert (draft.id, draft.annotation) == (draft_id, TYPED)


def test_a_draft_of_a_running_process_is_not_abandoned(ferry: Workspace) -> None:
    save_draft(ferry, new_draft_id(), TYPED)
    save_draft(ferry, f"{os.getppid()}-abc", TYPED)
    assert abandoned_drafts(ferry) == ()


def test_a_process_of_another_user_is_running_too(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def kill(process: int, number: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", kill)
    save_draft(ferry, "1-abc", TYPED)
    assert abandoned_drafts(ferry) == ()


@pytest.mark.parametrize("draft_id", ["abc", "x1-abc", f"{10**30}-abc"])
def test_an_id_that_no_process_can_have_is_abandoned(ferry: Workspace, draft_id: str) -> None:
    save_draft(ferry, draft_id, TYPED)
    assert [draft.id for draft in abandoned_drafts(ferry)] == [draft_id]


def test_a_discarded_draft_is_gone(ferry: Workspace) -> None:
    save_draft(ferry, "999999999-a", TYPED)
    save_draft(ferry, "999999999-b", TYPED)
    discard(ferry, "999999999-a")
    assert [draft.id for draft in abandoned_drafts(ferry)] == ["999999999-b"]


def test_each_draft_has_its_own_id_with_the_process() -> None:
    first, second = new_draft_id(), new_draft_id()
    assert first != second
    assert first.partition("-")[0] == str(os.getpid())
