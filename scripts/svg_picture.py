"""Join Textual's SVG screenshots into one small SVG, still or moving.

A part that several frames share is written once. The fonts are the viewer's own: nothing is loaded from the network.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

FONTS = "'Fira Code',ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
STYLE = re.compile(r"\.terminal-\d+-(r\d+) \{ (.*?) \}")
RECT = re.compile(r'<rect fill="(\S+)" x="(\S+)" y="(\S+)" width="(\S+)" height="\S+" shape')
TEXT = re.compile(r'<text class="terminal-\d+-(r\d+)" (x="\S+" y="\S+" textLength="\S+") clip-path="\S+">(.*?)</text>')
SIZE = re.compile(r'viewBox="0 0 (\S+) (\S+)"')
ROW_HEIGHT = "24.4"
"""In pixels. Textual's areas are a little higher, so that which of two rows covers the other depends on their order."""
BUTTONS = (("#ff5f57", 26), ("#febc2e", 48), ("#28c840", 70))
"""The colours of the window's buttons, and where they are, in pixels."""

VISIBILITY = ("hidden", "visible")
"""Opacity would give each group a layer of its own, and hairlines between the layers."""


@dataclass(frozen=True)
class Frame:
    """A screenshot, the window's title, and how long both are shown."""

    svg: str
    title: str = "diptych"
    seconds: float = 1.0


@dataclass(frozen=True)
class Part:
    """An element of the picture, which is above the others if `is_text`."""

    element: str
    is_text: bool


def joined(frames: Sequence[Frame]) -> str:
    """Return the frames as one SVG, which moves if there are several.

    Where nothing can move, and for those who asked for less motion, it shows the last frame.
    """
    classes: dict[str, str] = {}
    shown_in: dict[Part, set[int]] = {}
    for number, frame in enumerate(frames):
        for part in _parts(frame, classes):
            shown_in.setdefault(part, set()).add(number)
    groups: dict[frozenset[int], list[Part]] = {}
    for part, numbers in shown_in.items():
        groups.setdefault(frozenset(numbers), []).append(part)
    style = [*_base_style(), *(f".{name}{{{css}}}" for css, name in classes.items()), *_motion(frames, groups)]
    return _document(frames[0], style, groups)


def _parts(frame: Frame, classes: dict[str, str]) -> Iterable[Part]:
    """Return a frame's title, areas and texts.

    Add the styles of the texts to `classes`.
    """
    width = float(_size(frame)[0])
    yield Part(f'<text class="t" x="{width / 2:g}" y="27">{escape(frame.title)}</text>', is_text=True)
    yield from _areas(frame.svg)
    styles = dict(STYLE.findall(frame.svg))
    for style, place, words in TEXT.findall(frame.svg):
        name = classes.setdefault(_short_style(styles[style]), f"s{len(classes)}")
        yield Part(f'<text class="m {name}" transform="translate(9 41)" {place}>{words}</text>', is_text=True)


def _areas(svg: str) -> Iterable[Part]:
    """Return the coloured areas, with neighbours of one colour joined."""
    areas: list[list[str]] = []
    for fill, left, top, width in RECT.findall(svg):
        if areas and (areas[-1][0], areas[-1][2], _end(areas[-1])) == (fill, top, f"{float(left):.1f}"):
            areas[-1][3] = f"{float(areas[-1][3]) + float(width):.1f}"
        else:
            areas.append([fill, left, top, width])
    for fill, left, top, width in areas:
        place = f'x="{float(left) + 9:g}" y="{float(top) + 41:g}" width="{width}" height="{ROW_HEIGHT}"'
        yield Part(f'<rect fill="{fill}" {place}/>', is_text=False)


def _end(area: list[str]) -> str:
    return f"{float(area[1]) + float(area[3]):.1f}"


def _short_style(css: str) -> str:
    return ";".join(rule.strip().replace(": ", ":") for rule in css.split(";") if rule.strip())


def _base_style() -> list[str]:
    return [
        f".m{{font:20px {FONTS};white-space:pre}}",
        ".t{font:bold 18px ui-sans-serif,Helvetica,Arial,sans-serif;fill:#c5c8c6;text-anchor:middle}",
    ]


def _motion(frames: Sequence[Frame], groups: Iterable[frozenset[int]]) -> list[str]:
    """Return the keyframes that show each group in its frames."""
    moving = [numbers for numbers in groups if len(numbers) < len(frames)]
    total = sum(frame.seconds for frame in frames)
    rules = []
    for numbers in moving:
        name, still = _group_name(numbers), VISIBILITY[len(frames) - 1 in numbers]
        rules.append(f"@keyframes {name}{{{_steps(frames, numbers)}}}")
        rules.append(f".{name}{{visibility:{still};animation:{name} {total:g}s step-end infinite}}")
    return [*rules, "@media(prefers-reduced-motion:reduce){g{animation:none!important}}"] if moving else []


def _steps(frames: Sequence[Frame], numbers: frozenset[int]) -> str:
    """Return when a group is shown and when it is hidden again."""
    states = [number in numbers for number in range(len(frames))]
    changes = [number for number in range(len(frames)) if number == 0 or states[number] != states[number - 1]]
    starts = _starts(frames)
    return "".join(f"{starts[number]:.2%}{{visibility:{VISIBILITY[states[number]]}}}" for number in changes)


def _starts(frames: Sequence[Frame]) -> list[float]:
    """Return when each frame begins, as a share of the whole."""
    total = sum(frame.seconds for frame in frames)
    return [sum(frame.seconds for frame in frames[:number]) / total for number in range(len(frames))]


def _group_name(numbers: Iterable[int]) -> str:
    return "v" + "-".join(str(number) for number in sorted(numbers))


def _document(frame: Frame, style: list[str], groups: dict[frozenset[int], list[Part]]) -> str:
    width, height = _size(frame)
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">', "<style>", *style, "</style>"]
    lines.append(
        f'<rect x="1" y="1" width="{float(width) - 2:g}" height="{float(height) - 2:g}" rx="8" fill="#292929"/>'
    )
    lines += [f'<circle cx="{x}" cy="22" r="7" fill="{fill}"/>' for fill, x in BUTTONS]
    for is_text in (False, True):
        for numbers, parts in groups.items():
            elements = [part.element for part in parts if part.is_text == is_text]
            rendering = "" if is_text else ' shape-rendering="crispEdges"'
            if elements:
                lines += [f'<g class="{_group_name(numbers)}"{rendering}>', *elements, "</g>"]
    return "\n".join([*lines, "</svg>", ""])


def _size(frame: Frame) -> tuple[str, str]:
    """Return a picture's width and height in pixels."""
    size = SIZE.search(frame.svg)
    if size is None:
        raise ValueError("not a screenshot: it has no viewBox")
    return size[1], size[2]
