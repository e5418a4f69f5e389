"""Measure the stages of a start: `python benchmarks/stages.py`.

Run it in the repository's root. It starts a bare Textual app and Diptych on the sample in turn, each in its own
pseudo-terminal, and prints the minimum milliseconds of each stage. Measuring takes time too: the sum is more than a
first paint.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

ROUNDS = 9
ROOT = Path(__file__).parents[1]


class Stages:
    """The times at which the stages of this process ended."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.ended: list[tuple[str, float]] = []

    def end(self, name: str) -> None:
        """Record the end of a stage."""
        self.ended.append((name, time.perf_counter()))

    def before(self, owner: type, method: str, name: str) -> None:
        """Record the end of a stage when a method is first called."""
        self._wrap(owner, method, lambda: self.end(name) if name not in dict(self.ended) else None)

    def last(self, owner: type, method: str, name: str) -> None:
        """Record the end of the last stage at the first frame, and exit.

        The method shows a frame, or None.
        """
        original = getattr(owner, method)

        @wraps(original)
        def show(app: Any, screen: Any, frame: Any) -> Any:
            original(app, screen, frame)
            if frame is not None and not app._batch_count:  # noqa: SLF001 - a batch is not shown yet
                self.end(name)
                self.file.write_text(json.dumps(self.ended))
                os._exit(0)

        setattr(owner, method, show)

    def _wrap(self, owner: type, method: str, record: Callable[[], object]) -> None:
        original = getattr(owner, method)

        @wraps(original)
        def call(*arguments: Any, **options: Any) -> Any:
            record()
            return original(*arguments, **options)

        setattr(owner, method, call)


def start(what: str, file: Path) -> None:
    """Start one of the programs in this process, and record its stages."""
    stages = Stages(file)
    stages.end("")
    if what == "bare":
        _import_textual(stages)
        from benchmarks.bare import Bare

        stages.end("own modules")
        _watch(stages)
        Bare().run()
        return
    from tui.model import Workspace
    from tui.startup import collector
    from tui.startup.fast_start import open_reader, without_tls

    collector.pause()
    stages.end("own modules")
    with without_tls():
        _import_textual(stages)
        for name in ("reader.app", "session.start"):
            import_module(f"tui.{name}")
    stages.end("own modules, of the reader")
    _watch(stages)
    open_reader(Workspace(ROOT, ROOT / "seeds"))


def _import_textual(stages: Stages) -> None:
    import_module("textual.app")
    stages.end("Textual")


def _watch(stages: Stages) -> None:
    from textual.app import App
    from textual.screen import Screen

    stages.before(App, "__init__", "reading the workspace")
    stages.before(Screen, "_on_screen_resume", "application, styles, mounting")
    stages.last(App, "_display", "layout and painting")


def main() -> None:
    """Print the table of the stages."""
    sys.path.insert(0, str(ROOT))
    from benchmarks.terminal import Program, Terminal

    shortest: dict[tuple[str, str], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stages.json"
        for _ in range(ROUNDS):
            for what in ("bare", "diptych"):
                file.unlink(missing_ok=True)
                arguments = (sys.executable, __file__, what, str(file))
                with Terminal(Program(what, arguments, environment={"PYTHONPATH": str(ROOT)})) as terminal:
                    terminal.read_until_quiet(1.0)
                ended = json.loads(file.read_text())
                for (_, start), (name, end) in pairwise(ended):
                    duration = (end - start) * 1000
                    shortest[what, name] = min(duration, shortest.get((what, name), duration))
    print("| stage | bare Textual app | Diptych |\n|---|---|---|")
    for name in dict.fromkeys(name for _, name in shortest):
        cells = (f"{shortest[what, name]:.1f} ms" if (what, name) in shortest else "" for what in ("bare", "diptych"))
        print(f"| {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        start(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
