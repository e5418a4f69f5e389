"""Tests of `tui.session.disk_changes`."""

from dataclasses import replace

import pytest
from collations import Telling, annotate, collate

from tui.model import Annotation
from tui.session.disk_changes import DiskChanges, compare_disk, records_in_words

CLAIM = annotate("claim", "ran aground", id="claim", article="a")
DENIAL = annotate("denial", "failed", id="denial", article="b")
NOTE = annotate("note", about="p", id="note")
NORTH, SOUTH = Telling("a", "The ferry ran aground.", (CLAIM,)), Telling("b", "The radar failed.", (DENIAL,))
BEFORE = collate(NORTH, SOUTH, notes=[NOTE])


def north(*annotations: Annotation) -> Telling:
    return replace(NORTH, annotations=annotations)


def test_nothing_has_changed() -> None:
    changes = compare_disk(BEFORE, collate(NORTH, SOUTH, notes=[NOTE]))
    assert changes == DiskChanges()
    assert not changes


def test_new_changed_and_deleted_records_are_counted() -> None:
    second, third = replace(CLAIM, id="second"), replace(CLAIM, id="third")
    after = collate(north(replace(CLAIM, body="Hm."), second, third), replace(SOUTH, annotations=()), notes=[NOTE])
    changes = compare_disk(BEFORE, after)
    assert changes == DiskChanges(new=2, changed=1, gone=1)
    assert changes


def test_notes_on_propositions_count_too() -> None:
    assert compare_disk(BEFORE, collate(NORTH, SOUTH)) == DiskChanges(gone=1)
    assert compare_disk(collate(NORTH, SOUTH), BEFORE) == DiskChanges(new=1)


def test_the_same_id_in_another_article_is_another_record() -> None:
    before = collate(north(replace(CLAIM, id="x")), SOUTH)
    after = collate(north(), replace(SOUTH, annotations=(DENIAL, replace(DENIAL, id="x"))))
    assert compare_disk(before, after) == DiskChanges(new=1, gone=1)


def test_an_article_in_two_panes_counts_once() -> None:
    changed = replace(NORTH, text="The ferry Aurora ran aground.", annotations=(CLAIM, replace(CLAIM, id="second")))
    changes = compare_disk(collate(NORTH, SOUTH, NORTH), collate(changed, SOUTH, changed))
    assert [(account.siglum, account.article.text) for account in changes.articles] == [("A", changed.text)]
    assert changes.new == 1


@pytest.mark.parametrize(
    "changes",
    [DiskChanges(articles=BEFORE.accounts), DiskChanges(new=1), DiskChanges(changed=1), DiskChanges(gone=1)],
)
def test_each_kind_of_change_is_one(changes: DiskChanges) -> None:
    assert changes


@pytest.mark.parametrize(
    ("changes", "deleted", "words"),
    [
        (DiskChanges(), 0, ""),
        (DiskChanges(articles=BEFORE.accounts), 0, ""),
        (DiskChanges(new=2), 0, "Records on disk: 2 new."),
        (DiskChanges(new=1, changed=3, gone=2), 0, "Records on disk: 1 new, 3 changed, 2 gone."),
        (DiskChanges(gone=1), 1, "Records on disk: 1 gone; u brings it back."),
        (DiskChanges(gone=3), 2, "Records on disk: 3 gone; u brings them back."),
    ],
)
def test_the_records_are_counted_in_words(changes: DiskChanges, deleted: int, words: str) -> None:
    assert records_in_words(changes, deleted) == words
