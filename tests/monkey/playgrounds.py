"""The workspaces of the monkey: sample, three, hostile, long and coders."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from coders import build_coders
from hostile_workspace import build
from payloads import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
LONG_PARAGRAPHS = 4000
LONG_RECORDS = 5000
LONG_MATTERS = 100
_RECORD = """  - id: r{number}
    kind: {kind}
    speaker: [Speaker {speaker}]
    about: matter-{matter}
    quote: {quote}
"""


def _sample(root: Path, seed: int) -> None:
    del seed
    shutil.copytree(ROOT / "seeds", root / "seeds")
    shutil.copytree(ROOT / "annotations", root / "annotations")


def _three(root: Path, seed: int) -> None:
    _sample(root, seed)
    words = "A third account of the talks: Lavrov denied it, said Kerry. The cease-fire holds, for now.\n\n" * 40
    (root / "seeds" / "third.txt").write_text(f"A third account\n\n{words}", encoding="utf-8")


def _hostile(root: Path, seed: int) -> None:
    names = sorted(set(FAMILIES) - {"endless", "marks"})  # those two only make every run slow
    build(root, FAMILIES[names[seed % len(names)]])


def _long(root: Path, seed: int) -> None:
    chance = random.Random(seed)
    (root / "articles").mkdir(parents=True)
    (root / "annotations").mkdir()
    for name in ("long-one", "long-two"):
        sentences = [
            f"Sentence {number} of {name} says that the ferry ran aground." for number in range(LONG_PARAGRAPHS)
        ]
        (root / "articles" / f"{name}.txt").write_text("\n\n".join(sentences), encoding="utf-8")
        records = "".join(_records(chance, sentences))
        (root / "annotations" / f"{name}.yaml").write_text(
            f"article: {name}\nannotations:\n{records}", encoding="utf-8"
        )
    # Without them each record would be in error, and of so many only the first thousand are read.
    matters = "".join(f"  matter-{number}: The matter {number}\n" for number in range(LONG_MATTERS))
    (root / "annotations" / "codebook.yaml").write_text(f"propositions:\n{matters}", encoding="utf-8")


def _records(chance: random.Random, sentences: list[str]) -> Iterator[str]:
    for number in range(LONG_RECORDS):
        yield _RECORD.format(
            number=number,
            kind=chance.choice(("claim", "claim", "denial", "agreement", "note")),
            speaker=chance.randrange(50),
            matter=chance.randrange(LONG_MATTERS),
            quote=" ".join(chance.choice(sentences).split()[:5]),
        )


PLAYGROUNDS: dict[str, Callable[[Path, int], None]] = {
    "sample": _sample,
    "three": _three,
    "hostile": _hostile,
    "long": _long,
    "coders": build_coders,
}
"""By name: makes the workspace in a folder that does not exist yet, for a seed."""
