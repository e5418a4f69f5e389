"""Take SVG pictures of the reader on the bundled sample.

    python scripts/take_pictures.py FOLDER [SCENE ...]

Each scene is taken at three sizes. The README's pictures are made by `make_pictures.py`.
"""

import asyncio
import os
import sys
from pathlib import Path

from svg_picture import Frame, joined

from tui.config import Config
from tui.model import Workspace
from tui.reader.app import DiptychApp
from tui.session.session import Session
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.sample import packaged_sample

SIZES = ((80, 24), (120, 40), (200, 50))
SCENES: dict[str, tuple[str, ...]] = {
    "reader": ("]", "]", "]"),
    "help": ("?",),
    "form": ("c",),
    "note": ("n",),
    "detail": ("]", "enter"),
    "export": ("E",),
    "selection": ("j", "v", "w", "w", "w", "j"),
    "palette": ("ctrl+p",),
    "zoom": ("z",),
    "light": ("]", "T"),
    "contrast": ("]", "T", "T"),
    "terminal": ("]", "T", "T", "T"),
}
"""The keys to press for each picture."""


def sample_session() -> Session:
    """Return a session with the sample's two articles open."""
    root = packaged_sample()
    workspace = Workspace(root, root / "seeds")
    session = Session(plain_loader(workspace), "you")
    session.open(article_ids(workspace))
    return session


async def picture(keys: tuple[str, ...], size: tuple[int, int]) -> str:
    """Return the screen as SVG after some keys."""
    app = DiptychApp(sample_session(), Config())
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return joined([Frame(app.export_screenshot())])


def main() -> int:
    """Write the scenes at each size to a folder, and return the exit status."""
    if len(sys.argv) < 2:
        sys.stderr.write("take_pictures.py: name the folder to write to\n")
        return 2
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    os.environ.pop("NO_COLOR", None)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or SCENES:
        for size in SIZES:
            svg = asyncio.run(picture(SCENES[name], size))
            (folder / f"{name}-{size[0]}x{size[1]}.svg").write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
