"""The suggestions for open accounts, settled one after the other."""

import pytest

from tui.attribution.suggestion import draft_suggestions
from tui.model import Workspace
from tui.session.history import step_in_words
from tui.session.proposition_offers import PropositionOffers
from tui.session.session import Session
from tui.session.suggestion_queue import SuggestionQueue
from tui.storage.workspace.plain_loader import plain_loader

TEXT = (
    "Mayor Ines Okafor met baker Rosa Lind.\n\n“The bakery is closed,” Lind said. Okafor said the bakery is closed.\n\n"
    "Okafor said that the bakery was closed.\n"
)


@pytest.fixture
def queue(ferry: Workspace) -> SuggestionQueue:
    (ferry.articles / "flood.txt").write_text(TEXT)
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "flood", "flood"))
    queue = SuggestionQueue(session)
    for account in session.accounts[:2]:
        drafts = draft_suggestions(account.article.text, codebook=session.codebook)
        queue.keep_drafts(account.article.id, tuple(drafts))
        queue.show_open(queue.find_open())
    queue.set_offers(PropositionOffers(session.collation))
    return queue


def test_an_article_that_is_open_twice_is_suggested_for_once(queue: SuggestionQueue) -> None:
    assert [len(queue.of_account(position)) for position in range(3)] == [2, 3, 0]


def test_the_threshold_stays_between_two_scores(queue: SuggestionQueue) -> None:
    moves = [queue.move_threshold(1) for _ in range(5)]
    assert (moves, queue.threshold) == ([True, True, True, True, False], 0.9)
    assert sum(queue.move_threshold(-1) for _ in range(9)) == 7


def test_the_chosen_proposition_turns_and_is_the_first_again_for_the_next(queue: SuggestionQueue) -> None:
    queue.choose(queue.offered[2])
    first, *others = queue.offers()
    queue.turn_offer()
    assert queue.offers() == (*others, first)
    queue.step(0, 0, 1)
    queue.step(0, 0, -1)
    assert queue.offers() == (first, *others)


def test_accepting_leaves_the_rest_and_tells_what_comes_back(queue: SuggestionQueue) -> None:
    chosen, following = queue.offered[2:4]
    queue.choose(chosen)
    assert queue.following == following
    queue.accept()
    assert queue.update() == ()
    assert (queue.current, len(queue.offered)) == (None, 4)
    queue.session.undo()
    assert queue.update() == (chosen,)


def test_only_what_was_shown_and_is_open_is_accepted(queue: SuggestionQueue) -> None:
    shown = queue.complete()[:2]
    queue.choose(shown[0])
    queue.refuse()
    queue.update()
    assert queue.accept_all(shown, with_propositions=True) == 1
    assert queue.accept_all(shown[:1], with_propositions=False) == 0
    (step,) = queue.session.history.done[1:]
    assert step_in_words(step, queue.session.codebook) == "accept 1 suggestion"


def test_what_is_drafted_anew_with_the_same_result_is_accepted(queue: SuggestionQueue) -> None:
    shown = tuple(each._replace(draft=each.draft._replace()) for each in queue.complete())
    assert queue.accept_all(shown, with_propositions=True) == 4


def test_the_same_sentence_is_one_new_proposition(queue: SuggestionQueue) -> None:
    assert [each.draft.speaker for each in queue.complete()[:3]] == [("Coast guard",), ("Rosa Lind",), ("Ines Okafor",)]
    assert queue.offered_counts() == (3, 0)
    assert queue.accept_all(queue.complete(), with_propositions=True) == 4
    accepted = [each.annotation for each in queue.session.accounts[1].placed]
    assert [(each.quote, each.about, each.suggested) for each in accepted] == [
        ("The bakery is closed", "bakery-closed", "quotation before"),
        ("the bakery is closed", "bakery-closed", "clause"),
        ("the bakery was closed", "bakery-closed-2", "that"),
    ]
