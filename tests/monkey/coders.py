"""A workspace in git that three people marked, who differ in much."""

from __future__ import annotations

import random
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANNOTATORS = ("Mira", "Ada", "ben")
BLIND_SHARE = 3
"""One of so many seeds has a workspace in blind mode."""
_CODEBOOK = """annotators:
  Ben: [ben]
speakers:
  The coast guard: [Coast guard]
propositions:
  aground: The ferry ran aground
  radar: {text: The radar failed, contradicts: [sound]}
  sound: {text: The radar was sound}
"""
_SENTENCES = (
    "The ferry {n} ran aground on Monday, the coast guard said.",
    "“The radar had failed,” captain Ada Holm told reporters on day {n}.",
    "A spokesman of the yard denied that the radar {n} had failed.",
    "The minister said that repairs would take {n} weeks.",
)
_RECORD = """  - id: {id}
    kind: {kind}
    annotator: {annotator}
    speaker: [{speaker}]
    about: {about}
    quote: {quote}
"""
_PARAGRAPHS = 10


def build_coders(root: Path, seed: int) -> None:
    """Write the workspace: two commits, then an uncommitted change."""
    chance = random.Random(seed)
    for name in ("articles", "annotations"):
        (root / name).mkdir(parents=True)
    blind = "blind: true\n" if seed % BLIND_SHARE == 0 else ""
    (root / "annotations" / "codebook.yaml").write_text(blind + _CODEBOOK, encoding="utf-8")
    texts = {name: [_paragraph(number) for number in range(_PARAGRAPHS)] for name in ("north", "south")}
    for name, paragraphs in texts.items():
        (root / "articles" / f"{name}.txt").write_text("\n\n".join([name, *paragraphs]), encoding="utf-8")
    _git(root, "init", "--quiet")
    for share in (0.3, 0.6, 0.9):
        for name, paragraphs in texts.items():
            records = "".join(_records(chance, paragraphs, share))
            (root / "annotations" / f"{name}.yaml").write_text(
                f"article: {name}\nannotations:\n{records}", encoding="utf-8"
            )
        if share < 0.9:
            _git(root, "add", ".")
            _git(root, "commit", "--quiet", "--message", f"Mark {share}")


def _paragraph(number: int) -> str:
    return " ".join(sentence.format(n=number) for sentence in _SENTENCES)


def _records(chance: random.Random, paragraphs: list[str], share: float) -> Iterator[str]:
    """Yield what each of them marked in a share of the paragraphs."""
    for number, paragraph in enumerate(paragraphs[: int(len(paragraphs) * share)]):
        for annotator in ANNOTATORS:
            words = paragraph.split(". ")[0].split()
            start = chance.randrange(3)
            yield _RECORD.format(
                id=f"{annotator[0].lower()}{number}",
                kind=chance.choice(("claim", "claim", "denial", "agreement")),
                annotator=annotator,
                speaker=chance.choice(("The coast guard", "Coast guard", "Ada Holm")),
                about=chance.choice(("aground", "radar", "sound")),
                quote=" ".join(words[start : start + 4]),
            )


def _git(root: Path, *arguments: str) -> None:
    options = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *options, *arguments], check=True)
