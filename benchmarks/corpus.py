"""Generate the workspaces to measure, from the sample's news."""

import random
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEWS = ROOT / "seeds" / "002_b3c679df3c8f7e39.txt"
KINDS = ("claim", "claim", "claim", "denial", "agreement", "note")
PROPOSITIONS = 200
_QUOTE = 60
"""The length of a quote in code points."""


def news(words: int) -> str:
    """Return `words` words or a few more: numbered paragraphs of an article."""
    paragraphs = [line for line in NEWS.read_text(encoding="utf-8").split("\n") if line.strip()]
    parts: list[str] = []
    count = 0
    while count < words:
        numbered = f"Report {len(parts)}. {paragraphs[len(parts) % len(paragraphs)]}"
        parts.append(numbered)
        count += len(numbered.split())
    return "\n\n".join(parts) + "\n"


def workspace(folder: Path, words: int, annotations: int, articles: int = 2) -> Path:
    """Return a new workspace of articles with so many words and annotations."""
    (folder / "articles").mkdir(parents=True)
    (folder / "annotations").mkdir()
    text = news(words)
    for number in range(articles):
        name = f"account-{number:05}"
        (folder / "articles" / f"{name}.txt").write_text(f"Account {number}\n\n{text}", encoding="utf-8")
        listed = annotation_list(name, f"Account {number}\n\n{text}", annotations)
        (folder / "annotations" / f"{name}.yaml").write_text(listed, encoding="utf-8")
    (folder / "annotations" / "codebook.yaml").write_text(_codebook(), encoding="utf-8")
    return folder


def annotation_list(article: str, text: str, annotations: int) -> str:
    """Return the YAML of annotations with hints, spread evenly over the text."""
    return f"article: {article}\nannotations:\n" + "".join(_records(text, annotations))


def _records(text: str, annotations: int) -> Iterator[str]:
    chance = random.Random(6)  # noqa: S311 - not a secret
    for number in range(annotations):
        start = number * (len(text) - 2 * _QUOTE) // max(1, annotations)
        end = start + _QUOTE
        yield (
            f"  - id: r{number}\n"
            f"    kind: {chance.choice(KINDS)}\n"
            f"    speaker: [Speaker {chance.randrange(100)}]\n"
            f"    about: proposition-{chance.randrange(PROPOSITIONS)}\n"
            f"    cue: said\n"
            f"    quote: {quoted(text[start:end])}\n"
            f"    start: {start}\n"
            f"    end: {end}\n"
        )


def quoted(text: str) -> str:
    """Return a text as a YAML scalar in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _codebook() -> str:
    return "propositions:\n" + "".join(
        f"  proposition-{n}: What the accounts say about matter {n}\n" for n in range(PROPOSITIONS)
    )
