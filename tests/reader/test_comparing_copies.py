"""A record and a sync program's copy of it are compared in the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from seen import session, settle, shown, told
from waiting import follow, until

from tui.model import Annotation, RecordRef
from tui.storage.records.repository import create

if TYPE_CHECKING:
    from opening import Reading

    from tui.model import Workspace


@pytest.mark.parametrize(("keys", "kept"), [(("enter",), "first"), (("down", "enter"), "second"), (("escape",), "")])
async def test_one_of_two_versions_is_kept(
    reading: Reading, ferry: Workspace, keys: tuple[str, ...], kept: str
) -> None:
    record = create(ferry, Annotation("ask", "note", article="north", body="first", annotator="Mira"))
    copy = record.file.with_name(f"{record.file.stem} (1).yaml")
    copy.write_text(record.file.read_text("utf-8").replace("first", "second"), "utf-8")
    async with reading(ferry) as pilot:
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert "c compare 1 copy" in shown(pilot)
        await pilot.press("c")
        await settle(pilot)
        assert f"A copy of this record: {copy.name}" in shown(pilot)
        assert re.search(r"shown +first", shown(pilot))
        assert re.search(r"copy +second", shown(pilot))
        await pilot.press(*keys)
        await settle(pilot)
        placed = session(pilot).find(RecordRef("north", "ask"))
        assert placed
        assert (copy.exists(), placed.annotation.body) == (not kept, kept or "first")
        assert f"body: {kept or 'first'}\n" in record.file.read_text("utf-8")


@pytest.mark.parametrize(("keys", "kept"), [(("enter",), "first"), (("down", "enter"), "second")])
async def test_u_brings_a_deleted_copy_back(
    reading: Reading, ferry: Workspace, keys: tuple[str, ...], kept: str
) -> None:
    record = create(ferry, Annotation("ask", "note", article="north", body="first", annotator="Mira"))
    copy = record.file.with_name(f"{record.file.stem} (1).yaml")
    copy.write_text(record.file.read_text("utf-8").replace("first", "second"), "utf-8")
    before = {file: file.read_bytes() for file in (record.file, copy)}
    async with reading(ferry) as pilot:
        await pilot.press("exclamation_mark", "c")
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        after = record.file.read_bytes()
        assert (copy.exists(), f"body: {kept}\n".encode() in after) == (False, True)
        await pilot.press("u")
        await settle(pilot)
        assert {file: file.read_bytes() for file in before} == before
        assert "delete a copy of a record" in " ".join(told(pilot))
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert not copy.exists()
        assert f"body: {kept}\n".encode() in record.file.read_bytes()


async def test_a_copy_that_changed_meanwhile_is_not_deleted(reading: Reading, ferry: Workspace) -> None:
    record = create(ferry, Annotation("ask", "note", article="north", body="first", annotator="Mira"))
    copy = record.file.with_name(f"Copy of {record.file.name}")
    copy.write_text(record.file.read_text("utf-8").replace("first", "second"), "utf-8")
    async with reading(ferry) as pilot:
        await pilot.press("exclamation_mark")
        await settle(pilot)
        copy.write_text(copy.read_text("utf-8").replace("second", "third"), "utf-8")
        await pilot.press("c", "enter")
        await settle(pilot)
        assert "third" in copy.read_text("utf-8")


async def test_c_does_nothing_without_a_copy(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("exclamation_mark", "c")
        await settle(pilot)
        assert "Nothing is wrong" in shown(pilot)
        assert "c compare" not in shown(pilot)


async def test_a_copy_is_not_deleted_for_a_record_that_was_deleted_meanwhile(
    reading: Reading, ferry: Workspace
) -> None:
    record = create(ferry, Annotation("ask", "note", article="north", body="first", annotator="Mira"))
    copy = record.file.with_name(f"{record.file.stem} (1).yaml")
    copy.write_text(record.file.read_text("utf-8").replace("first", "second"), "utf-8")
    async with reading(ferry) as pilot:
        await follow(pilot)
        await pilot.press("exclamation_mark", "c")
        await settle(pilot)
        record.file.unlink()
        await until(pilot, lambda: "second" in str(session(pilot).find(RecordRef("north", "ask"))))
        await pilot.press("enter")
        await settle(pilot)
        assert copy.exists()
        assert "no longer there" in " ".join(told(pilot))
