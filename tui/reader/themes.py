"""The themes: dark, light, high-contrast, and the terminal's own colours.

The kinds have Okabe-Ito colours, which differ for every kind of colour vision.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from textual.theme import Theme

from tui.config import THEME_NAMES
from tui.model import Kind, Stance

KIND_COLORS = ("claim", "denial", "agreement", "note", "other")
"""The theme variables that colour the kinds. A kind of the codebook's own has the colour of its stance."""

_BY_STANCE = {
    Stance.ASSERTS: "claim",
    Stance.REJECTS: "denial",
    Stance.SHARES: "agreement",
    Stance.NEUTRAL: "other",
}

_COLORS = {  # by variable, one colour for each of these themes
    "primary": ("#56B4E9", "#00639C", "#7FD0FF", "ansi_blue"),
    "secondary": ("#8FA3C4", "#4A5A75", "#FFFFFF", "ansi_cyan"),
    "accent": ("#E69F00", "#8A5A00", "#FFD24A", "ansi_magenta"),
    "foreground": ("#C9CDD6", "#22252B", "#FFFFFF", "ansi_default"),
    "background": ("#13151B", "#FBFAF7", "#000000", "ansi_default"),
    "surface": ("#1A1D26", "#F1EFEA", "#0A0A0A", "ansi_default"),
    "panel": ("#20242F", "#E7E4DC", "#1C1C1C", "ansi_default"),
    "claim": ("#56B4E9", "#00639C", "#7FD0FF", "ansi_bright_blue"),
    "denial": ("#F0834A", "#A84300", "#FF9A66", "ansi_red"),
    "agreement": ("#2EB88A", "#00694D", "#5CF0BC", "ansi_green"),
    "note": ("#F0E442", "#6B5B00", "#FFF27A", "ansi_cyan"),
    "other": ("#C79BE0", "#7A3B8F", "#E5B8FF", "ansi_magenta"),
    "quiet": ("#7F8796", "#6A6F78", "#C8C8C8", "ansi_bright_black"),
    "line": ("#2A3040", "#D3CFC4", "#8A8A8A", "ansi_bright_black"),
    "selection": ("#3A4766", "#C4D3EA", "#00458A", "ansi_blue"),
    "hit": ("#5C4A12", "#F3DD8E", "#7A5A00", "ansi_yellow"),
}
_OWN_VARIABLES = (*KIND_COLORS, "quiet", "line", "selection", "hit")


def color_variable(kind: Kind) -> str:
    """Return the name of the theme variable that colours a kind."""
    return kind.name if kind.name in KIND_COLORS else _BY_STANCE[kind.stance]


def _theme(name: str, chrome: Mapping[str, str]) -> Theme:
    color = {variable: colors[THEME_NAMES.index(name)] for variable, colors in _COLORS.items()}
    return Theme(
        name=f"diptych-{name}",
        primary=color["primary"],
        secondary=color["secondary"],
        accent=color["accent"],
        warning=color["accent"],
        error=color["denial"],
        success=color["agreement"],
        foreground=color["foreground"],
        background=color["background"],
        surface=color["surface"],
        panel=color["panel"],
        dark=name != "light",
        variables={**{variable: color[variable] for variable in _OWN_VARIABLES}, **chrome},
    )


def _chrome(cursor: str, cursor_text: str, scrollbar: str) -> dict[str, str]:
    """Return the variables that keep Textual's cursors and scrollbars quiet."""
    return {
        "block-cursor-background": cursor,
        "block-cursor-foreground": cursor_text,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": cursor,
        "block-cursor-blurred-foreground": cursor_text,
        "block-cursor-blurred-text-style": "none",
        "input-selection-background": cursor,
        "scrollbar": scrollbar,
        "scrollbar-hover": scrollbar,
        "scrollbar-active": cursor_text,
        "scrollbar-background": "transparent",
        "scrollbar-background-hover": "transparent",
        "scrollbar-background-active": "transparent",
        "scrollbar-corner-color": "transparent",
    }


_TERMINAL_CHROME = {
    "ansi-background": "ansi_black",
    "ansi-foreground": "ansi_white",
    "border-blurred": "ansi_bright_black",
    "block-cursor-foreground": "ansi_black",
    "block-cursor-background": "ansi_white",
    "block-cursor-text-style": "none",
    "input-cursor-background": "ansi_white",
    "input-cursor-foreground": "ansi_black",
    "input-cursor-text-style": "none",
    "input-selection-background": "ansi_blue",
    "input-selection-foreground": "ansi_white",
    **dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), "ansi_bright_black"),
    **{
        f"scrollbar-{part}": "ansi_default"
        for part in ("background", "background-hover", "background-active", "corner-color")
    },
}

DARK = _theme("dark", _chrome("#34405C", "#E8EAF0", "#3A4356"))
LIGHT = _theme("light", _chrome("#C4D3EA", "#16181C", "#B9B4A7"))
CONTRAST = _theme("contrast", _chrome("#00458A", "#FFFFFF", "#8A8A8A"))
TERMINAL = replace(_theme("terminal", _TERMINAL_CHROME), ansi=True, boost="ansi_default")
THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)

DEFAULT_VARIABLES: Mapping[str, str] = MappingProxyType({name: DARK.variables[name] for name in _OWN_VARIABLES})
"""Our own variables, for themes that are not ours."""
