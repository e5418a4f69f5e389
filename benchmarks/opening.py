"""Measure the time from exec to the first full paint, and the memory.

Diptych and its peers are started in turn.
"""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import NEWS, ROOT, workspace
from benchmarks.figures import Figure, Progress, compared
from benchmarks.peers import BARE, diptych, peers
from benchmarks.terminal import NeverSeenError, Program, Terminal, environment

SAMPLE_SHOWS = (
    "Turkey and Russia have been making efforts",  # the left text
    "Turkish Foreign Minister Mevlut Cavusoglu and his",  # the right text
    "2▸ ",  # the gutter
    "claims",  # the inspector
    "help",  # the key bar
)
SAMPLE_MARKS = ("making efforts with the", "have called for a cease-fire as a")
BIG_SHOWS = ("Report 0.", "Report 1.", "help")
BIG_MARKS = ("Account 0", "Account 1")
MIB = 1 << 20
SETTLED = 2.0
"""Seconds without a byte after which the whole text is wrapped, and the peak of memory reached."""


@dataclass(frozen=True, slots=True)
class Big:
    """A workspace of two long articles."""

    words: int
    annotations: int
    slower: float | None
    """The target: at most this many times the sample's first paint."""

    @property
    def name(self) -> str:
        return f"2 × {self.words:,} words, 2 × {self.annotations:,} annotations"


BIG = (Big(1_000_000, 100, 1.25), Big(1_000_000, 10_000, None), Big(10_000_000, 100, 2.0), Big(20_000, 10_000, 1.5))
LONG = 1_000_000
"""Words from which memory is limited by the length of the texts."""


def opening(
    folder: Path, rounds: int, sizes: Sequence[Big] = BIG, progress_name: str = "first paint"
) -> tuple[list[Figure], list[str]]:
    """Return the figures of opening, and why each missing peer is missing."""
    own = diptych("sample", ROOT, SAMPLE_SHOWS, SAMPLE_MARKS)
    bigs = {big: diptych(big.name, _workspace(folder, big), BIG_SHOWS, BIG_MARKS) for big in sizes}
    others, missing = peers([NEWS, NEWS], "Turkey and Russia have called for", folder)
    programs = [BARE, own, *bigs.values(), *others]
    times, lost = first_paints(programs, rounds, progress_name)
    figures = [
        compared("first paint of the sample", times["sample"], BARE.name, times[BARE.name], 1.35),
        *_peer_figures(times, others),
        *(
            compared(f"first paint: {big.name}", times[big.name], "sample", times["sample"], big.slower)
            for big in sizes
        ),
        *(_memory(big, program) for big, program in bigs.items() if big.words >= LONG),
    ]
    return figures, [*missing, *lost]


def _workspace(folder: Path, big: Big) -> Path:
    return workspace(folder / f"w{big.words}-{big.annotations}", big.words, big.annotations)


def first_paints(programs: Sequence[Program], rounds: int, what: str) -> tuple[Mapping[str, list[float]], list[str]]:
    """Return the seconds to each program's first full paint, in each round.

    A first round, which warms up, is left out. Also return why a program never painted.
    """
    times: dict[str, list[float]] = {program.name: [] for program in programs}
    lost: list[str] = []
    with Progress((rounds + 1) * len(programs)) as progress:
        for turn in range(rounds + 1):
            for program in programs:
                progress.step(f"{what}: {program.name}")
                if program.name not in times:
                    continue
                try:
                    with Terminal(program) as terminal:
                        painted = terminal.first_paint(20.0)
                except NeverSeenError as error:
                    lost.append(str(error))
                    del times[program.name]
                    continue
                if turn:
                    times[program.name].append(painted.at)
    return times, lost


def _peer_figures(times: Mapping[str, list[float]], others: Sequence[Program]) -> list[Figure]:
    targets = {"toolong": 0.5, "frogmouth": 0.4}
    names = [program.name for program in others if program.name in times]
    own = times["sample"]
    return [compared("first paint of the sample", own, name, times[name], targets.get(name)) for name in names]


def _memory(big: Big, program: Program) -> Figure:
    texts = sum(path.stat().st_size for path in Path(program.arguments[-1], "articles").iterdir())
    limit = 50 * MIB + 5 * texts
    with Terminal(program) as terminal:
        terminal.first_paint(60.0)
        terminal.settle(SETTLED)
        peak = terminal.memory()
    return Figure(
        f"peak memory: {big.name}",
        f"{peak / MIB:.0f} MiB",
        f"texts: {texts / MIB:.0f} MiB",
        "",
        f"≤ {limit / MIB:.0f} MiB",
        peak <= limit,
    )


def commands(folder: Path, rounds: int) -> list[Figure]:
    """Return the time from exec to exit of the commands without Textual."""
    arguments = {
        "--help": ["--help"],
        "check": ["check", str(ROOT)],
        "compare": ["compare", str(ROOT)],
        "export": ["export", str(ROOT), "-o", str(folder / "sample.md"), "--force"],
    }
    times: dict[str, list[float]] = {name: [] for name in arguments}
    bare: list[float] = []
    with Progress((rounds + 1) * (1 + len(arguments))) as progress:
        for turn in range(rounds + 1):
            progress.step("commands: bare Textual app")
            with Terminal(BARE) as terminal:
                painted = terminal.first_paint().at
            if turn:
                bare.append(painted)
            for name, words in arguments.items():
                progress.step(f"commands: {name}")
                seconds = _run(words)
                if turn:
                    times[name].append(seconds)
    return [compared(f"`diptych {name}`, exec → exit", own, BARE.name, bare, 0.8) for name, own in times.items()]


def _run(arguments: Sequence[str]) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-m", "tui", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment(), check=False, capture_output=True)  # noqa: S603
    return time.perf_counter() - started
