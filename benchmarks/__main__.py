"""Measure everything and print the table: `python -m benchmarks`."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.book import ANNOTATIONS, QUICK_ANNOTATIONS, book
from benchmarks.corpus import ROOT
from benchmarks.figures import Figure, table
from benchmarks.keys import keys
from benchmarks.opening import BIG, commands, opening
from benchmarks.size import ARTICLES, QUICK_ARTICLES, size
from benchmarks.soak import soak
from benchmarks.work import work

SECTIONS = ("opening", "commands", "keys", "work", "size", "book", "soak", "parts")
ROUNDS, QUICK_ROUNDS = 15, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the chosen sections, and return the number of missed targets."""
    options = _parsed(arguments)
    with tempfile.TemporaryDirectory(prefix="diptych-benchmarks-") as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")  # deleted with the folder
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        (folder / "state/diptych/reader").mkdir(parents=True)  # not the first start, which greets
        figures, notes = _measured(options, folder)
    if figures:
        print(table(figures), *(f"\nSkipped: {note}" for note in notes))
    if "parts" in options.only:
        _parts(quick=options.quick)
    return sum(figure.met is False for figure in figures)


def _measured(options: argparse.Namespace, folder: Path) -> tuple[list[Figure], list[str]]:
    """Return the figures of the chosen sections, and notes on skipped peers."""
    rounds = QUICK_ROUNDS if options.quick else ROUNDS
    figures: list[Figure] = []
    notes: list[str] = []
    if "opening" in options.only:
        figures, notes = opening(folder, rounds, BIG[:2] if options.quick else BIG)
    sections: dict[str, Callable[[], list[Figure]]] = {
        "commands": lambda: commands(folder, rounds),
        "keys": lambda: keys(folder, rounds),
        "work": lambda: work(folder, rounds, articles=1_000 if options.quick else 10_000),
        "size": lambda: size(folder, QUICK_ARTICLES if options.quick else ARTICLES),
        "book": lambda: book(folder, rounds, QUICK_ANNOTATIONS if options.quick else ANNOTATIONS),
        "soak": lambda: soak(folder, quick=options.quick),
    }
    for name, measure in sections.items():
        if name in options.only:
            figures += measure()
    return figures, notes


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROUNDS} rounds instead of {ROUNDS}")
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=SECTIONS, help="run only these sections")
    return parser.parse_args(arguments)


def _parts(*, quick: bool) -> None:
    options = ["-q", "--benchmark-columns=median,min,rounds", "--benchmark-sort=name"]
    if quick:
        options += ["--benchmark-max-time=0.2", "--benchmark-min-rounds=3"]
    command = [sys.executable, "-m", "pytest", "-o", "addopts=", *options, str(ROOT / "benchmarks" / "test_parts.py")]
    subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 - our own tests


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
