"""`H`: who changed the annotation under the cursor, from git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seen import reading_screen, settle, shown, told
from waiting import until

from tui.storage.files.git_repository import run_git

if TYPE_CHECKING:
    from opening import Reading

    from tui.model import Workspace


async def test_the_changes_of_an_annotation_then_of_the_account(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("H")
        await until(pilot, lambda: "is in no git repository" in "".join(told(pilot)))
        run_git(ferry.root, "init", "-q")
        run_git(ferry.root, "add", "-A")
        run_git(ferry.root, "-c", "user.name=Ada", "-c", "user.email=a@x", "commit", "-q", "-m", "Mark the ferry")
        await pilot.press("]", "H")
        await until(pilot, lambda: "Changes of the annotation" in shown(pilot))
        record = reading_screen(pilot).placed_under_cursor()[0].annotation.id
        assert f"Ada  added {record}  " in shown(pilot)
        assert shown(pilot).count("Mark the ferry") == 1
        await pilot.press("H")
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        await pilot.press("g", "H")
        await until(pilot, lambda: "Changes of “" in shown(pilot))
        assert shown(pilot).count("Mark the ferry") > 1
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is reading_screen(pilot)
