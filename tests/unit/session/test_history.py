"""Tests of `tui.session.history`."""

from dataclasses import replace
from pathlib import Path

import pytest
from collations import NO_COMMENT, annotate, codebook

from tui.errors import UsageError
from tui.model import Proposition, RecordRef, Span
from tui.session.history import (
    Change,
    Direction,
    FilesChange,
    History,
    PropositionChange,
    RecordChange,
    Refusal,
    RefusedStep,
    Step,
    refusal_in_words,
    step_in_words,
)
from tui.storage.files.file_changes import FileChange
from tui.storage.records.proposition_edits import AddedProposition
from tui.storage.records.text_change import TextChange

CLAIM = annotate("claim", "q", id="a", article="north")
EDITED = replace(CLAIM, body="Hm.")
ADDED = RecordChange(None, CLAIM)
DELETED = RecordChange(CLAIM, None)
REFUSED = Refusal(CLAIM, Span(2, 5))
TEXT = TextChange(3, "a", "b")
FOG = Proposition("fog", "There was fog")
NEW = PropositionChange(FOG, AddedProposition(FOG, TEXT, "", is_first=True))


@pytest.mark.parametrize(
    ("change", "verb"),
    [
        (ADDED, "added"),
        (DELETED, "deleted"),
        (RecordChange(CLAIM, EDITED), "edited"),
        (REFUSED, "refused there"),
        (NEW, "added"),
        (NEW.inverse, "removed"),
    ],
)
def test_a_change_has_a_verb_and_the_inverse_of_its_inverse_is_itself(change: Change, verb: str) -> None:
    assert change.verb == verb
    assert change.inverse != change
    assert change.inverse.inverse == change


def test_the_inverse_of_adding_is_deleting() -> None:
    assert ADDED.inverse == DELETED
    assert RecordChange(CLAIM, EDITED).inverse == RecordChange(EDITED, CLAIM)
    assert RecordChange(CLAIM, EDITED, text=TEXT).inverse.text == TextChange(3, "b", "a")


def test_a_change_is_about_the_last_version_of_its_annotation() -> None:
    assert RecordChange(CLAIM, EDITED).annotation is EDITED
    assert DELETED.annotation is CLAIM
    with pytest.raises(ValueError, match="a change"):
        _ = RecordChange(None, None).annotation


def test_a_deletion_is_forgotten_when_its_record_is_there_again() -> None:
    other = RecordChange(replace(CLAIM, id="b"), None)
    same_id = RecordChange(replace(CLAIM, article="south"), None)
    history = History(done=[(ADDED,), (REFUSED,), (DELETED,), (DELETED, other), (same_id,)])
    history.add_from_disk((), {RecordRef("north", "a")})
    assert history.done == [(ADDED,), (REFUSED,), (other,), (same_id,)]


def test_a_deletion_by_others_is_the_newest_step() -> None:
    undone: list[Step] = [(ADDED,)]
    history = History([(ADDED,)], undone)
    history.add_from_disk((DELETED,), ())
    assert history.done == [(ADDED,), (DELETED,)]
    assert history.undone == [(ADDED,)]


def test_a_new_step_clears_what_was_undone() -> None:
    history = History([(ADDED,)], [(DELETED,)])
    history.add((REFUSED,))
    assert history.done == [(ADDED,), (REFUSED,)]
    assert history.undone == []


def test_a_step_is_described_by_its_last_record() -> None:
    silence = RecordChange(None, annotate(NO_COMMENT.name))
    assert step_in_words((DELETED,), codebook()) == "claim deleted"
    assert step_in_words((DELETED, silence), codebook()) == "no comment added"
    assert step_in_words((REFUSED,), codebook()) == "claim refused there"
    assert step_in_words((NEW,), codebook()) == "proposition added"


@pytest.mark.parametrize(
    ("count", "done", "undone"),
    [(0, [(ADDED, REFUSED)], []), (1, [(ADDED,)], [(REFUSED,)]), (2, [], [(ADDED, REFUSED)])],
)
def test_the_part_that_was_undone_moves_and_the_rest_stays(count: int, done: list[Step], undone: list[Step]) -> None:
    step = (ADDED, REFUSED)
    history = History([step])
    history.move(Direction.UNDO, [change.inverse for change in reversed(step)][:count])
    assert (history.done, history.undone) == (done, undone)
    moved = undone[0] if undone else ()
    assert history.refused == (RefusedStep(Direction.UNDO, done[0], count == 1, moved) if done else None)


def test_a_step_undone_in_parts_is_redone_as_one() -> None:
    history = History([(ADDED, REFUSED, NEW)])
    history.move(Direction.UNDO, [NEW.inverse])
    history.move(Direction.UNDO, [])
    history.move(Direction.UNDO, [REFUSED.inverse])
    assert history.refused
    assert history.refused.is_rest
    history.move(Direction.UNDO, [ADDED.inverse])
    assert (history.done, history.undone) == ([], [(ADDED, REFUSED, NEW)])
    history.move(Direction.REDO, [ADDED])
    history.move(Direction.REDO, [REFUSED, NEW])
    assert (history.done, history.undone) == ([(ADDED, REFUSED, NEW)], [])


def test_parts_between_which_others_changed_something_are_two_steps() -> None:
    history = History([], [(ADDED, REFUSED)])
    history.move(Direction.REDO, [ADDED])
    history.add_from_disk((DELETED,), ())
    history.move(Direction.REDO, [REFUSED])
    assert history.done == [(ADDED,), (DELETED,), (REFUSED,)]


def test_the_part_that_was_redone_moves_and_the_rest_stays() -> None:
    history = History([], [(ADDED, REFUSED)])
    history.move(Direction.REDO, [ADDED])
    assert (history.done, history.undone) == ([(ADDED,)], [(REFUSED,)])
    assert history.skip() == (REFUSED,)
    assert (history.done, history.undone) == ([(ADDED,)], [])


def test_what_need_not_be_made_again_is_on_no_stack() -> None:
    history = History([(NEW,), (NEW, ADDED)])
    history.move(Direction.UNDO, [ADDED.inverse, None])
    assert (history.done, history.undone) == ([(NEW,)], [(ADDED,)])
    history.move(Direction.UNDO, [None])
    assert (history.done, history.undone) == ([], [(ADDED,)])


def test_a_step_is_not_skipped_once_another_one_is_next() -> None:
    history = History([(ADDED,)])
    history.move(Direction.UNDO, [])
    history.add_from_disk((DELETED,), ())
    with pytest.raises(UsageError, match="no step to skip"):
        history.skip()
    assert history.done == [(ADDED,), (DELETED,)]


def test_a_refusal_names_the_key_that_skips() -> None:
    refused = RefusedStep(Direction.UNDO, (ADDED,), is_rest=False)
    assert refusal_in_words(refused, "it is closed.", "U") == "Not undone: it is closed. U skips this step."
    rest = RefusedStep(Direction.REDO, (ADDED,), is_rest=True)
    assert refusal_in_words(rest, "it is closed", "U") == "The rest is not redone: it is closed. U skips it."


def test_files_are_changed_back_in_the_other_order() -> None:
    first, second = FileChange(Path("a"), b"1", b"2"), FileChange(Path("b"), None, b"3", Path("c"))
    change = FilesChange("merge a into b", (first, second))
    assert change.inverse.files == (second.inverse, first.inverse)
    assert change.inverse.inverse == change
    assert step_in_words((change,), codebook()) == "merge a into b"


def test_two_steps_become_one() -> None:
    history = History()
    history.join_last()
    history.add((ADDED,))
    history.add((NEW,))
    history.join_last()
    assert history.done == [(ADDED, NEW)]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((), False),
        (((ADDED,),), True),
        (((NEW,), (REFUSED,)), False),
        (((DELETED,),), False),
        (((ADDED,), (DELETED,)), False),
        (((RecordChange(CLAIM, EDITED),),), True),
    ],
)
def test_what_was_deleted_again_was_not_annotated(steps: tuple[Step, ...], *, expected: bool) -> None:
    history = History()
    for step in steps:
        history.add(step)
    assert history.has_annotated is expected


def test_what_was_undone_was_not_annotated() -> None:
    history = History()
    history.add((ADDED,))
    history.move(Direction.UNDO, (ADDED,))
    assert not history.has_annotated


def test_an_import_annotates_until_it_is_undone_but_a_rename_does_not() -> None:
    history, imported = History(), FilesChange("import 2 annotations", ())
    found = []
    for change in (FilesChange('rename the tag "a" to "b"', ()), imported):
        history.add((change,))
        found.append(history.has_annotated)
    history.move(Direction.UNDO, (imported.inverse,))
    assert [*found, history.has_annotated] == [False, True, False]


def test_the_files_of_the_next_step_are_counted() -> None:
    history = History()
    assert history.files_in_next(Direction.UNDO) == 0
    history.add((ADDED, FilesChange("import", (FileChange(Path("a"), None, b""), FileChange(Path("b"), None, b"")))))
    assert (history.files_in_next(Direction.UNDO), history.files_in_next(Direction.REDO)) == (2, 0)
