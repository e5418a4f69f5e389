"""Import in the reader: completion, preview, undo, failure and Esc."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from threading import Event, get_ident
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from seen import reading_screen, session, settle, shown, told
from textual.widgets import Input
from waiting import follow, until

from tui.model import Workspace
from tui.reader.dialogs import work_dialog
from tui.reader.dialogs.import_dialog import ImportDialog
from tui.reader.dialogs.work_dialog import WorkDialog
from tui.reader.reading import edit
from tui.reader.reading.reload import Reload
from tui.session.history import Replay
from tui.session.import_files import read_imports
from tui.session.session import Session
from tui.storage.files.os_calls import OsCalls
from tui.storage.records.several_files import save_changes

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot


def contents(workspace: Workspace) -> dict[str, bytes]:
    files = (path for path in workspace.annotations.rglob("*") if path.is_file())
    return {str(path.relative_to(workspace.annotations)): path.read_bytes() for path in files}


def hypothesis(name: str, quote: str, title: str = "Ferry runs aground in fog") -> dict[str, object]:
    selector = [{"type": "TextQuoteSelector", "exact": quote}]
    document = {"title": [title]}
    target = [{"selector": selector}]
    return {"id": name, "uri": "x:", "user": "acct:ada@x", "target": target, "text": "B", "document": document}


@pytest.fixture
def found(tmp_path: Path) -> Path:
    rows = [
        hypothesis("h1", "Repairs will take three weeks"),
        hypothesis("h2", "words that nobody wrote"),
        hypothesis("h3", "The coast guard and the company", "Radar failed before grounding, crew says"),
    ]
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "notes.txt").write_text("nothing")
    path = folder / "found.json"
    path.write_text(json.dumps({"rows": rows}))
    return path


async def open_dialog(pilot: Pilot[None], typed: str) -> None:
    await pilot.press("ctrl+o")
    await until(pilot, lambda: isinstance(pilot.app.screen, ImportDialog))
    pilot.app.screen.query_one("#files", Input).value = typed
    await settle(pilot)


async def test_a_file_is_completed_previewed_imported_and_undone(
    reading: Reading, ferry: Workspace, found: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, redo, threads = contents(ferry), Session.redo, list[int]()

    def counted(self: Session) -> Replay:
        threads.append(get_ident())
        return redo(self)

    async with reading(ferry) as pilot:
        await follow(pilot)
        reload = reading_screen(pilot).features.get(Reload)
        reload.hold()
        ferry.list_file("north").touch()
        reload.files_changed([ferry.list_file("north")])
        assert not [worker for worker in pilot.app.workers if worker.group == "rereading"]
        reload.release()
        await until(pilot, lambda: reload.idle)
        await open_dialog(pilot, f"{found.parent}/f")
        await until(pilot, lambda: "found.json" in shown(pilot))
        assert "notes.txt" not in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen.query_one("#files", Input).value == str(found))
        await pilot.press("enter")
        await until(pilot, lambda: "2 new, 0 known, 1 without a place" in shown(pilot))
        assert "signed: ada (3)" in shown(pilot)
        assert "without a place: north: “words that nobody wrote”" in shown(pilot)
        assert contents(ferry) == before
        await pilot.press("enter")
        await until(pilot, lambda: "Imported: 3 records in 2 articles, 3 files. u undoes it." in told(pilot))
        after = contents(ferry)
        assert len(after) == len(before) + 3
        records = [each.annotation for each in session(pilot).accounts[0].placed if each.annotation.annotator == "ada"]
        assert {dict(record.extra)["source_id"] for record in records} == {
            "https://hypothes.is/a/h1",
            "https://hypothes.is/a/h2",
        }
        await open_dialog(pilot, str(found))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "0 new, 3 known, 0 without a place" in shown(pilot))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "There is nothing to import." in shown(pilot))
        await pilot.press("escape", "u")
        await settle(pilot)
        assert contents(ferry) == before
        assert told(pilot)[-1] == "Undone: import 3 annotations."
        monkeypatch.setattr(edit, "MANY_FILES", 2)
        with mock.patch.object(Session, "redo", counted):
            await pilot.press("ctrl+r")
            await until(pilot, lambda: "Redone: import 3 annotations." in told(pilot))
        assert contents(ferry) == after
        assert len(threads) == 1
        assert threads != [get_ident()]
        assert not any("Records on disk" in message for message in told(pilot))


async def test_what_cannot_be_read_or_written_changes_nothing(reading: Reading, ferry: Workspace, found: Path) -> None:
    before = contents(ferry)
    broken = found.with_name("broken.json")
    broken.write_text('{"rows": [\n{"id": }]}')
    async with reading(ferry) as pilot:
        await open_dialog(pilot, str(broken))
        await pilot.press("enter")
        await until(pilot, lambda: "not JSON; export it again" in shown(pilot))
        for field, value, message in (
            ("article", "nowhere", "no article is called"),
            ("format", "word", "no format is called"),
            ("columns", "quote", "write FIELD=COLUMN"),
        ):
            pilot.app.screen.query_one(f"#{field}", Input).value = value
            await pilot.press("ctrl+s")
            await until(pilot, lambda message=message: message in shown(pilot))  # type: ignore[misc]  # a lambda with a default
            pilot.app.screen.query_one(f"#{field}", Input).value = ""
        pilot.app.screen.query_one("#files", Input).value = str(found)
        await settle(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "2 new" in shown(pilot))
        real, calls = OsCalls.write, iter(range(99))

        def write(self: OsCalls, descriptor: int, content: memoryview) -> int:
            if next(calls) == 2:
                raise OSError(errno.ENOSPC, "full")
            return real(self, descriptor, content)

        with mock.patch.object(OsCalls, "write", write):
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "full" in shown(pilot))
        assert isinstance(pilot.app.screen, ImportDialog)
        assert contents(ferry) == before
        assert not session(pilot).history.done


async def test_esc_stops_reading_and_writing(
    reading: Reading, ferry: Workspace, found: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, begun, go_on = contents(ferry), Event(), Event()

    def wait(function: Any) -> Any:
        def waiting(*args: Any, **kwargs: Any) -> Any:
            begun.set()
            assert go_on.wait(10)
            return function(*args, **kwargs)

        return waiting

    monkeypatch.setattr(work_dialog, "DELAY", 0.001)
    async with reading(ferry) as pilot:
        await open_dialog(pilot, str(found))
        with mock.patch("tui.session.import_work.read_imports", wait(read_imports)):
            await pilot.press("ctrl+s")
            await until(pilot, begun.is_set)
            await until(pilot, lambda: "Reading what is to be imported" in shown(pilot))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, ImportDialog))
            go_on.set()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "2 new" in shown(pilot))
        begun.clear()
        go_on.clear()
        with mock.patch("tui.session.import_work.save_changes", wait(save_changes)):
            await pilot.press("ctrl+s")
            await until(pilot, begun.is_set)
            await pilot.press("escape")
            await until(pilot, lambda: "Stopping" in shown(pilot))
            assert isinstance(pilot.app.screen, WorkDialog)
            go_on.set()
            await until(pilot, lambda: "Stopped; nothing was imported." in shown(pilot))
        assert contents(ferry) == before
        assert reading_screen(pilot).session.history.done == []
