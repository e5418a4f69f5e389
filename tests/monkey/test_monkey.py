"""A short run of the monkey in each workspace, and a shrunk failure."""

import pytest
from events import Event, random_events
from playgrounds import PLAYGROUNDS
from run import play
from shrink import shrink

EVENTS = 120


@pytest.mark.timeout(300)  # the long workspace takes its time on a busy machine
@pytest.mark.parametrize("playground", PLAYGROUNDS)
def test_random_input_ends_nothing(playground: str) -> None:
    outcome = play(playground, 1, EVENTS)
    assert not outcome.failure
    assert outcome.sent == EVENTS


def test_a_seed_gives_the_same_events() -> None:
    assert random_events(3, 50) == random_events(3, 50)
    assert random_events(3, 50) != random_events(4, 50)


def test_a_failure_is_made_short() -> None:
    events = [Event(bytes([number])) for number in range(64)]
    wanted = {events[7], events[40]}
    assert shrink(events, lambda shorter: wanted <= set(shorter), tries=100) == [events[7], events[40]]
