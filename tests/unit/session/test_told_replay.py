"""What is told of a step that is undone or redone."""

from tui.model import Annotation, TextSelector, Workspace
from tui.session.session import Session
from tui.session.told_replay import told_replay
from tui.storage.workspace.plain_loader import plain_loader


def test_a_step_is_told_and_a_refused_one_with_the_key_that_skips_it(ferry: Workspace) -> None:
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north",))
    record = session.add(Annotation("", "note", "north", TextSelector("Nobody was hurt"), body="mine"))
    undone = told_replay(session, "Undone", session.undo, "U")
    assert undone.message == "Undone: note added."
    assert undone.step
    assert told_replay(session, "Redone", session.redo, "U").message == "Redone: note added."
    record.file.write_text("changed", encoding="utf-8")
    refused = told_replay(session, "Undone", session.undo, "U")
    assert refused.step is None
    assert refused.message.startswith("Not undone: ")
    assert refused.message.endswith(" U skips this step.")
    assert str(record.file.parent) not in refused.message
    session.skip()
    assert told_replay(session, "Undone", session.undo, "U") == ("There is nothing to undo.", None)
