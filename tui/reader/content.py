"""Content for the screen.

Outside text becomes content, never markup.
"""

from collections.abc import Sequence

from textual.content import Content

from tui.formats.phrasing import speakers_or_own_voice
from tui.layout.glyphs import Glyphs
from tui.layout.graphemes import fit_marks
from tui.layout.visible import make_visible
from tui.model import Annotation, Codebook, Kind
from tui.reader.themes import color_variable

LONGEST_LINE = 10_000
"""Code points shown of a text on one line: more than a screen, and wrapped in milliseconds."""
LONGEST_BLOCK = 100_000
"""Code points shown of a text with line breaks, in a view that scrolls."""

LONGEST_MESSAGE = 1000
"""Code points shown of a message over the text: some lines, and not the whole screen."""
MESSAGE_END = 300
"""How many of them are its end, which says what to do."""


def visible_line(text: str) -> str:
    """Return outside text on one line, with control characters visible."""
    return fit_marks(" ".join(make_visible(_shorten(text, LONGEST_LINE), keep_newlines=True).split()))


def line_content(text: str, style: str = "") -> Content:
    """Return outside text on one line, in one style."""
    return Content.styled(visible_line(text), style) if style else Content(visible_line(text))


def block_content(text: str, style: str = "") -> Content:
    """Return outside text with its line breaks, in one style."""
    visible = fit_marks(make_visible(_shorten(text, LONGEST_BLOCK), keep_newlines=True))
    return Content.styled(visible, style) if style else Content(visible)


def _shorten(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[:limit]} … ({len(text) - limit:,} characters more)"


def shorten_message(text: str) -> str:
    """Return a message without the middle of what is too long."""
    if len(text) <= LONGEST_MESSAGE:
        return text
    return f"{text[: LONGEST_MESSAGE - MESSAGE_END]} … {text[-MESSAGE_END:]}"


def kind_glyph(kind: Kind, glyphs: Glyphs) -> Content:
    """Return a kind's glyph in its colour."""
    return Content.styled(visible_line(glyphs.of(kind)), f"${color_variable(kind)} bold")


def kind_label(kind: Kind, glyphs: Glyphs) -> Content:
    """Return a kind's glyph and its label, in its colour."""
    label = Content.styled(visible_line(kind.label), f"${color_variable(kind)} bold")
    return Content.assemble(kind_glyph(kind, glyphs), " ", label)


_SINGULAR_ENDS = ("ss", "us", "is", "news")
"""Ends of words that are no plurals, though they end in -s."""
_PREPOSITIONS = frozenset({"of", "in", "from", "at", "on", "with"})
"""Words after which the rest of a name only says which."""
_PLURALS = frozenset(
    {
        "people",
        "police",
        "residents",
        "officials",
        "witnesses",
        "experts",
        "researchers",
        "scientists",
        "authorities",
        "prosecutors",
        "lawyers",
        "critics",
        "activists",
        "others",
        "sources",
        "neighbours",
        "families",
        "parents",
        "students",
        "doctors",
    }
)
"""Words for people, which are plurals even with a capital."""
_STANCE_VERBS = {"asserts": ("asserts", "assert"), "rejects": ("denies", "deny"), "shares": ("agrees", "agree")}


def stance_verb(kind: Kind, *, several: bool = False) -> str:
    """Return what one or several do in a statement: `denies`, `(no comment)`."""
    verbs = _STANCE_VERBS.get(kind.stance.value)
    return verbs[several] if verbs else f"({visible_line(kind.label).lower()})"


def are_several(speakers: Sequence[str]) -> bool:
    """Return whether the verb of speakers is in the plural.

    It is of two names, and of one that is an English plural: `Two crew members deny`, `Residents of Leeds claim`.
    """
    return len(speakers) > 1 or any(map(_is_plural, speakers))


def _is_plural(name: str) -> bool:
    words = name.split()
    end = next((number for number, word in enumerate(words) if number and word in _PREPOSITIONS), len(words))
    word = words[end - 1] if words else ""
    if word.lower() in _PLURALS:
        return True
    return word.islower() and word.endswith("s") and not word.endswith(_SINGULAR_ENDS)


def recorded_by(annotation: Annotation, codebook: Codebook, me: str = "") -> str:
    """Return who made a record, as in `Ada` or `you`, or "" for nobody named."""
    return annotator_on_screen(annotation.annotator, codebook, me) if annotation.annotator else ""


def annotator_on_screen(name: str, codebook: Codebook, me: str = "") -> str:
    """Return an annotator's main name, `you`, or `somebody unnamed`."""
    is_me = bool(me and name) and codebook.is_same_annotator(name, me)
    return "you" if is_me else codebook.annotator_name(name) or "somebody unnamed"


def signed_by(annotation: Annotation, codebook: Codebook, me: str = "") -> str:
    """Return who wrote a record and when: `you, 2026-11-23 14:02`."""
    who = recorded_by(annotation, codebook, me)
    when = (annotation.modified or annotation.created)[:16].replace("T", " ")
    return ", ".join(part for part in (who, when) if part)


def annotation_line(annotation: Annotation, codebook: Codebook, *, glyphs: Glyphs) -> Content:
    """Return an annotation on one line: kind, speaker, and quote or body."""
    kind = codebook.kind(annotation.kind)
    parts: list[Content | str] = [kind_label(kind, glyphs)]
    if speakers := speakers_or_own_voice(annotation):
        parts += ["  ", line_content(speakers, "bold")]
    text = annotation.quote or annotation.body
    if text:
        parts += ["  ", line_content(text if len(text) < 200 else text[:199] + "…", "$quiet")]
    return Content.assemble(*parts)


def cut_start(text: str, length: int) -> str:
    """Return the last characters of a text, the first one `…` if some are cut.

    >>> cut_start("called for a cease-fire", 12)
    '… cease-fire'
    """
    return text if len(text) <= length else f"…{text[len(text) - length + 1 :]}"
