"""Nothing is settled if its records have changed on disk meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from two_coders import two_coders

from tui.analysis.agreement.agreement import find_agreement
from tui.errors import ConflictError
from tui.session.adjudication import take_both, take_neither, take_side, third_draft
from tui.session.pending_edit import PendingEdit
from tui.session.session import Session
from tui.storage.records.locate import RecordConflict
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from tui.analysis.agreement.matching import Unit


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = Session(plain_loader(two_coders(tmp_path)), "Mira")
    session.open(("ferry",))
    return session


def hurt(session: Session) -> Unit:
    """Return the place where Ada has a claim, and Ben a denial."""
    units = find_agreement(session.collation).whole.units
    return next(unit for unit in units if unit.ids == ("ada2", "ben2"))


CHANGES = {
    "the record ada2 is no longer there": ("id: ada2", "id: other"),
    "the record ben2 was changed by somebody else": ("kind: denial", "kind: agreement"),
}


@pytest.mark.parametrize("message", CHANGES)
def test_what_changed_on_disk_is_not_settled(session: Session, message: str) -> None:
    unit, file = hurt(session), session.workspace.annotations / "ferry.yaml"
    edit = PendingEdit(session)
    draft = third_draft(session, unit, unit.codings[0])
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace(*CHANGES[message]), encoding="utf-8")
    ways = (
        lambda: take_side(session, unit, unit.codings[0]),
        lambda: take_both(session, unit),
        lambda: take_neither(session, unit),
        lambda: edit.save(draft),
    )
    for way in ways:
        with pytest.raises(ConflictError, match=message) as raised:
            way()
        assert not isinstance(raised.value, RecordConflict)
    assert sorted(path.name for path in session.workspace.annotations.rglob("*.yaml")) == [
        "codebook.yaml",
        "ferry.yaml",
    ]
    file.write_text(before, encoding="utf-8")
    take_side(session, unit, unit.codings[0])
    assert len(session.history.done) == 1


def test_what_is_gone_with_its_file_is_not_settled(session: Session) -> None:
    unit = hurt(session)
    (session.workspace.annotations / "ferry.yaml").unlink()
    with pytest.raises(ConflictError, match="the record ada2 is no longer there"):
        take_side(session, unit, unit.codings[0])
    assert session.history.done == []


def test_a_result_is_not_redone_if_a_record_has_changed_meanwhile(session: Session) -> None:
    unit, file = hurt(session), session.workspace.annotations / "ferry.yaml"
    take_side(session, unit, unit.codings[0])
    session.undo()
    file.write_text(file.read_text(encoding="utf-8").replace("kind: denial", "kind: agreement"), encoding="utf-8")
    with pytest.raises(ConflictError, match="the record ben2 was changed by somebody else"):
        session.redo()
    assert [path.name for path in session.workspace.annotations.rglob("ferry*")] == ["ferry.yaml"]
