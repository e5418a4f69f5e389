"""From the theme's variables to the Rich styles that a pane paints with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rich.style import Style

from tui.model import Codebook
from tui.reader.themes import TONES, tone

COMPONENTS = (
    "pane--text",
    "pane--title",
    "pane--quiet",
    "pane--cursor",
    "pane--selection",
    "pane--hit",
    "pane--thumb",
    "pane--track",
    *(f"pane--{name}" for name in TONES),
    *(f"pane--{name}-current" for name in TONES),
)
"""The component classes of a pane, styled in `app.tcss`."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a run of text is part of; everything its ink depends on."""

    kinds: tuple[str, ...] = ()
    """The kinds of the annotations over it, outermost first."""
    current: bool = False
    """Whether the innermost annotation is the one under the cursor, or its partner."""
    faded: bool = False
    """Whether a filter dims it."""
    hit: bool = False
    """Whether a search found it."""
    selected: bool = False
    title: bool = False


@dataclass
class Inks:
    """The styles of one pane under one theme; each combination is made once."""

    styles: Mapping[str, Style]
    """Rich styles by component name."""
    codebook: Codebook
    made: dict[Stretch, Style] = field(default_factory=dict)

    @classmethod
    def mixed(cls, style_of: Callable[[str], Style], codebook: Codebook) -> "Inks":
        """Return the inks for the theme that `style_of` looks component classes up in."""
        return cls({name: style_of(name) for name in COMPONENTS}, codebook)

    def __getitem__(self, name: str) -> Style:
        return self.styles[f"pane--{name}"]

    def tone(self, kind: str) -> str:
        """Return the theme variable that colours the kind."""
        return tone(self.codebook.kind(kind))

    def glyph(self, kind: str) -> Style:
        """Return the style of the gutter's mark for a kind: its colour on the page's background."""
        return Style(color=self[self.tone(kind)].color, bgcolor=self["text"].bgcolor, bold=True)

    def stretch(self, stretch: Stretch) -> Style:
        """Return the style of a stretch of text."""
        ink = self.made.get(stretch)
        if ink is None:
            ink = self.made[stretch] = self._mix(stretch)
        return ink

    def _mix(self, stretch: Stretch) -> Style:
        ink = self["title"] if stretch.title else self["text"]
        if stretch.faded:
            ink = self["quiet"]
        # The innermost colour wins; the text styles add up, so that an overlap shows both kinds.
        for position, kind in enumerate(stretch.kinds, 1):
            innermost = position == len(stretch.kinds)
            suffix = "-current" if innermost and stretch.current else ""
            ink += self[self.tone(kind) + suffix]
        if stretch.hit:
            ink += self["hit"]
        if stretch.selected:
            ink += self["selection"]
        return ink
