"""A short run of the monkey in each workspace, and a shrunk failure."""

import pytest
from events import Event, random_events
from playgrounds import PLAYGROUNDS
from run import play
from shrink import shrink

EVENTS = 120
SHORT_RUNS = {"coders": (*map(Event, (b"C", b"b", b"q", b"H", b"q")), *random_events(680, 8))}
"""The events of a run that first settles a disagreement and shows a log, which random keys come to late."""


@pytest.mark.timeout(300)  # the long workspace takes its time on a busy machine
@pytest.mark.parametrize("playground", PLAYGROUNDS)
def test_random_input_ends_nothing(playground: str) -> None:
    events = SHORT_RUNS.get(playground, random_events(1, EVENTS))
    outcome = play(playground, 1, len(events), events)
    assert not outcome.failure
    assert outcome.sent == len(events)


def test_a_seed_gives_the_same_events() -> None:
    assert random_events(3, 50) == random_events(3, 50)
    assert random_events(3, 50) != random_events(4, 50)


def test_a_failure_is_made_short() -> None:
    events = [Event(bytes([number])) for number in range(64)]
    wanted = {events[7], events[40]}
    assert shrink(events, lambda shorter: wanted <= set(shorter), tries=100) == [events[7], events[40]]
