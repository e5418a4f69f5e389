"""The Rich styles of a pane, made from the theme's variables.

They are no component classes: with one for every style, opening two panes would take a tenth longer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.model import Codebook
from tui.reader.themes import KIND_COLORS, color_variable

TINT = {"claim": 0.16, "denial": 0.2, "agreement": 0.15, "note": 0.1, "other": 0.18}
"""How much of a kind's colour is in the background of its text, from 0 to 1."""
CURRENT_TINT = {**dict.fromkeys(KIND_COLORS, 0.42), "note": 0.3}
"""The same, for the annotation under the cursor."""
DIM_TINT = 0.45
"""How much of a kind's colour is in its glyph if its words are not highlighted."""
SUGGESTED_TINT, CURRENT_SUGGESTED_TINT = 0.1, 0.26
"""How much of the accent is in the background of words that are suggested."""
CODE_TINT = 0.09
"""How much of the text's colour is in the background of code."""
TEXT_STYLES = {
    "claim": Style(underline=True),
    "denial": Style(bold=True),
    "agreement": Style(italic=True),
    "note": Style(underline=True, italic=True),
    "other": Style(bold=True, italic=True),
}
"""What distinguishes the kinds without colours."""
_MARKDOWN_STYLES = {
    "md-heading": Style(bold=True),
    "md-strong": Style(bold=True),
    "md-emphasis": Style(italic=True),
    "md-deleted": Style(strike=True),
}


StyleFilter = Callable[[Style], Style]
"""Apply NO_COLOR to a style."""


def apply_filters(filters: Sequence[LineFilter], background: Color, style: Style) -> Style:
    """Return a style after line filters, so that no render applies them."""
    blank = [Segment(" ", style)]
    for line_filter in filters:
        blank = line_filter.apply(blank, background)
    return blank[0].style or Style()


class TextState(NamedTuple):
    """Everything that the style of a run of text depends on."""

    kinds: tuple[str, ...] = ()
    """The kinds of its annotations, outermost first."""
    current: bool = False
    """Whether the innermost annotation is the one under the cursor or its partner."""
    dimmed: bool = False
    hit: bool = False
    selected: bool = False
    title: bool = False
    markdown: tuple[str, ...] = ()
    """Its styles as Markdown, outermost first."""
    suggested: str = ""
    """The name of its style if it is suggested."""


class PaneStyles:
    """The styles of one pane in one theme, with a cache of combinations."""

    def __init__(self, styles: Mapping[str, Style], codebook: Codebook) -> None:
        self.styles = styles
        """By name: `text`, `cursor`, `claim`, `claim-current` and so on."""
        self.codebook = codebook
        self.cache: dict[TextState, Style] = {}

    @classmethod
    def of_theme(cls, variables: Mapping[str, str], codebook: Codebook, style_filter: StyleFilter) -> PaneStyles:
        """Return the styles for a theme's variables, each filtered."""
        is_ansi = variables["background"].startswith("ansi")
        styles = _terminal_styles(variables) if is_ansi else _mixed_styles(variables)
        return cls({name: style_filter(style) for name, style in styles.items()}, codebook)

    def __getitem__(self, name: str) -> Style:
        return self.styles[name]

    def glyph_style(self, kind: str, *, is_dim: bool = False) -> Style:
        """Return the style of a kind's glyph in the gutter."""
        return self[self._color_variable(kind) + ("-dim" if is_dim else "-glyph")]

    def text_style(self, state: TextState) -> Style:
        """Return the style of a run of text."""
        style = self.cache.get(state)
        if style is None:
            style = self.cache[state] = self._combine(state)
        return style

    def _color_variable(self, kind: str) -> str:
        return color_variable(self.codebook.kind(kind))

    def _combine(self, state: TextState) -> Style:
        style = self["title"] if state.title else self["text"]
        for name in state.markdown:
            style += self[name]
        if state.dimmed:
            style = self["quiet"]
        # The innermost colour wins. Text styles add up, so that an overlap shows both kinds.
        for position, kind in enumerate(state.kinds, 1):
            is_innermost = position == len(state.kinds)
            style += self[self._color_variable(kind) + ("-current" if is_innermost and state.current else "")]
        if state.suggested:
            style += self[state.suggested]
        if state.hit:
            style += self["hit"]
        if state.selected:
            style += self["selection"]
        return style


def _mixed_styles(variables: Mapping[str, str]) -> dict[str, Style]:
    names = ("foreground", "background", "quiet", "selection", "hit", "line", "primary", "accent", *KIND_COLORS)
    color = {name: Color.parse(variables[name]) for name in names}
    page = color["background"]
    color["strong"] = color["foreground"].blend(page.get_contrast_text(1.0), 0.4)

    def style(name: str, background: Color = page) -> Style:
        return Style(color=(page + color[name]).rich_color, bgcolor=background.rich_color)

    styles = {
        "text": style("foreground"),
        "title": style("foreground") + Style(bold=True),
        "quiet": style("quiet"),
        "cursor": Style(color=page.rich_color, bgcolor=color["foreground"].rich_color),
        "cursor-in-reverse": Style(color=page.rich_color, bgcolor=color["foreground"].rich_color),
        "selection": style("foreground", color["selection"]),
        "hit": style("foreground", color["hit"]),
        "thumb": style("line", color["line"]),
        "track": style("line"),
        "number": style("quiet"),
        "number-current": style("primary") + Style(bold=True),
        "md-mark": style("quiet"),
        "md-code": style("foreground", page.blend(color["foreground"], CODE_TINT)),
        "md-link": style("primary"),
        **_MARKDOWN_STYLES,
        "suggested-glyph": style("accent"),
    }
    for suffix, tint in (("", SUGGESTED_TINT), ("-current", CURRENT_SUGGESTED_TINT)):
        background, is_current = page.blend(color["accent"], tint), bool(suffix)
        styles[f"suggested{suffix}"] = style("strong" if is_current else "foreground", background)
        styles[f"suggested-cue{suffix}"] = style("accent", background if is_current else page) + Style(bold=is_current)
    for name in KIND_COLORS:
        shown, current = page.blend(color[name], TINT[name]), page.blend(color[name], CURRENT_TINT[name])
        styles[name] = style("strong", shown) + TEXT_STYLES[name]
        styles[f"{name}-current"] = style("strong", current) + TEXT_STYLES[name] + Style(bold=True)
        styles[f"{name}-glyph"] = style(name) + Style(bold=True)
        styles[f"{name}-dim"] = Style(color=page.blend(color[name], DIM_TINT).rich_color, bgcolor=page.rich_color)
    return styles


def _terminal_styles(variables: Mapping[str, str]) -> dict[str, Style]:
    # The terminal's own colours cannot be mixed, so the current annotation is shown in reverse, not with a tint.
    text = Style(color="default", bgcolor="default")
    accent = text + Style(color=_terminal_color(variables["accent"]))
    # Without colours, an underline alone would be that of a claim, and black on yellow would be nothing.
    selected, found = Style(underline=True, overline=True), Style(reverse=True, underline=True)
    styles = {
        "text": text,
        "title": text + Style(bold=True),
        "quiet": text + Style(color=_terminal_color(variables["quiet"])),
        "cursor": text + Style(reverse=True, bold=True),
        "cursor-in-reverse": text + Style(bold=True, underline=True),
        "selection": selected + Style(color="bright_white", bgcolor=_terminal_color(variables["selection"])),
        "hit": found + Style(color=_terminal_color(variables["hit"]), bgcolor="black"),
        "thumb": text + Style(bgcolor=_terminal_color(variables["line"])),
        "track": text + Style(color=_terminal_color(variables["line"])),
        "number": text + Style(color=_terminal_color(variables["quiet"])),
        "number-current": text + Style(color=_terminal_color(variables["primary"]), bold=True),
        "md-mark": text + Style(color=_terminal_color(variables["quiet"])),
        "md-code": text + Style(color=_terminal_color(variables["secondary"])),
        "md-link": text + Style(color=_terminal_color(variables["primary"])),
        **_MARKDOWN_STYLES,
        "suggested-glyph": accent,
        "suggested": text + Style(italic=True),
        "suggested-cue": accent + Style(italic=True, bold=True),
        "suggested-current": accent + Style(italic=True, underline=True),
        "suggested-cue-current": accent + Style(reverse=True, bold=True),
    }
    for name in KIND_COLORS:
        style = text + Style(color=_terminal_color(variables[name]))
        styles[name] = style + TEXT_STYLES[name]
        styles[f"{name}-current"] = style + Style(reverse=True, bold=True)
        styles[f"{name}-glyph"] = style + Style(bold=True)
        styles[f"{name}-dim"] = text + Style(color=_terminal_color(variables["quiet"]))
    return styles


def _terminal_color(name: str) -> RichColor:
    return Color.parse(name).rich_color
