"""A workspace whose names are not ASCII, in any mixture of Unicode forms."""

from pathlib import Path
from unicodedata import normalize

from tui.model import Workspace

TEXT = "Die Behörde prüfte die größeren Häuser an der Küste.\n"
_CODEBOOK = """\
propositions: {große-häuser: Die Häuser sind groß}
kinds: {erwägung: {label: Erwägung, glyph: e, stance: neutral}}
speakers: {Behörde: [Die Küstenbehörde]}
"""
_LIST = """\
article: Küste
annotations:
  - id: häuser
    kind: erwägung
    about: große-häuser
    tags: [küste]
    speaker: die  KÜSTENBEHÖRDE
    quote: größeren Häuser
"""
_RECORD = "{id: zusätzlich, kind: note, article: Küste, on: häuser, annotator: Jörg, body: Ein Wort dazu}\n"


def coast_workspace(root: Path, article: str = "NFC", annotations: str = "NFC", values: str = "NFC") -> Workspace:
    """Return a workspace with an article, a record in a list and a note.

    The forms are those of the article's name and text, of the annotations' names, and of what is in them.
    """
    (root / "articles").mkdir(parents=True)
    workspace = Workspace(root, root / "articles")
    stem = _form(annotations, "Küste")
    (workspace.annotations / stem).mkdir(parents=True)
    (workspace.articles / _form(article, "Küste.txt")).write_text(_form(article, TEXT), "utf-8")
    workspace.codebook.write_text(_form(article, _CODEBOOK), "utf-8")
    (workspace.annotations / f"{stem}.yaml").write_text(_form(values, _LIST), "utf-8")
    (workspace.annotations / stem / "joerg.x.yaml").write_text(_form(values, _RECORD), "utf-8")
    return workspace


def _form(form: str, text: str) -> str:
    return normalize("NFD" if form == "NFD" else "NFC", text)
