"""A hundred generated articles in six scripts, with what they say."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import yaml

from tui.model import AnchorState

ALPHABETS = (
    "abcdefghiklmnoprstuvyz",
    "абвгдежзиклмнопрстуфхця",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "अआइईउऊएऐकखगघचछजझटठडढतथदधनपफबभमयरलवसह",
    "一丁七万丈三上下不与丐丑专且世丘丙业丛东丝丞两严丧个中丰临丸",
)
KINDS = {"claim": "asserts", "denial": "rejects", "agreement": "shares", "silence": "neutral"}
PROPOSITIONS = {f"p{number:02}": f"Proposition {number:02}" for number in range(1, 13)}
CODEBOOK = {
    "propositions": PROPOSITIONS,
    "kinds": {"silence": {"label": "Silence", "glyph": "∅", "stance": "neutral"}},
}
PEOPLE = ("Ada", "Борис", "Γιώργος", "داود", "एकता", "方")
STATES = (AnchorState.EXACT,) * 5 + (AnchorState.ADJUSTED, AnchorState.ADJUSTED, AnchorState.REVIEW, AnchorState.ORPHAN)


@dataclass
class Figures:
    """What the articles say, by the plan that they were generated from."""

    counts: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By slug and article: statements by stance, with `adjusted` and `doubtful`."""
    speakers: dict[tuple[str, str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """By slug, article and stance."""
    people: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By person: statements by article."""
    states: dict[tuple[str, str], AnchorState] = field(default_factory=dict)
    """By article and record."""


def write_six_scripts(root: Path) -> Figures:
    """Write the workspace, and return what it says."""
    random, figures = Random(11), Figures()
    for folder in ("articles", "annotations"):
        (root / folder).mkdir(parents=True)
    _dump(root / "annotations" / "codebook.yaml", CODEBOOK)
    for number in range(100):
        _write_article(root, f"day{number}", ALPHABETS[number % len(ALPHABETS)], random, figures)
    return figures


def _write_article(root: Path, article: str, letters: str, random: Random, figures: Figures) -> None:
    sentences: list[str] = []
    records: list[dict[str, object]] = []
    for number in range(4):
        state, kind = random.choice(STATES), random.choice([*KINDS])
        about, speaker = random.choice([*PROPOSITIONS]), random.choice(PEOPLE)
        words = ["".join(random.choices(letters, k=7)) for _ in range(10)]
        sentences.append(_today(words, state))
        annotators = random.randint(1, 3)
        for annotator in range(annotators):
            record = {"id": f"r{number}-{annotator}", "kind": kind, "speaker": speaker, "about": about}
            records.append({**record, "annotator": f"Annotator {annotator}", "quote": " ".join(words)})
            figures.states[article, f"r{number}-{annotator}"] = state
        _count(figures, article, about, kind, speaker, state, annotators)
    (root / "articles" / f"{article}.txt").write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
    _dump(root / "annotations" / f"{article}.yaml", {"article": article, "annotations": records})


def _today(words: list[str], state: AnchorState) -> str:
    """Return what has become of a quote in today's text."""
    quote = " ".join(words)
    return {
        AnchorState.EXACT: f"{quote}.",
        AnchorState.ADJUSTED: f"{' '.join([*words[:5], words[0][::-1], *words[5:]])}.",
        AnchorState.REVIEW: f"{quote}. {quote}.",
        AnchorState.ORPHAN: "123.",
    }[state]


def _count(
    figures: Figures, article: str, about: str, kind: str, speaker: str, state: AnchorState, annotators: int
) -> None:
    counts = figures.counts[about, article]
    if state in (AnchorState.REVIEW, AnchorState.ORPHAN):
        counts["doubtful"] += annotators
        return
    counts[KINDS[kind]] += 1
    counts["adjusted"] += state is AnchorState.ADJUSTED
    figures.speakers[about, article, KINDS[kind]].add(speaker)
    figures.people[speaker][article] += 1


def _dump(file: Path, shape: object) -> None:
    file.write_text(yaml.safe_dump(shape, allow_unicode=True, sort_keys=False), encoding="utf-8")
