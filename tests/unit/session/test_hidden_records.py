"""Records that a mistake hides are still known by their names."""

import json

from command_line import append, run

from tui.formats.jsonld.vocabulary import annotation_uri
from tui.model import Workspace
from tui.session.hidden_records import hidden_sources
from tui.storage.workspace.plain_loader import read_collation


def test_a_broken_record_is_not_imported_again(ferry: Workspace) -> None:
    shape = {"id": "x", "uri": "http://y.example", "target": [], "text": "Hm"}
    file = ferry.root / "h.json"
    file.write_text(json.dumps([shape, {**shape, "id": "y"}]))
    command = ("import", str(file), "-w", str(ferry.root), "--article", "north")
    assert run(*command).stdout.startswith("2 new, 0 known")
    record = next(path for path in ferry.records("north").iterdir() if "/a/x" in path.read_text())
    assert not hidden_sources(ferry, read_collation(ferry))
    append(record, "kind: note\n")  # twice
    assert hidden_sources(ferry, read_collation(ferry)) == {
        "https://hypothes.is/a/x",
        annotation_uri("north", record.name.split(".")[-2]),
    }
    assert run(*command).stdout.startswith("0 new, 2 known")
