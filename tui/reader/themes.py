"""The colours: Okabe-Ito for the kinds, so that they stay apart for every kind of colour vision."""

from collections.abc import Mapping
from types import MappingProxyType

from textual.theme import Theme

from tui.model import Kind, Stance

TONES = ("claim", "denial", "agreement", "note", "other")
"""The theme variables that colour the kinds; kinds of the codebook's own share them by stance."""

_BY_STANCE = {
    Stance.ASSERTS: "claim",
    Stance.REJECTS: "denial",
    Stance.SHARES: "agreement",
    Stance.NEUTRAL: "other",
}


def tone(kind: Kind) -> str:
    """Return the name of the theme variable that colours `kind`."""
    return kind.name if kind.name in TONES else _BY_STANCE[kind.stance]


DEFAULT_VARIABLES: Mapping[str, str] = MappingProxyType(
    {
        "claim": "#56B4E9",
        "denial": "#F0834A",
        "agreement": "#2EB88A",
        "note": "#F0E442",
        "other": "#C79BE0",
        "quiet": "#7F8796",
        "line": "#2A3040",
        "selection": "#3A4766",
        "hit": "#5C4A12",
    }
)
"""What a theme that is not ours falls back on."""


def _furniture(*, ground: str, ink: str, line: str) -> dict[str, str]:
    """Return the colours of what Textual draws itself, so that lists and scrollbars stay quiet."""
    return {
        "block-cursor-background": ground,
        "block-cursor-foreground": ink,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": ground,
        "block-cursor-blurred-foreground": ink,
        "block-cursor-blurred-text-style": "none",
        "input-selection-background": ground,
        "scrollbar": line,
        "scrollbar-hover": line,
        "scrollbar-active": ink,
        "scrollbar-background": "transparent",
        "scrollbar-background-hover": "transparent",
        "scrollbar-background-active": "transparent",
        "scrollbar-corner-color": "transparent",
    }


DARK = Theme(
    name="diptych-dark",
    primary="#56B4E9",
    secondary="#8FA3C4",
    accent="#E69F00",
    warning="#E69F00",
    error="#F0834A",
    success="#2EB88A",
    foreground="#C9CDD6",
    background="#13151B",
    surface="#1A1D26",
    panel="#20242F",
    dark=True,
    variables={**DEFAULT_VARIABLES, **_furniture(ground="#34405C", ink="#E8EAF0", line="#3A4356")},
)

LIGHT = Theme(
    name="diptych-light",
    primary="#00639C",
    secondary="#4A5A75",
    accent="#8A5A00",
    warning="#8A5A00",
    error="#A84300",
    success="#00694D",
    foreground="#22252B",
    background="#FBFAF7",
    surface="#F1EFEA",
    panel="#E7E4DC",
    dark=False,
    variables={
        "claim": "#00639C",
        "denial": "#A84300",
        "agreement": "#00694D",
        "note": "#6B5B00",
        "other": "#7A3B8F",
        "quiet": "#6A6F78",
        "line": "#D3CFC4",
        "selection": "#C4D3EA",
        "hit": "#F3DD8E",
        **_furniture(ground="#C4D3EA", ink="#16181C", line="#B9B4A7"),
    },
)

CONTRAST = Theme(
    name="diptych-contrast",
    primary="#7FD0FF",
    secondary="#FFFFFF",
    accent="#FFD24A",
    warning="#FFD24A",
    error="#FF9A66",
    success="#5CF0BC",
    foreground="#FFFFFF",
    background="#000000",
    surface="#0A0A0A",
    panel="#1C1C1C",
    dark=True,
    variables={
        "claim": "#7FD0FF",
        "denial": "#FF9A66",
        "agreement": "#5CF0BC",
        "note": "#FFF27A",
        "other": "#E5B8FF",
        "quiet": "#C8C8C8",
        "line": "#8A8A8A",
        "selection": "#00458A",
        "hit": "#7A5A00",
        **_furniture(ground="#00458A", ink="#FFFFFF", line="#8A8A8A"),
    },
)

TERMINAL = Theme(
    name="diptych-terminal",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        "claim": "ansi_bright_blue",
        "denial": "ansi_red",
        "agreement": "ansi_green",
        "note": "ansi_yellow",
        "other": "ansi_magenta",
        "quiet": "ansi_bright_black",
        "line": "ansi_bright_black",
        "selection": "ansi_blue",
        "hit": "ansi_yellow",
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
    },
)

THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)
