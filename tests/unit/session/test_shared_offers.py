"""The propositions of what other accounts say too."""

from collections.abc import Collection

import pytest
from compared_drafts import compared_drafts

from tui.model import Workspace
from tui.session import suggestion_queue
from tui.session.counterparts import Counterparts
from tui.session.slugs import new_slug
from tui.session.suggestion_queue import SuggestionQueue

LEAK = "The town and the water company have agreed on an independent inquiry, Ines Okafor said.\n"
FLOOD = "The company and the town agreed on an independent inquiry of the water, Paul Beck said.\n"
SHARED = ("town-water-company-have-agreed", False, "A says it too.")


@pytest.fixture
def queue(ferry: Workspace) -> SuggestionQueue:
    return compared_drafts(ferry, LEAK, FLOOD)


def offered(queue: SuggestionQueue) -> list[tuple[str, bool, str]]:
    return [(each.proposition.slug, each.is_new, each.reason) for each in queue.offers() if each.proposition]


def test_what_another_account_is_saved_with_comes_before_a_new_one(queue: SuggestionQueue) -> None:
    first, second = queue.offered
    queue.choose(first)
    queue.accept()
    queue.update()
    queue.choose(second)
    assert [each[1:] for each in offered(queue)][:2] == [(False, "A says it too."), (True, "")]
    queue.accept()
    assert [each.placed[0].annotation.about for each in queue.session.accounts] == [SHARED[0], SHARED[0]]


def test_all_that_are_accepted_at_once_share_what_they_say_alike(queue: SuggestionQueue) -> None:
    assert queue.offered_counts() == (1, 0)
    assert queue.accept_all(queue.complete(), with_propositions=True) == 2
    assert [each.placed[0].annotation.about for each in queue.session.accounts] == [SHARED[0], SHARED[0]]


def test_known_slugs_are_listed_once_for_all_drafts(queue: SuggestionQueue, monkeypatch: pytest.MonkeyPatch) -> None:
    lists: list[Collection[str]] = []

    def counted(sentence: str, taken: Collection[str]) -> str:
        lists.append(taken)
        return new_slug(sentence, taken)

    monkeypatch.setattr(suggestion_queue, "new_slug", counted)
    queue.set_counterparts(Counterparts())
    assert queue.offered_counts() == (2, 0)
    assert lists[0] is lists[1]
