"""A workspace that Ada and Ben marked, and differ in at three places."""

from pathlib import Path

from tui.model import Workspace

TEXT = """Ferry runs aground in fog

The ferry Aurora ran aground on Monday, the coast guard said. "Nobody was hurt," captain Ada Holm told reporters.

The radar had failed, two crew members said. Repairs will take three weeks.
"""
CODEBOOK = """propositions:
  radar-failed: The radar of the Aurora failed
  nobody-hurt: Nobody was hurt
"""
_LINES = (
    ("ada1", "Ada", "claim", "[The coast guard]", "", "ran aground on Monday"),
    ("ben1", "Ben", "claim", "[The coast guard]", "", "ran aground on Monday"),
    ("ada2", "Ada", "claim", "[Ada Holm]", "nobody-hurt", "Nobody was hurt"),
    ("ben2", "Ben", "denial", "[Ada Holm]", "nobody-hurt", "Nobody was hurt"),
    ("ada3", "Ada", "claim", "[Two crew members]", "radar-failed", "The radar had failed"),
    ("ben3", "Ben", "claim", "[The crew]", "radar-failed", "radar had failed"),
    ("ben4", "Ben", "claim", "[The coast guard]", "", "Repairs will take three weeks"),
)


def two_coders(folder: Path) -> Workspace:
    """Write the workspace and return it."""
    for name in ("articles", "annotations"):
        (folder / name).mkdir()
    (folder / "articles" / "ferry.txt").write_text(TEXT, encoding="utf-8")
    (folder / "annotations" / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    items = [
        f"  - id: {name}\n    annotator: {annotator}\n    kind: {kind}\n    speaker: {speaker}\n"
        + (f"    about: {about}\n" if about else "")
        + f"    quote: {quote}\n"
        for name, annotator, kind, speaker, about, quote in _LINES
    ]
    text = "article: ferry\noutlet: The North\nannotations:\n" + "".join(items)
    (folder / "annotations" / "ferry.yaml").write_text(text, encoding="utf-8")
    return Workspace(folder, folder / "articles")
