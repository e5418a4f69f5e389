"""The signs of the reading screen, explained: pure."""

from textual.content import Content

from tui.layout.glyphs import Glyphs
from tui.model import NOTE, Codebook, Stance
from tui.reader.content import kind_glyph, visible_line

_STANCES = {
    Stance.ASSERTS: "somebody asserts it",
    Stance.REJECTS: "somebody says that it is not so",
    Stance.SHARES: "several say it together",
    Stance.NEUTRAL: "somebody leaves it open",
}
_LABEL = 14
"""Cells of a label."""


def legend(codebook: Codebook, glyphs: Glyphs) -> Content:
    """Return a line for each kind, and for each other sign."""
    note = codebook.kind(NOTE.name)
    kinds = [kind for kind in codebook.kinds.values() if kind.name != NOTE.name]
    lines = [_line(kind_glyph(kind, glyphs), visible_line(kind.label), _STANCES[kind.stance]) for kind in kinds]
    lines.append(_line(kind_glyph(note, glyphs), "Note", "a note, or a note on the statement beside it"))
    number = Content.styled("5", "bold $primary")
    lines.append(_line(number, "Number", "what several accounts speak of; # goes there"))
    several = Content.assemble(glyphs.small_number(2), kind_glyph(codebook.kind("claim"), glyphs))
    lines.append(_line(several, "Several", "that many annotators marked it"))
    dim = Content.styled(glyphs.of(codebook.kind("claim")), "$quiet")
    lines.append(_line(dim, "Dim", "one account alone tells it; V shows all of it"))
    lines.append(_line(Content.styled(glyphs.bar, "$quiet"), "Bar", "the statement above goes on"))
    suggestion = Content.styled(glyphs.suggestion, "$accent")
    lines.append(_line(suggestion, "Suggested", "a draft that S shows; no annotation yet"))
    lines.append(_line(Content("+"), "More", "several statements begin in this line"))
    lines.append(_line(Content.styled("~", "$accent"), "Changed", "the words have changed since they were marked"))
    lines.append(_line(Content(glyphs.contrary), "Contrary", "somebody says what contradicts it"))
    lines.append(_line(Content.styled(glyphs.heavy_rule, "$primary"), "Heavy rule", "the account that has the cursor"))
    hidden = Content.styled(glyphs.own("‹C›"), "bold $warning")
    lines.append(_line(hidden, "Out of sight", "an open account that has no room; Tab goes there"))
    return Content("\n").join([Content.styled("Legend", "bold $primary"), *lines])


def _line(sign: Content, label: str, meaning: str) -> Content:
    """Return a line for a sign of at most three cells."""
    before, after = " " * (sign.cell_length < 3), " " * (sign.cell_length == 1)
    return Content.assemble(before, sign, after, " ", f"{label:<{_LABEL}}", (meaning, "$quiet"))
