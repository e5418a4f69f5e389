"""How records are listed."""

from collections import Counter
from collections.abc import Sequence

from textual.content import Content

from tui.analysis.filters import Filter
from tui.layout.glyphs import Glyphs
from tui.model import Annotation, Codebook
from tui.reader.content import (
    block_content,
    joined_speakers,
    kind_glyph,
    kind_label,
    line_content,
    signed_by,
    visible_line,
)
from tui.reader.widgets.list_view import Rows
from tui.session.record_list import RecordEntry, other_kinds

KIND_KEYS = {"claim": "c", "denial": "d", "agreement": "a", "note": "n"}
OTHER_KEY = "o"
"""The key for the kinds that the codebook declares."""


def record_totals(
    found: Sequence[RecordEntry], codebook: Codebook, chosen: Filter, *, glyphs: Glyphs, roomy: bool
) -> Content:
    """Return how many records there are of each kind, with the key that asks for them."""
    counts = Counter(entry.annotation.kind for entry in found)
    parts = [
        Content.styled(f"{len(found)} record{'' if len(found) == 1 else 's'}" if roomy else f"{len(found)}", "bold")
    ]
    for name, key in KIND_KEYS.items():
        kind = codebook.kind(name)
        parts.append(_asked(key, kind_glyph(kind, glyphs), counts[name], name, on=name in chosen.kinds))
    others = other_kinds(codebook)
    if others:
        number = sum(counts[name] for name in others)
        mark = Content("").join([kind_glyph(codebook.kind(name), glyphs) for name in others[:3]])
        parts.append(_asked(OTHER_KEY, mark, number, "other", on=set(others) <= set(chosen.kinds)))
    return Content("   " if roomy else "  ").join(parts)


def _asked(key: str, mark: Content, number: int, name: str, *, on: bool) -> Content:
    plural = "" if number == 1 or name == "other" else "s"
    style = "bold underline" if on else "" if number else "$quiet"
    return Content.assemble((key, "bold"), " ", mark, " ", (f"{number} {name}{plural}", style))


class RecordRows(Rows):
    """Records, a line each."""

    def __init__(self, entries: Sequence[RecordEntry], codebook: Codebook, glyphs: Glyphs, me: str = "") -> None:
        super().__init__(entries)
        self.entries = entries
        self.codebook = codebook
        self.glyphs = glyphs
        self.me = me

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        """Return the entry's line: reference, kind, who, and the words."""
        entry = self.entries[index]
        annotation = entry.annotation
        kind = self.codebook.kind(annotation.kind)
        named = kind_label(kind, self.glyphs) if width >= 90 else kind_glyph(kind, self.glyphs)
        cells = [
            (Content.styled(_indented(entry), "bold" if not annotation.on else "$quiet"), 8),
            (named, 14 if width >= 90 else 1),
            (line_content(_who(annotation, self.me), "bold"), 26 if width >= 90 else 20),
            (_words(annotation), 0),
        ]
        parts = [cell.truncate(room, ellipsis=True, pad=True) if room else cell for cell, room in cells]
        return [Content("  ").join(parts)]


def _indented(entry: RecordEntry) -> str:
    if not entry.reference:
        return "–"
    return f"  on {entry.reference}" if entry.annotation.on else entry.reference


def _who(annotation: Annotation, me: str) -> str:
    return joined_speakers(annotation) or ("you" if me and annotation.annotator == me else annotation.annotator)


def _words(annotation: Annotation) -> Content:
    if annotation.on or not annotation.quote:
        return line_content(annotation.body)
    quote = line_content(f"“{annotation.quote}”", "italic")
    return Content.assemble(quote, "  ", line_content(annotation.body, "$quiet")) if annotation.body else quote


def record_detail(entry: RecordEntry, codebook: Codebook, me: str) -> list[Content]:
    """Return what the entry's line has no room for: proposition, comment, tags, who made it, and its state."""
    annotation = entry.annotation
    lines = []
    if annotation.quote:
        lines.append(line_content(f"“{annotation.quote}”", "italic"))
    if annotation.about:
        lines.append(
            Content.assemble(
                Content.styled("on ", "$quiet"), line_content(codebook.proposition_text(annotation.about), "italic")
            )
        )
    if annotation.body:
        lines += list(block_content(annotation.body).split("\n"))[:2]
    small = [
        signed_by(annotation, me),
        f"cue: {annotation.cue}" if annotation.cue else "",
        " ".join(f"#{tag}" for tag in annotation.tags),
        entry.state if entry.state != "exact" else "",
    ]
    lines.append(Content.styled(visible_line(" · ".join(part for part in small if part)), "$quiet"))
    return lines
