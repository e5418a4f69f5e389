"""From the theme's variables to the Rich styles that a pane paints with.

Two panes with a component class for every ink would cost a tenth of a start: each is styled like a widget of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

from tui.model import Codebook
from tui.reader.themes import KIND_COLORS, color_variable

Filtered = Callable[[Style], Style]
"""What a style looks like when NO_COLOR has been at it."""
TINT = {"claim": 0.12, "denial": 0.14, "agreement": 0.13, "note": 0.09, "other": 0.13}
"""How much of its colour a kind lays under its words."""
CURRENT_TINT = {**dict.fromkeys(KIND_COLORS, 0.34), "note": 0.28}
"""The same, for the annotation under the cursor."""
TEXT_STYLES = {
    "claim": Style(underline=True),
    "denial": Style(bold=True),
    "agreement": Style(italic=True),
    "note": Style(underline=True, italic=True),
    "other": Style(bold=True, italic=True),
}
"""What tells the kinds apart where there are no colours."""


class TextState(NamedTuple):
    """What a run of text is part of; everything its ink depends on."""

    kinds: tuple[str, ...] = ()
    """The kinds of the annotations over it, outermost first."""
    current: bool = False
    """Whether the innermost annotation is the one under the cursor, or its partner."""
    dimmed: bool = False
    """Whether a filter dims it."""
    hit: bool = False
    """Whether a search found it."""
    selected: bool = False
    title: bool = False


@dataclass
class PaneStyles:
    """The styles of one pane under one theme; each combination is made once."""

    styles: Mapping[str, Style]
    """Rich styles by what they are for: `text`, `cursor`, `claim`, `claim-current` and so on."""
    codebook: Codebook
    made: dict[TextState, Style] = field(default_factory=dict)

    @classmethod
    def of_theme(cls, variables: Mapping[str, str], codebook: Codebook, filtered: Filtered) -> PaneStyles:
        """Return the inks for a theme's variables, past what takes colours away."""
        in_ansi = variables["background"].startswith("ansi")
        styles = _terminal_styles(variables) if in_ansi else _mixed_styles(variables)
        return cls({name: filtered(style) for name, style in styles.items()}, codebook)

    def __getitem__(self, name: str) -> Style:
        return self.styles[name]

    def color_variable(self, kind: str) -> str:
        """Return the theme variable that colours the kind."""
        return color_variable(self.codebook.kind(kind))

    def glyph(self, kind: str) -> Style:
        """Return the style of the gutter's mark for a kind: its colour on the page's background."""
        return Style(color=self[self.color_variable(kind)].color, bgcolor=self["text"].bgcolor, bold=True)

    def stretch(self, stretch: TextState) -> Style:
        """Return the style of a stretch of text."""
        ink = self.made.get(stretch)
        if ink is None:
            ink = self.made[stretch] = self._mix(stretch)
        return ink

    def _mix(self, stretch: TextState) -> Style:
        ink = self["title"] if stretch.title else self["text"]
        if stretch.dimmed:
            ink = self["quiet"]
        # The innermost colour wins; the text styles add up, so that an overlap shows both kinds.
        for position, kind in enumerate(stretch.kinds, 1):
            innermost = position == len(stretch.kinds)
            suffix = "-current" if innermost and stretch.current else ""
            ink += self[self.color_variable(kind) + suffix]
        if stretch.hit:
            ink += self["hit"]
        if stretch.selected:
            ink += self["selection"]
        return ink


def _mixed_styles(variables: Mapping[str, str]) -> dict[str, Style]:
    """Return the styles of a theme with colours of its own: tints are mixed with the page's background."""
    names = ("foreground", "background", "quiet", "selection", "hit", "line", *KIND_COLORS)
    colour = {name: Color.parse(variables[name]) for name in names}
    page = colour["background"]

    def style(ink: str, ground: Color = page) -> Style:
        return Style(color=(page + colour[ink]).rich_color, bgcolor=ground.rich_color)

    styles = {
        "text": style("foreground"),
        "title": style("foreground") + Style(bold=True),
        "quiet": style("quiet"),
        "cursor": Style(color=page.rich_color, bgcolor=colour["foreground"].rich_color),
        "selection": style("foreground", colour["selection"]),
        "hit": style("foreground", colour["hit"]),
        "thumb": style("line", colour["line"]),
        "track": style("line"),
    }
    for name in KIND_COLORS:
        styles[name] = style(name, page.blend(colour[name], TINT[name])) + TEXT_STYLES[name]
        styles[f"{name}-current"] = style(name, page.blend(colour[name], CURRENT_TINT[name])) + TEXT_STYLES[name]
    return styles


def _terminal_styles(variables: Mapping[str, str]) -> dict[str, Style]:
    """Return the styles of a theme in the terminal's own colours, which cannot be mixed: reverse stands for a tint."""
    text = Style(color="default", bgcolor="default")
    styles = {
        "text": text,
        "title": text + Style(bold=True),
        "quiet": text + Style(color=_terminal_colour(variables["quiet"])),
        "cursor": text + Style(reverse=True, bold=True),
        "selection": Style(color="bright_white", bgcolor=_terminal_colour(variables["selection"]), underline=True),
        "hit": Style(color="black", bgcolor=_terminal_colour(variables["hit"])),
        "thumb": text + Style(bgcolor=_terminal_colour(variables["line"])),
        "track": text + Style(color=_terminal_colour(variables["line"])),
    }
    for name in KIND_COLORS:
        ink = text + Style(color=_terminal_colour(variables[name]))
        styles[name] = ink + TEXT_STYLES[name]
        styles[f"{name}-current"] = ink + Style(reverse=True)
    return styles


def _terminal_colour(name: str) -> RichColor:
    return Color.parse(name).rich_color
