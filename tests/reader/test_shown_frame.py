"""What is sent of a frame, if the terminal shows some of it."""

import pyte
import pytest
from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.reader.runtime.shown_frame import ShownFrame

SIZE = Size(8, 3)
SCREEN = ("left one", "left two", "the foot")

Spans = list[tuple[int, int, int]]


@pytest.fixture
def shown() -> ShownFrame:
    """Return what is known once a whole frame was sent."""
    frame = ShownFrame()
    assert frame.changes(_whole(SCREEN), SIZE) is not None
    return frame


def _strip(text: str) -> Strip:
    return Strip([Segment(text)])


def _whole(rows: tuple[str, ...]) -> LayoutUpdate:
    return LayoutUpdate([[_strip(row[:4]), _strip(row[4:])] for row in rows], Region(0, 0, *SIZE))


def _update(rows: tuple[str, ...], spans: Spans) -> ChopsUpdate:
    chops = [{0: _strip(row[:4]), 4: _strip(row[4:])} for row in rows]
    return ChopsUpdate(chops, spans, [[4, 8] for _ in rows])


def _sent(frame: ShownFrame, rows: tuple[str, ...], spans: Spans, size: Size = SIZE) -> str:
    update = frame.changes(_update(rows, spans), size)
    return update.render_segments(Console()) if isinstance(update, ChopsUpdate) else ""


ALL: Spans = [(0, 0, 8), (1, 0, 8), (2, 0, 8)]


def test_nothing_is_sent_if_all_of_it_is_shown(shown: ShownFrame) -> None:
    assert shown.changes(_update(SCREEN, ALL), SIZE) is None


def test_only_what_differs_is_sent(shown: ShownFrame) -> None:
    changed = ("left one", "left 2  ", "the foot")
    assert _sent(shown, changed, ALL) == "\x1b[2;5H 2  "
    assert _sent(shown, changed, ALL) == ""
    assert _sent(shown, SCREEN, ALL) == "\x1b[2;5H two"


def test_the_screen_does_not_scroll_if_the_first_rows_are_shown(shown: ShownFrame) -> None:
    screen = pyte.Screen(*SIZE)
    terminal = pyte.Stream(screen)
    terminal.feed("\r\n".join(SCREEN))
    terminal.feed(_sent(shown, ("left one", "left two", "the end "), ALL))
    assert screen.display == ["left one", "left two", "the end "]


def test_what_was_drawn_in_part_is_not_known(shown: ShownFrame) -> None:
    changed = ("LEFT one", "left two", "the foot")
    assert _sent(shown, changed, [(0, 0, 2)]) == "\x1b[1;1HLE"
    assert _sent(shown, changed, [(0, 0, 8)]) == "\x1b[1;1HLEFT"


def test_a_strip_replaces_those_that_it_covers(shown: ShownFrame) -> None:
    wide = ChopsUpdate([{0: _strip("a dialog")}], [(0, 0, 8)], [[8]])
    assert shown.changes(wide, SIZE) is wide
    assert _sent(shown, SCREEN, ALL) == "\x1b[1;1Hleft\x1b[1;5H one"


def test_after_another_size_all_is_sent(shown: ShownFrame) -> None:
    assert "foot" in _sent(shown, SCREEN, ALL, Size(8, 4))
    assert "foot" in _sent(shown, SCREEN, ALL)


def test_after_something_else_was_shown_all_is_sent(shown: ShownFrame) -> None:
    shown.forget()
    assert "foot" in _sent(shown, SCREEN, ALL)
