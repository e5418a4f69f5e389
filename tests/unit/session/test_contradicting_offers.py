"""What a new proposition contradicts of what other accounts say."""

from dataclasses import replace

import pytest
from compared_drafts import compared_drafts

from tui.model import Workspace
from tui.session.suggestion_queue import SuggestionQueue

LEAK = "“The bakery and 30 shops are closed,” Rosa Lind said.\n"
FLOOD = "“In all of the street the bakery and 40 shops are closed since the flood,” Paul Beck said.\n"
CONTRADICTION = "Contradicts “The bakery and 30 shops are closed”: “40 shops” against “30 shops”."


@pytest.fixture
def queue(ferry: Workspace) -> SuggestionQueue:
    return compared_drafts(ferry, LEAK, FLOOD)


def contradictions(queue: SuggestionQueue) -> list[tuple[str, tuple[str, ...]]]:
    return [(proposition.text, proposition.contradicts) for proposition in queue.session.codebook.propositions.values()]


def test_a_new_one_contradicts_what_the_other_account_is_saved_with(queue: SuggestionQueue) -> None:
    first, second = queue.offered
    queue.choose(first)
    queue.accept()
    queue.update()
    queue.choose(second)
    (offer, _) = queue.offers()
    assert offer.reason == CONTRADICTION
    queue.accept()
    known, new = contradictions(queue)[-2:]
    assert (known[1], new[1]) == ((), ("bakery-30-shops-closed",))


def test_a_record_about_what_does_not_count_is_not_contradicted(queue: SuggestionQueue) -> None:
    first, second = queue.offered
    queue.choose(first)
    filled = queue.form()
    assert filled
    filled.edit.save(replace(filled.annotation, about="radar-failed"))
    queue.update()
    queue.choose(second)
    assert [offer.reason for offer in queue.offers() if offer.is_new] == [""]


def test_all_that_are_accepted_at_once_contradict_each_other(queue: SuggestionQueue) -> None:
    assert queue.accept_all(queue.complete(), with_propositions=True) == 2
    assert contradictions(queue)[-1][1] == ("bakery-30-shops-closed",)
