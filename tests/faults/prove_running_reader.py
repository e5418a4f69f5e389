"""Prove that faults under the running reader lose nothing it acknowledged.

The reader runs in a pseudo-terminal. Chosen system calls fail while it saves, or it is killed at a system call or at a
random moment.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from itertools import count
from pathlib import Path

from failpoints import CALLS, CODES, KILL, Order
from faulty_reader import FORM, SHOWS, FaultyReader
from proof import Figure
from save_actions import memory

POINT = 1
KILLS, MANY_KILLS = 2, 100
"""At random moments."""
MAX_DELAY = 0.08
"""Seconds from the key that saves to the latest kill."""
DRAFT_WITHIN = 10.0
"""Seconds in which a draft must be saved again after a fault; it takes one on an idle machine."""
OFFERED = "Typed and not saved"
MAX_CALLS = 60
"""More calls than a save makes."""
SHORT_STEP = 6
"""The short form leaves out this many calls, less one, after each."""

Test = Callable[[FaultyReader, Order, str], list[str]]


def prove(long: bool) -> Iterable[Figure]:
    """Yield a figure for each kind of file that the reader writes."""
    with _reader() as reader:
        for name, test, within, calls in FAILING:
            yield _failing(reader, name, test, within, calls, long=long)
    yield _starting(long=long)
    with _reader() as reader:
        yield _killed_at_calls(reader, 1 if long else SHORT_STEP)
        yield _killed_at_random(reader, MANY_KILLS if long else KILLS)


def _orders(calls: Iterable[str], within: Path, *, long: bool) -> Iterator[Order]:
    """Yield orders for each call: with each error if `long`, else with one."""
    for number, call in enumerate(calls):
        for code in CODES if long else (CODES[number % len(CODES)],):
            if long or number % 2 == 0:
                yield Order((call,), code, within)
            if long or number % 2:
                yield Order((call,), code, within, always=True)
            if long:
                yield Order((call,), code, within, at=1)


def _failing(reader: FaultyReader, name: str, test: Test, within: str, calls: Iterable[str], *, long: bool) -> Figure:
    """Run a test in a reader with each order, and start it again."""
    broken: list[str] = []
    runs = missed = 0
    for order in _orders(calls, reader.roof / within, long=long):
        runs += 1
        faults = _guarded(reader, lambda order=order, runs=runs: test(reader, order, f"fog{name[-4:]}{runs}."))  # type: ignore[misc]
        missed += not reader.failpoints.failed()
        reader.failpoints.clear()
        broken += [f"{order}: {fault}" for fault in (*faults, *reader.faults(), *reader.temporary_files())[:1]]
    faults = _guarded(reader, lambda: _reopen(reader))
    broken += [f"at the next start: {fault}" for fault in faults]
    return Figure(f"{name} while calls fail", runs, len(broken), (*broken, *_missed(missed)))


def _missed(number: int) -> list[str]:
    return [f"{number} of the orders matched no call"] if number else []


@contextmanager
def _reader() -> Iterator[FaultyReader]:
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        reader = FaultyReader(Path(folder).resolve())
        reader.start()
        try:
            yield reader
        finally:
            reader.terminal.close()


def _guarded(reader: FaultyReader, act: Callable[[], list[str]]) -> list[str]:
    """Return an act's faults, and start the reader again if it ended."""
    try:
        return act()
    except (AssertionError, OSError) as error:
        reader.terminal.close()
        reader.failpoints.clear()
        _start_without_draft(reader)
        return [str(error).splitlines()[0]]


def _note(reader: FaultyReader, order: Order, words: str) -> list[str]:
    reader.type_note(words)
    reader.failpoints.set(order)
    return _saved_in_the_end(reader, words)


def _edit(reader: FaultyReader, order: Order, words: str) -> list[str]:
    reader.terminal.press("3", "e")  # the article with the list
    reader.terminal.wait_for(FORM)
    reader.terminal.press(*f" {words}")
    reader.terminal.wait_for(words)
    reader.failpoints.set(order)
    return _saved_in_the_end(reader, words)


def _saved_in_the_end(reader: FaultyReader, words: str) -> list[str]:
    """Save under a fault, and again without one if it is refused."""
    acknowledged = reader.save()
    refused = [] if acknowledged or words in reader.terminal.text else ["what was typed is not on the screen"]
    reader.failpoints.clear()
    if not acknowledged:
        reader.terminal.press("ctrl+s")
        reader.terminal.wait_gone(FORM)
    copies = reader.saved().count(words)
    return refused if copies == 1 else [f"acknowledged, but saved {copies} times"]


def _draft(reader: FaultyReader, order: Order, words: str) -> list[str]:
    reader.failpoints.set(order)
    reader.type_note(words)
    reader.terminal.wait_for(lambda _: bool(reader.failpoints.failed()) or words in reader.drafts())
    if not reader.failpoints.failed():  # the call that fails belongs to the next draft
        reader.terminal.press(" ")
        reader.terminal.wait_for(lambda _: bool(reader.failpoints.failed()))
    if order.always:
        reader.terminal.wait_for("No draft could be kept")
    reader.failpoints.clear()
    reader.terminal.wait_for(lambda _: words in reader.drafts(), DRAFT_WITHIN)
    return _saved_in_the_end(reader, words)


def _open(reader: FaultyReader, order: Order, words: str) -> list[str]:
    """Open an article once more, which saves the open set and the parse cache."""
    del words
    (reader.root / "annotations" / "one.yaml").write_text(f"article: one\n# {order}\n", encoding="utf-8")
    reader.failpoints.set(order)
    reader.terminal.press("o")
    reader.terminal.wait_for("Tab choose")
    reader.terminal.press("tab", "enter")
    reader.terminal.wait_gone("Tab choose")
    with suppress(AssertionError) if order.at else nullcontext():  # there need not be a second call
        reader.terminal.wait_for(lambda _: bool(reader.failpoints.failed()))
    reader.failpoints.clear()
    return []


def _reopen(reader: FaultyReader) -> list[str]:
    """Return faults of a start without faults in the system."""
    reader.quit()
    reader.start()
    reader.terminal.wait_for(lambda _: not reader.temporary_files())
    return reader.faults()


def _starting(*, long: bool) -> Figure:
    """Start the reader while one of the files it opens cannot be opened."""
    broken: list[str] = []
    runs = 0
    with _reader() as reader:
        for at in count(step=1 if long else SHORT_STEP):
            reader.quit()
            reader.failpoints.set(Order(("openat",), CODES[at % len(CODES)], reader.roof, at=at))
            faults = _guarded(reader, lambda: reader.start() or [])  # type: ignore[func-returns-value]
            reached = reader.failpoints.failed()
            reader.failpoints.clear()
            broken += [f"open {at} {reached}: {fault}" for fault in (*faults, *reader.faults())]
            runs += 1
            if not reached:
                break
    return Figure("the reader starts while a file cannot be opened", runs, len(broken), tuple(broken))


def _killed_at_calls(reader: FaultyReader, step: int) -> Figure:
    """Kill the reader at every `step`th system call of a save."""
    broken: list[str] = []
    runs = 0
    for at in range(1, MAX_CALLS, step):
        words = f"fog{at}."
        reader.type_note(words)
        reader.terminal.wait_for(lambda _, words=words: words in reader.drafts())  # type: ignore[misc]
        reader.failpoints.set(Order(CALLS, KILL, reader.root, at=at))
        reader.terminal.press("ctrl+s")
        acknowledged = _wait_for_end_or_save(reader)
        reader.failpoints.clear()
        runs += 1
        broken += [f"at call {at}: {fault}" for fault in _after_kill(reader, words, acknowledged=acknowledged)]
        if acknowledged:
            break
    return Figure("the reader is killed at each call of a save", runs, len(broken), tuple(broken))


def _wait_for_end_or_save(reader: FaultyReader) -> bool:
    """Return True if the save was acknowledged, False if the reader ended."""
    try:
        reader.terminal.wait_gone(FORM)
    except AssertionError:
        if reader.terminal.status is None:
            raise
        return False
    return True


def _after_kill(reader: FaultyReader, words: str, *, acknowledged: bool) -> list[str]:
    """Start again, and return lost words and orphaned files."""
    reader.terminal.close()
    faults = reader.faults()
    copies = reader.saved().count(words)
    if acknowledged and copies != 1:
        faults.append(f"acknowledged, but saved {copies} times")
    if not copies and words not in reader.drafts():
        faults.append("neither saved nor a draft")
    _start_without_draft(reader)
    reader.terminal.wait_for(lambda _: not reader.temporary_files())
    return faults + reader.faults()


def _start_without_draft(reader: FaultyReader) -> None:
    """Start the reader again, and drop the draft that it offers, if any."""
    offers = bool(reader.drafts())
    reader.start(OFFERED if offers else SHOWS)
    if offers:
        reader.terminal.press("down", "down", "enter")
        reader.terminal.wait_gone(OFFERED)


def _killed_at_random(reader: FaultyReader, kills: int) -> Figure:
    """Kill the reader at random moments after the key that saves."""
    dice = random.Random(20260104)
    broken: list[str] = []
    done = 0
    for number in range(kills):
        words = f"mist{number}."
        reader.type_note(words)
        reader.terminal.wait_for(lambda _, words=words: words in reader.drafts())  # type: ignore[misc]
        reader.terminal.press("ctrl+s")
        time.sleep(dice.uniform(0, MAX_DELAY))  # the random moment
        while reader.terminal.read(0):
            pass
        acknowledged = FORM not in reader.terminal.text
        done += acknowledged
        reader.terminal.kill()
        reader.terminal.wait_end()
        broken += [f"kill {number}: {fault}" for fault in _after_kill(reader, words, acknowledged=acknowledged)]
    return Figure("the reader is killed while it saves", kills, len(broken), (*broken, f"{done} were acknowledged"))


FAILING = (
    ("the reader saves a note", _note, "workspace", ("openat", "write", "fsync", "link")),
    ("the reader edits a list", _edit, "workspace", ("openat", "write", "fsync", "rename")),
    ("the reader saves a draft", _draft, "home/state", ("openat", "write", "fsync", "rename")),
    ("the reader opens an article", _open, "home", ("openat", "write", "fsync", "rename")),
)
"""Tests of one reader, with where calls fail while they run, and which."""
