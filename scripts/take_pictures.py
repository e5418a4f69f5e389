"""Take SVG pictures of the reader on the bundled sample: `python scripts/take_pictures.py [FOLDER]`.

Without a folder it makes the README's picture, `docs/reader.svg`, from the real program.
"""

import asyncio
import sys
from pathlib import Path

from tui.config import Config
from tui.model import Workspace
from tui.reader.app import DiptychApp
from tui.reader.session import Session
from tui.storage import workspaces

ROOT = Path(__file__).resolve().parent.parent
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
"""What to press for each picture."""


def sample_session() -> Session:
    """Return a session on the sample's two articles."""
    root = workspaces.packaged_sample()
    workspace = Workspace(root, root / "seeds")
    session = Session(workspace, "you")
    session.open(workspaces.article_ids(workspace))
    return session


async def picture(keys: tuple[str, ...], size: tuple[int, int]) -> str:
    """Return the screen as SVG after some keys."""
    app = DiptychApp(sample_session(), Config())
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return app.export_screenshot(title="diptych")


def main() -> None:
    """Write the README's picture, or a picture of every scene at every size into a folder."""
    if len(sys.argv) < 2:
        (ROOT / "docs" / "reader.svg").write_text(asyncio.run(picture(("]",) * 6, (132, 40))), encoding="utf-8")
        return
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[2:] or list(SCENES)
    for name in wanted:
        for size in SIZES:
            svg = asyncio.run(picture(SCENES[name], size))
            (folder / f"{name}-{size[0]}x{size[1]}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
