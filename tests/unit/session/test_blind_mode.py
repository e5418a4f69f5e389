"""The session in blind mode."""

from dataclasses import replace
from pathlib import Path

import pytest
from planted_records import SECRET, plant_records

from tui.errors import UsageError
from tui.model import Annotation, Collation, Workspace
from tui.session.blind_mode import blind_refusal, change_blind_mode
from tui.session.conflicts import Resolution, open_record_copies
from tui.session.import_work import ImportRequest, prepare_import
from tui.session.pending_edit import PendingEdit
from tui.session.session import Session
from tui.storage.records.locate import RecordConflict
from tui.storage.workspace.catalogue import read_entry
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.reloader import reload

_EXPORT = """{"format": "diptych", "version": 1, "records": [
    {"id": "new", "kind": "note", "article": "north", %s"quote": "fog", "body": "b"}]}"""


def _ids(session: Session) -> set[str]:
    return {placed.annotation.id for account in session.accounts for placed in account.placed} | {
        note.annotation.id for note in session.collation.notes
    }


def _shown(collation: Collation) -> str:
    """Return all that is open, without the names of files with problems."""
    messages = [problem.message for account in collation.accounts for problem in account.problems]
    return str((messages, [account.placed for account in collation.accounts], collation.notes))


@pytest.fixture
def blind(ferry: Workspace) -> Session:
    plant_records(ferry)
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "south"))
    return session


def test_it_is_lifted_and_begun_by_steps_that_undo(blind: Session) -> None:
    codebook = blind.workspace.codebook
    before = codebook.read_bytes()
    assert blind_refusal(blind)
    change_blind_mode(blind, blind=False)
    assert _ids(blind) > {"own1", "zqx1", "zqx4", "zqx6", "hurt"}
    assert not blind_refusal(blind)
    blind.undo()
    assert (_ids(blind), codebook.read_bytes()) == ({"own1"}, before)
    blind.redo()
    change_blind_mode(blind, blind=True)
    assert (_ids(blind), codebook.read_bytes()) == ({"own1"}, before)


def test_what_is_undone_in_blind_mode_is_ones_own(blind: Session) -> None:
    change_blind_mode(blind, blind=False)
    theirs = blind.accounts[0].by_id["zqx1"].record
    own = blind.accounts[0].by_id["own1"].record
    blind.delete([theirs])
    blind.edit(own, replace(own.annotation, body="mine"))
    codebook = blind.workspace.codebook
    codebook.write_text(codebook.read_text("utf-8").replace("blind: false", "blind: true"), "utf-8")
    blind.adopt(reload(blind.workspace, blind.collation, [codebook], {}).collation)
    assert len(blind.history.done) == 2
    blind.undo()
    assert _ids(blind) == {"own1"}
    assert blind.accounts[0].by_id["own1"].annotation.body == "my own words"


def test_a_list_that_is_edited_keeps_the_records_of_others(blind: Session) -> None:
    shared = blind.workspace.list_file("south")
    before = shared.read_text("utf-8")
    item = "  - {id: own2, kind: note, annotator: Mira, quote: The radar, body: old}\n"
    shared.write_text(before + item, "utf-8")
    blind.open(("south",))
    assert _ids(blind) == {"own2"}
    record = blind.accounts[0].by_id["own2"].record
    blind.edit(record, replace(record.annotation, body="new"))
    assert before in shared.read_text("utf-8")
    assert "body: new" in shared.read_text("utf-8")
    blind.undo()
    assert shared.read_text("utf-8") == before + item


def test_a_change_of_others_is_not_shown_while_it_is_read_again(blind: Session) -> None:
    workspace, collation = blind.workspace, blind.collation
    theirs = workspace.annotations / "north" / "ben.zqx1.yaml"
    theirs.write_text(theirs.read_text("utf-8").replace("body zqx", "more zqx"), "utf-8")
    changed = [theirs, workspace.list_file("north"), workspace.codebook]
    assert SECRET not in _shown(reload(workspace, collation, changed, {}).collation)
    workspace.codebook.rename(workspace.codebook.with_suffix(".new"))
    missing = reload(workspace, collation, changed, {}).collation
    assert SECRET not in _shown(missing)
    assert missing.codebook.blind
    again = reload(workspace, missing, changed, {}).collation
    assert SECRET not in _shown(again)


def test_a_version_that_is_not_ones_own_any_more_is_not_shown(blind: Session) -> None:
    record = blind.accounts[0].by_id["own1"].record
    copy = record.file.with_name("mira.own1 (1).yaml")
    copy.write_text(record.file.read_text("utf-8").replace("Mira", "Ben zqx"), "utf-8")
    assert open_record_copies(blind) == ()
    copy.write_text(record.file.read_text("utf-8"), "utf-8")
    assert len(open_record_copies(blind)) == 1


def test_a_conflict_with_what_is_not_ones_own_any_more_shows_only_mine(blind: Session) -> None:
    placed = blind.accounts[0].by_id["own1"]
    file = placed.record.file
    file.write_text(file.read_text("utf-8").replace("Mira", "Ben zqx").replace("own words", "zqx"), "utf-8")
    theirs = file.read_bytes()
    pending, mine = PendingEdit(blind, placed), replace(placed.annotation, body="mine")
    with pytest.raises(RecordConflict) as raised:
        pending.save(mine)
    assert pending.their_version(raised.value) is None
    pending.resolve(Resolution.MINE, mine, raised.value)
    assert [each.annotation.body for each in blind.accounts[0].placed] == ["mine"]
    assert file.read_bytes() == theirs


def test_the_list_of_articles_counts_ones_own(blind: Session) -> None:
    entry = read_entry(blind.workspace, "north", blind=True)
    assert entry.about == {"nobody-hurt"}
    assert entry.records == 1
    assert entry.byline.outlet == "The North"


@pytest.mark.parametrize(
    ("annotator", "signed", "is_refused"),
    [
        ("Ben", "", True),
        ("", "Ben", True),
        ("Ben", "Mira", True),
        ("", "", True),
        ("mira", "", False),
        ("", "Mira", False),
    ],
)
def test_an_import_of_others_is_refused(
    annotator: str, signed: str, is_refused: bool, blind: Session, tmp_path: Path
) -> None:
    file = tmp_path / "records.json"
    named = f'"annotator": "{annotator}", ' if annotator else ""
    file.write_text(_EXPORT % named)
    request = ImportRequest((file,), signed or "Mira", sign_all=bool(signed), format_name="json")
    if is_refused:
        with pytest.raises(UsageError, match="blind: the file has what others marked"):
            prepare_import(blind.workspace, request, lambda _: None)
    else:
        assert prepare_import(blind.workspace, request, lambda _: None).changes.changes


def test_new_records_are_shown(blind: Session) -> None:
    added = blind.add(Annotation("", "note", "north", body="Hm."))
    assert _ids(blind) == {"own1", added.annotation.id}
