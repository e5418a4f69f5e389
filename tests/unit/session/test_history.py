"""Tests of `tui.session.history`."""

from dataclasses import replace

import pytest
from collations import NO_COMMENT, annotate, codebook

from tui.model import RecordRef, Span
from tui.session.history import History, RecordChange, Refusal, Step, step_in_words

CLAIM = annotate("claim", "q", id="a", article="north")
EDITED = replace(CLAIM, body="Hm.")
ADDED = RecordChange(None, CLAIM)
DELETED = RecordChange(CLAIM, None)
REFUSED = Refusal(CLAIM, Span(2, 5))


@pytest.mark.parametrize(
    ("change", "verb"),
    [(ADDED, "added"), (DELETED, "deleted"), (RecordChange(CLAIM, EDITED), "edited"), (REFUSED, "refused there")],
)
def test_a_change_has_a_verb_and_the_inverse_of_its_inverse_is_itself(
    change: RecordChange | Refusal, verb: str
) -> None:
    assert change.verb == verb
    assert change.inverse != change
    assert change.inverse.inverse == change


def test_the_inverse_of_adding_is_deleting() -> None:
    assert ADDED.inverse == DELETED
    assert RecordChange(CLAIM, EDITED).inverse == RecordChange(EDITED, CLAIM)


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
