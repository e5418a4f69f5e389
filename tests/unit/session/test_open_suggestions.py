"""What is left open after decisions is what would be found anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.attribution.suggestion import draft_suggestions
from tui.model import Workspace
from tui.session.open_suggestions import Drafted, find_open
from tui.session.session import Session
from tui.session.suggestion_queue import SuggestionQueue
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.refused_suggestions import read_refused

if TYPE_CHECKING:
    from tui.session.open_suggestions import OpenSuggestions

TEXT = "\n\n".join(f"Ana Ruiz said that it was late. Ole Lind said that hall {number} was cold." for number in range(4))


@pytest.fixture
def queue(ferry: Workspace) -> SuggestionQueue:
    (ferry.articles / "flood.txt").write_text(TEXT)
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "flood"))
    queue = SuggestionQueue(session)
    for account in session.accounts:
        queue.keep_drafts(account.article.id, tuple(draft_suggestions(account.article.text)))
        queue.show_open(queue.find_open())
    return queue


def found(queue: SuggestionQueue, before: OpenSuggestions | None = None) -> OpenSuggestions | None:
    """Return what is open, found anew or without what was settled since."""
    drafted = [
        Drafted(position, account, tuple(draft_suggestions(account.article.text)))
        for position, account in enumerate(queue.session.accounts)
    ]
    refused = read_refused(queue.session.workspace)
    return before.without_settled(drafted, refused) if before else find_open(drafted, refused, by_score=False)


def test_decisions_take_away_what_they_settle_and_no_more(queue: SuggestionQueue) -> None:
    before = found(queue)
    assert before is not None
    for number, decide in ((3, queue.refuse), (3, queue.accept), (0, queue.accept), (2, queue.refuse)):
        queue.choose(queue.offered[number])
        decide()
        assert queue.update() == ()
        anew, left = found(queue), found(queue, before)
        assert anew is not None
        assert left is not None
        places = [(each.position, each.start) for each in anew.ordered]
        assert [(each.position, each.start) for each in left.ordered] == places
        assert [(each.position, each.start) for each in queue.offered] == places
        assert [len(own) for own in left.by_account.values()] == [len(own) for own in anew.by_account.values()]
        for position, start in places:
            queue.go_to(position, start)
            assert queue.current is not None
            assert (queue.current.start, queue.number) == (start, places.index((position, start)) + 1)


def test_what_may_have_come_back_is_found_anew(queue: SuggestionQueue) -> None:
    queue.choose(queue.offered[3])
    queue.refuse()
    queue.update()
    after = found(queue)
    queue.session.undo()
    assert found(queue, after) is None
    assert len(queue.update()) == 1


@pytest.mark.parametrize("decide", ["accept", "refuse"])
def test_undoing_the_last_decision_finds_nothing_anew(
    queue: SuggestionQueue, monkeypatch: pytest.MonkeyPatch, decide: str
) -> None:
    before = queue.offered
    monkeypatch.setattr("tui.session.suggestion_queue.find_open", None)
    queue.choose(before[3])
    getattr(queue, decide)()
    for _ in range(2):  # as often as the session says that it changed
        assert queue.update() == ()
    assert queue.offered == (*before[:3], *before[4:])
    queue.session.undo()
    assert (queue.update(), queue.offered) == ((before[3],), before)
    assert queue.update() == ()
    queue.session.redo()
    assert (queue.update(), len(queue.offered)) == ((), len(before) - 1)


def test_what_was_found_before_a_decision_is_not_shown_after_it(queue: SuggestionQueue) -> None:
    early = queue.find_open()
    queue.choose(queue.offered[0])
    queue.refuse()
    queue.update()
    left = queue.offered
    assert not queue.show_open(early)
    assert queue.offered == left
    assert queue.show_open(queue.find_open())
    assert len(queue.offered) == len(left)


def test_what_was_found_for_other_articles_is_not_shown(queue: SuggestionQueue) -> None:
    found = queue.find_open()
    queue.session.open(("flood",))
    assert not queue.show_open(found)
    assert queue.show_open(queue.find_open())
    assert {each.position for each in queue.offered} == {0}
