"""Puts the promises of SECURITY.md to the test and prints how often each was kept: `N runs, 0 lost`.

    python scripts/prove.py                 all parts, some minutes
    python scripts/prove.py hostile kills   only the parts with these words in their names
    python scripts/prove.py --long          a thousand kills rather than two hundred, and so on

A part is a module `tests/*/prove_*.py` with `POINT`, the number of what is promised, and `prove(long)`, which gives
its figures. Ends with 1 where anything was lost.
"""

from __future__ import annotations

import importlib
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from proof import Figure, Proof

ROOT = Path(__file__).resolve().parent.parent
NAME_WIDTH = 76
NOTES_SHOWN = 10


class Part(NamedTuple):
    """A module that proves something."""

    point: int
    name: str
    prove: Proof


def main(arguments: Sequence[str]) -> int:
    """Run the parts asked for and print their figures; return 1 where something was lost."""
    wanted = [word for word in arguments if not word.startswith("-")]
    lost = 0
    for part in parts(wanted):
        begun = time.monotonic()
        for figure in figures(part, long="--long" in arguments):
            lost += figure.lost
            tell(part, figure)
        print(f"   {part.name}: {time.monotonic() - begun:.0f} s", file=sys.stderr)
    return 1 if lost else 0


def parts(wanted: Sequence[str]) -> list[Part]:
    """Return the parts with one of the wanted words in their names, all where none is wanted, by point."""
    files = sorted(ROOT.glob("tests/*/prove_*.py"))
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), *sorted({str(file.parent) for file in files})]
    chosen = [file for file in files if not wanted or any(word in file.stem for word in wanted)]
    modules = [importlib.import_module(file.stem) for file in chosen]
    return sorted(Part(module.POINT, module.__name__, module.prove) for module in modules)


def figures(part: Part, *, long: bool) -> Iterator[Figure]:
    """Yield a part's figures; one that breaks off counts as lost."""
    from proof import Figure

    try:
        yield from part.prove(long)
    except Exception:  # noqa: BLE001 — whatever went wrong, the other parts are still to be run
        yield Figure(f"{part.name} broke off", 1, 1, tuple(traceback.format_exc().splitlines()[-3:]))


def tell(part: Part, figure: Figure) -> None:
    """Print a figure, with what broke under it."""
    name = f"{part.point}  {figure.name} "
    result = f"not run: {figure.skipped}" if figure.skipped else f"{figure.runs} runs, {figure.lost} lost"
    print(f"{name:.<{NAME_WIDTH}} {result}", flush=True)
    for note in figure.notes[:NOTES_SHOWN]:
        print(f"       {note}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
