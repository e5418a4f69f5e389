"""What somebody who may only read is offered."""

from pathlib import Path

import pytest
from opening import Reading
from seen import settle
from two_coders import two_coders

from tui.model import Workspace
from tui.reader.commands import offered_commands
from tui.reader.dialogs.detail_dialog import DetailDialog
from tui.reader.palette import matching_commands
from tui.reader.screens.records.screen import RecordsScreen
from tui.reader.widgets.dialog_buttons import DialogButton
from tui.reader.widgets.key_bar import KeyBar
from tui.reader.widgets.status_line import StatusLine
from tui.storage.files.read_only import READ_ONLY_VARIABLE


@pytest.fixture(autouse=True)
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(READ_ONLY_VARIABLE, "1")


async def test_only_what_changes_nothing_is_offered(ferry: Workspace, reading: Reading) -> None:
    async with reading(ferry) as pilot:
        footer = pilot.app.screen.query_one(KeyBar)
        await pilot.press("right_square_bracket")
        labels = {hint.label for hint in (*footer.hints, *footer.lasting)}
        assert {"open", "copy", "find"} <= labels
        assert not labels & {"mark", "note on it", "edit", "delete", "undo"}
        assert "read only" in str(pilot.app.screen.query_one(StatusLine).render())
        await pilot.press("enter")
        details = pilot.app.screen
        assert isinstance(details, DetailDialog)
        assert [button.words.label for button in details.query(DialogButton)] == ["close"]
        await pilot.press("e")
        assert pilot.app.screen is details
        await pilot.press("escape", "N", "asterisk")
        labels = {hint.label for hint in pilot.app.screen.query_one(KeyBar).hints}
        assert {"export", "all shown"} <= labels
        assert not labels & {"tag", "delete", "proposition", "kind"}
        await pilot.press("x")
        assert isinstance(pilot.app.screen, RecordsScreen)


async def test_disagreements_are_shown_but_cannot_be_settled(reading: Reading, tmp_path: Path) -> None:
    workspace = two_coders(tmp_path)
    before = workspace.list_file("ferry").read_bytes()
    async with reading(workspace) as pilot:
        await pilot.press("C")
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        labels = [hint.label for hint in pilot.app.screen.query_one(KeyBar).hints]
        assert {"go to it", "figures"} <= {*labels}
        assert not {"settle as", "both", "other", "neither", "undo"} & {*labels}
        page = pilot.app.screen
        await pilot.press("1", "2", "b", "0", "e", "u")
        await settle(pilot)
        assert pilot.app.screen is page
        assert [path.name for path in workspace.annotations.iterdir()] == ["codebook.yaml", "ferry.yaml"]
    assert workspace.list_file("ferry").read_bytes() == before


def test_no_command_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = {command.id for command in offered_commands()}
    assert {"export", "find", "article.read", "annotation.open"} <= ids
    assert not ids & {
        "mark.claim",
        "mark.note",
        "suggestion.accept",
        "codebook",
        "history.undo",
        "article.source",
        "blind",
    }
    assert not matching_commands("denial")
    monkeypatch.delenv(READ_ONLY_VARIABLE)
    assert matching_commands("denial")
