"""How annotations are put into words on the screen; outside text comes in as content, never as markup."""

from collections.abc import Sequence

from textual.content import Content

from tui.layout.visible import make_visible, unpiled
from tui.model import Annotation, Codebook, Kind
from tui.reader.themes import tone

LONGEST_LINE = 10_000
"""The most code points that are shown of a text on one line: far more than a screen, and wrapped in milliseconds."""
LONGEST_BLOCK = 100_000
"""The same of a text with its line breaks, in a view that scrolls."""


def shown(text: str) -> str:
    """Return outside text on one line, with nothing in it that a terminal obeys."""
    return unpiled(" ".join(make_visible(_start(text, LONGEST_LINE), keep_newlines=True).split()))


def text(words: str, style: str = "") -> Content:
    """Return outside text as content in one style."""
    return Content.styled(shown(words), style) if style else Content(shown(words))


def block(words: str, style: str = "") -> Content:
    """Return outside text with its line breaks as content in one style."""
    clean = unpiled(make_visible(_start(words, LONGEST_BLOCK), keep_newlines=True))
    return Content.styled(clean, style) if style else Content(clean)


def _start(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]} … ({len(text) - most:,} characters more)"


def glyph(kind: Kind, *, ascii_only: bool) -> Content:
    """Return a kind's glyph in its colour."""
    return Content.styled(shown(kind.ascii_glyph if ascii_only else kind.glyph), f"${tone(kind)} bold")


def kind_words(kind: Kind, *, ascii_only: bool) -> Content:
    """Return a kind's glyph and its label, in its colour."""
    return Content.assemble(
        glyph(kind, ascii_only=ascii_only), " ", Content.styled(shown(kind.label), f"${tone(kind)} bold")
    )


def speakers(annotation: Annotation) -> str:
    """Return who speaks, or an empty string."""
    return " and ".join(annotation.speaker) if len(annotation.speaker) < 3 else ", ".join(annotation.speaker)


STANCE_WORDS = {"asserts": "asserts", "rejects": "denies", "shares": "agrees", "neutral": "leaves open"}


def stance_words(kind: Kind) -> str:
    """Return what a statement of this kind does with its proposition."""
    return STANCE_WORDS[kind.stance.value]


def signed(annotation: Annotation, me: str = "") -> str:
    """Return who wrote a record and when: `you, 2026-11-23 14:02`."""
    who = "you" if me and annotation.annotator == me else annotation.annotator
    when = (annotation.modified or annotation.created)[:16].replace("T", " ")
    return ", ".join(part for part in (who, when) if part)


def headline(annotation: Annotation, codebook: Codebook, *, ascii_only: bool) -> Content:
    """Return one line that tells an annotation: kind, speaker, and quote or body."""
    kind = codebook.kind(annotation.kind)
    parts: list[Content | str] = [kind_words(kind, ascii_only=ascii_only)]
    if annotation.speaker:
        parts += ["  ", text(speakers(annotation), "bold")]
    words = annotation.quote or annotation.body
    if words:
        parts += ["  ", text(words if len(words) < 200 else words[:199] + "…", "$quiet")]
    return Content.assemble(*parts)


def joined(lines: Sequence[Content]) -> Content:
    """Return lines of content as one."""
    return Content("\n").join(lines)
