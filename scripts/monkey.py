"""Send random input to the real program, and print `N events, 0 ended`.

    python scripts/monkey.py                          a short run in each workspace
    python scripts/monkey.py --runs 100 --events 1500 --seed 7
    python scripts/monkey.py --only sample --seed 12 --runs 1 --events 300

A run with a failure is made as short as it gets, and printed as what was sent. Ends with 1 if anything failed.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / name) for name in ("support", "monkey", "hostile")] + [str(ROOT)]

from events import random_events  # noqa: E402 - its folder is known only now
from playgrounds import PLAYGROUNDS  # noqa: E402 - as above
from run import Outcome, play  # noqa: E402 - as above
from shrink import shrink  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from events import Event


def main(arguments: Sequence[str]) -> int:
    """Play the chosen runs, and return 1 if one failed."""
    options = _parser().parse_args(arguments)
    sent = failed = 0
    names = options.only or list(PLAYGROUNDS)
    runs = [(names[number % len(names)], options.seed + number) for number in range(options.runs)]
    with ProcessPoolExecutor(options.jobs) as pool:
        for outcome in pool.map(partial(_play, options.events), runs):
            sent += outcome.sent
            failed += bool(outcome.failure)
            undone = ", all undone" if outcome.undone else ""
            print(f"{outcome.playground} {outcome.seed}: {outcome.failure or 'fine' + undone}", flush=True)
            if outcome.failure and options.tries:
                for event in _shortest(outcome, options.events, options.tries):
                    print(f"    {event.size or event.sent!r}", flush=True)
    print(f"{sent} events, {failed} ended")
    return 1 if failed else 0


def _play(count: int, run: tuple[str, int]) -> Outcome:
    return play(*run, count)


def _shortest(outcome: Outcome, count: int, tries: int) -> Iterator[Event]:
    events = random_events(outcome.seed, count)[: outcome.sent]
    undo = outcome.failure.startswith("undo")

    def fails(shorter: Sequence[Event]) -> bool:
        failure = play(outcome.playground, outcome.seed, 0, shorter, undo=undo).failure
        return failure[:_SAME] == outcome.failure[:_SAME]

    yield from shrink(events, fails, tries)


_SAME = 25
"""Characters of a failure that have to be the same for it to be the same failure."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=len(PLAYGROUNDS), help="how many runs, in turn in each workspace")
    parser.add_argument("--events", type=int, default=300, help="events a run")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first run; the others follow")
    parser.add_argument("--only", action="append", choices=list(PLAYGROUNDS), help="only this workspace; repeatable")
    parser.add_argument("--jobs", type=int, default=2, help="runs at the same time")
    parser.add_argument("--tries", type=int, default=40, help="shorter sequences to try when one fails")
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
