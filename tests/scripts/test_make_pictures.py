"""Test the README's pictures: they show the program, and one moves."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from make_pictures import PICTURES, is_stale
from stillness import wait_sparingly
from svg_picture import Frame, joined

wait_sparingly()

SCREENSHOT = """<svg viewBox="0 0 100 80"><style>
.terminal-7-r1 {{ fill: #c9cdd6;font-weight: bold }}
</style>
<rect fill="#13151b" x="0" y="1.5" width="12.2" height="24.65" shape-rendering="crispEdges"/>\
<rect fill="#13151b" x="12.2" y="1.5" width="24.4" height="24.65" shape-rendering="crispEdges"/>\
<rect fill="{fill}" x="36.6" y="1.5" width="12.2" height="24.65" shape-rendering="crispEdges"/>
<text class="terminal-7-r1" x="0" y="20" textLength="36.6" clip-path="url(#terminal-7-line-0)">{words}</text>
</svg>"""


def frame(words: str, seconds: float = 1.0, fill: str = "#000000") -> Frame:
    return Frame(SCREENSHOT.format(words=words, fill=fill), words, seconds)


@pytest.mark.parametrize("name", ["reader", "comparison", pytest.param("moving", marks=pytest.mark.long)])
def test_a_picture_is_what_the_program_shows(name: str) -> None:
    assert not is_stale(name), "run scripts/make_pictures.py, and look at the pictures"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_well_formed_and_loads_nothing(name: str) -> None:
    svg = (Path(__file__).parents[2] / "docs" / f"{name}.svg").read_text(encoding="utf-8")
    assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert set(re.findall(r"\w+://[^\"\s)]+", svg)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\(|@import|<script|<image", svg)


def test_one_frame_stands_still() -> None:
    svg = joined([frame("one")])
    assert "animation" not in svg
    assert "visibility" not in svg


def test_neighbours_of_one_colour_are_one_area() -> None:
    svg = joined([frame("one")])
    assert re.findall(r'x="(\S+)" y="42.5" width="(\S+)"', svg) == [("9", "36.6"), ("45.6", "12.2")]


def test_what_frames_share_is_written_once() -> None:
    svg = joined([frame("one"), frame("two"), frame("one")])
    assert svg.count('fill="#13151b"') == 1
    assert svg.count(">one</text>") == 2  # the title and the text
    assert svg.count(".s") == 1


def test_each_frame_is_shown_for_its_time() -> None:
    svg = joined([frame("one", 1), frame("two", 3), frame("one", 4)])
    assert "@keyframes v0-2{0.00%{visibility:visible}12.50%{visibility:hidden}50.00%{visibility:visible}}" in svg
    assert "@keyframes v1{0.00%{visibility:hidden}12.50%{visibility:visible}50.00%{visibility:hidden}}" in svg
    assert ".v1{visibility:hidden;animation:v1 8s step-end infinite}" in svg


def test_the_last_frame_is_shown_where_nothing_moves() -> None:
    svg = joined([frame("one"), frame("two")])
    assert ".v1{visibility:visible;" in svg
    assert "prefers-reduced-motion:reduce" in svg
