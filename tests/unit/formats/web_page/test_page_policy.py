"""The policy allows one style and script, and the colors are legible."""

import base64
import hashlib
import re

import pytest

from tui.formats.web_page.page_policy import POLICY, SCRIPT, STYLE

COLORS = {name: (light, dark) for name, light, dark in re.findall(r"--(\w+): light-dark\(#(\w{6}), #(\w{6})\)", STYLE)}
MARKS = ("asserts", "rejects", "shares", "neutral", "note")
AA = 4.5


def test_everything_is_refused_but_one_style_and_one_script() -> None:
    assert POLICY.split("; ") == [
        "default-src 'none'",
        f"style-src {digest(STYLE)}",
        f"script-src {digest(SCRIPT)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]


@pytest.mark.parametrize("source", [STYLE, SCRIPT])
def test_the_source_cannot_end_its_element_and_loads_nothing(source: str) -> None:
    assert not [words for words in ("</", "<!--", "url(", "@import", "innerHTML", "eval(", "fetch") if words in source]


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_color_is_legible_on_the_page_and_on_its_highlight(scheme: int) -> None:
    """Check what WCAG asks of text at level AA."""
    colors = {name: rgb(pair[scheme]) for name, pair in COLORS.items()}
    paper, raised = colors["paper"], colors["raised"]
    for name in ("ink", "strong", "quiet", *MARKS):
        assert min(contrast(colors[name], paper), contrast(colors[name], raised)) >= AA, name
    for name in MARKS:
        assert contrast(colors[name], mix(colors[name], paper, 0.13)) >= AA, name
        assert contrast(colors["ink"], mix(colors[name], paper, 0.13)) >= AA, name
        assert contrast(colors["strong"], mix(colors[name], paper, 0.40)) >= AA, name


def rgb(code: str) -> tuple[float, ...]:
    return tuple(int(code[place : place + 2], 16) / 255 for place in (0, 2, 4))


def mix(color: tuple[float, ...], paper: tuple[float, ...], share: float) -> tuple[float, ...]:
    return tuple(one * share + other * (1 - share) for one, other in zip(color, paper, strict=True))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: tuple[float, ...]) -> float:
    """Return the relative luminance that WCAG defines."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
