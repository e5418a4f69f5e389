"""Test the promises of SECURITY.md, and print `N runs, 0 lost` for each.

    python scripts/prove.py                 all parts, some minutes
    python scripts/prove.py hostile kill    the parts with one of these words in their names
    python scripts/prove.py --long          more runs: a thousand kills instead of two hundred

A part is a module `tests/*/prove_*.py` with `POINT`, the number of its promise, and `prove(long)`, which yields its
figures. Exit with 1 if anything was lost.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from proof import Figure, Proof

ROOT = Path(__file__).resolve().parent.parent
NAME_WIDTH = 76
NOTES_SHOWN = 10


class Part(NamedTuple):
    """A module that tests a promise."""

    point: int
    name: str
    prove: Proof


def main(arguments: Sequence[str]) -> int:
    """Run the chosen parts, print their figures and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*", metavar="WORD", help="only the parts with this word in their names")
    parser.add_argument("--long", action="store_true", help="more runs of each")
    options = parser.parse_args(arguments)
    chosen = parts(options.words)
    if not chosen:
        parser.error(f"no part is called {' or '.join(options.words)}")
    lost = 0
    for part in chosen:
        started = time.monotonic()
        for figure in figures(part, long=options.long):
            lost += figure.lost
            print_figure(part, figure)
        print(f"   {part.name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    return 1 if lost else 0


def parts(words: Sequence[str]) -> list[Part]:
    """Return the parts with one of the words in their names, by point.

    Without words, return all of them.
    """
    files = sorted(ROOT.glob("tests/*/prove_*.py"))
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), *sorted({str(file.parent) for file in files})]
    chosen = [file for file in files if not words or any(word in file.stem for word in words)]
    modules = [importlib.import_module(file.stem) for file in chosen]
    return sorted(Part(module.POINT, module.__name__, module.prove) for module in modules)


def figures(part: Part, *, long: bool) -> Iterator[Figure]:
    """Yield a part's figures, and a lost run if the part crashes."""
    from proof import Figure

    try:
        yield from part.prove(long)
    except Exception:  # noqa: BLE001 — the other parts must still run
        yield Figure(f"{part.name} crashed", 1, 1, tuple(traceback.format_exc().splitlines()[-3:]))


def print_figure(part: Part, figure: Figure) -> None:
    """Print a figure, with its notes on the lines below."""
    name = f"{part.point}  {figure.name} "
    result = f"not run: {figure.skipped}" if figure.skipped else f"{figure.runs} runs, {figure.lost} lost"
    print(f"{name:.<{NAME_WIDTH}} {result}", flush=True)
    for note in figure.notes[:NOTES_SHOWN]:
        print(f"       {note}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
