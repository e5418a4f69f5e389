"""How annotations are put into words on the screen; outside text comes in as content, never as markup."""

from collections.abc import Sequence

from textual.content import Content

from tui.layout.glyphs import Glyphs
from tui.layout.visible import limit_combining, make_visible
from tui.model import Annotation, Codebook, Kind
from tui.reader.themes import color_variable

LONGEST_LINE = 10_000
"""The most code points that are shown of a text on one line: far more than a screen, and wrapped in milliseconds."""
LONGEST_BLOCK = 100_000
"""The same of a text with its line breaks, in a view that scrolls."""


def visible_line(line_content: str) -> str:
    """Return outside text on one line, with nothing in it that a terminal obeys."""
    return limit_combining(" ".join(make_visible(_start(line_content, LONGEST_LINE), keep_newlines=True).split()))


def line_content(words: str, style: str = "") -> Content:
    """Return outside text as content in one style."""
    return Content.styled(visible_line(words), style) if style else Content(visible_line(words))


def block_content(words: str, style: str = "") -> Content:
    """Return outside text with its line breaks as content in one style."""
    clean = limit_combining(make_visible(_start(words, LONGEST_BLOCK), keep_newlines=True))
    return Content.styled(clean, style) if style else Content(clean)


def _start(line_content: str, most: int) -> str:
    return (
        line_content
        if len(line_content) <= most
        else f"{line_content[:most]} … ({len(line_content) - most:,} characters more)"
    )


def kind_glyph(kind: Kind, glyphs: Glyphs) -> Content:
    """Return a kind's glyph in its colour."""
    return Content.styled(visible_line(glyphs.of(kind)), f"${color_variable(kind)} bold")


def kind_label(kind: Kind, glyphs: Glyphs) -> Content:
    """Return a kind's glyph and its label, in its colour."""
    return Content.assemble(
        kind_glyph(kind, glyphs), " ", Content.styled(visible_line(kind.label), f"${color_variable(kind)} bold")
    )


def joined_speakers(annotation: Annotation) -> str:
    """Return who speaks, or an empty string."""
    return " and ".join(annotation.speaker) if len(annotation.speaker) < 3 else ", ".join(annotation.speaker)


STANCE_WORDS = {"asserts": "asserts", "rejects": "denies", "shares": "agrees", "neutral": "leaves open"}


def stance_verb(kind: Kind) -> str:
    """Return what a statement of this kind does with its proposition."""
    return STANCE_WORDS[kind.stance.value]


def signed_by(annotation: Annotation, me: str = "") -> str:
    """Return who wrote a record and when: `you, 2026-11-23 14:02`."""
    who = "you" if me and annotation.annotator == me else annotation.annotator
    when = (annotation.modified or annotation.created)[:16].replace("T", " ")
    return ", ".join(part for part in (who, when) if part)


def annotation_line(annotation: Annotation, codebook: Codebook, *, glyphs: Glyphs) -> Content:
    """Return one line that tells an annotation: kind, speaker, and quote or body."""
    kind = codebook.kind(annotation.kind)
    parts: list[Content | str] = [kind_label(kind, glyphs)]
    if annotation.speaker:
        parts += ["  ", line_content(joined_speakers(annotation), "bold")]
    words = annotation.quote or annotation.body
    if words:
        parts += ["  ", line_content(words if len(words) < 200 else words[:199] + "…", "$quiet")]
    return Content.assemble(*parts)


def join_lines(lines: Sequence[Content]) -> Content:
    """Return lines of content as one."""
    return Content("\n").join(lines)
