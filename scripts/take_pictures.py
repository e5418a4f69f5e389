"""Take SVG pictures of the reader on the bundled sample.

    python scripts/take_pictures.py [FOLDER [SCENE ...]]

Without a folder, take the README's picture, `docs/reader.svg`.
"""

import asyncio
import os
import re
import sys
from pathlib import Path

from tui.config import Config
from tui.model import Workspace
from tui.reader.app import DiptychApp
from tui.reader.widgets.pane.pane import Pane
from tui.session.session import Session
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.sample import packaged_sample

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
"""The keys to press for each picture."""
README_WORDS = "did not confirm or deny the meeting"
"""The words at the cursor in the README's picture: a no-comment, with the other accounts in the inspector."""
FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
FONTS = "'Fira Code', ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def sample_session() -> Session:
    """Return a session with the sample's two articles open."""
    root = packaged_sample()
    workspace = Workspace(root, root / "seeds")
    session = Session(plain_loader(workspace), "you")
    session.open(article_ids(workspace))
    return session


async def picture(keys: tuple[str, ...], size: tuple[int, int], words: str = "") -> str:
    """Return the screen as SVG after some keys.

    The cursor of account A is put on `words` first.
    """
    app = DiptychApp(sample_session(), Config())
    async with app.run_test(size=size) as pilot:
        pane = app.query(Pane).first()
        if words:
            pane.go_to(pane.article_text.index(words), with_context=True)
        await pilot.press(*keys)
        await pilot.pause()
        return self_contained(app.export_screenshot(title="diptych"))


def self_contained(svg: str) -> str:
    """Return a picture that loads no font from the network."""
    fontless = FONT_FACE.sub("", svg).replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    return fontless.replace("font-family: Fira Code", f"font-family: {FONTS}")


def main() -> None:
    """Write the README's picture, or the scenes at each size to a folder."""
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    os.environ.pop("NO_COLOR", None)
    if len(sys.argv) < 2:
        svg = asyncio.run(picture((), (132, 40), README_WORDS))
        (ROOT / "docs" / "reader.svg").write_text(svg, encoding="utf-8")
        return
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or SCENES:
        for size in SIZES:
            svg = asyncio.run(picture(SCENES[name], size))
            (folder / f"{name}-{size[0]}x{size[1]}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
