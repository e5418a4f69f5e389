"""Make the README's pictures from the real program.

    python scripts/make_pictures.py [--check]

The story is the tutorial's, at a fixed time. With `--check`, write nothing, and exit with 1 if one is out of date.
"""

import asyncio
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from svg_picture import Frame, joined
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tui.config import Config
from tui.model import Workspace
from tui.reader.app import DiptychApp
from tui.session.session import Session
from tui.storage.files.os_calls import OsCalls
from tui.storage.workspace.plain_loader import plain_loader

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
STORY = ROOT / "tui" / "story"
SIZE = (100, 30)
"""Columns and rows of every picture."""
STILL = 3
"""Screenshots that have to be the same, `PAUSE` seconds apart."""
PAUSE = 0.03
NOW = "2026-03-21T14:02:00.000000Z"
COURIER, RADIO, POST = "1-courier", "2-radio", "3-post"


@dataclass(frozen=True)
class Scene:
    """The keys to press, and how long the screen is shown after them."""

    keys: tuple[str, ...]
    seconds: float = 1.0
    title: str = "diptych"


TO_DISPUTE = ("]", "]", "]")
MOVIE = (
    Scene((), 2.5, "Two accounts of one flood"),
    Scene(("]",), 1, "Press ]: the next annotation"),
    Scene(("]",), 1, "Press ]: the next annotation"),
    Scene(("]",), 3.5, "Press ]: who claims it, and who denies it?"),
    Scene(("t",), 4, "Press t: the accounts compared"),
    Scene(("escape", "g", "}", "}"), 2, "Press }: to a sentence that is not marked yet"),
    Scene(("c",), 1.5, "Press c: mark it as a claim"),
    Scene(tuple("fire"), 1.5, "Type: who says it?"),
    Scene(("enter", "tab", *"metre"), 2, "Type: what is it about?"),
    Scene(("enter",), 1, "Press Ctrl+S: save"),
    Scene(("ctrl+s",), 4, "Both accounts tell it: agreed"),
)


@dataclass(frozen=True)
class Picture:
    """The articles that are open, and the scenes, of which several move."""

    articles: tuple[str, ...]
    scenes: tuple[Scene, ...]


PICTURES = {
    "reader": Picture((COURIER, RADIO), (Scene(TO_DISPUTE),)),
    "comparison": Picture((COURIER, RADIO, POST), (Scene(("t",)),)),
    "moving": Picture((COURIER, RADIO), MOVIE),
}
"""By the name of the file in `docs/`."""


def is_stale(name: str) -> bool:
    """Return whether a picture differs from what the program shows."""
    path = _path(name)
    return not path.exists() or path.read_text(encoding="utf-8") != make(name)


def make(name: str) -> str:
    """Return a picture as SVG."""
    picture = PICTURES[name]
    with steady_program() as home:
        folder = home / "story"
        shutil.copytree(STORY, folder)
        workspace = Workspace(folder, folder / "articles")
        return joined(asyncio.run(_frames(workspace, picture.articles, picture.scenes)))


def _path(name: str) -> Path:
    return DOCS / f"{name}.svg"


@contextmanager
def steady_program() -> Iterator[Path]:
    """Let the program see a fixed time and terminal, and an empty home.

    Yield that home, a temporary folder.
    """
    with TemporaryDirectory() as home, ExitStack() as stack:
        stack.callback(time.tzset)
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TZ": "UTC"}
        for change in (
            patch.dict(os.environ, terminal | dict.fromkeys(names, home)),
            patch.object(OsCalls, "now", lambda _: NOW),
            patch.object(Input, "cursor_blink", False),
            patch.object(TextArea, "cursor_blink", False),
        ):
            stack.enter_context(change)
        os.environ.pop("NO_COLOR", None)
        time.tzset()
        yield Path(home)


async def _frames(workspace: Workspace, articles: Sequence[str], scenes: Sequence[Scene]) -> list[Frame]:
    """Return the screen after the keys of each scene."""
    session = Session(plain_loader(workspace), "Mira")
    session.open(articles)
    app = DiptychApp(session, Config())
    frames = []
    async with app.run_test(size=SIZE) as pilot:
        for scene in scenes:
            await pilot.press(*scene.keys)
            frames.append(Frame(await _still_screen(pilot), scene.title, scene.seconds))
    return frames


async def _still_screen(pilot: Pilot[None]) -> str:
    """Return the screen once it has not changed for a while."""
    shots = [""]
    while len(shots) < STILL or set(shots[-STILL:]) != {shots[-1]}:
        await pilot.pause(PAUSE)
        shots.append(pilot.app.export_screenshot())
    return shots[-1]


def main() -> int:
    """Write or compare the pictures, and return the exit status."""
    if "--check" not in sys.argv[1:]:
        for name in PICTURES:
            _path(name).write_text(make(name), encoding="utf-8")
        return 0
    stale = [name for name in PICTURES if is_stale(name)]
    for name in stale:
        sys.stdout.write(f"{name}.svg is out of date\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
