"""Send random input to the program, and check what ended it."""

from __future__ import annotations

import os
import random
import re
import signal
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyte
from events import random_events
from playgrounds import PLAYGROUNDS
from terminal import ALTERNATE_SCREEN, BRACKETED_PASTE, CURSOR, FOCUS_REPORTS, MOUSE, Terminal

from tui.model import Severity
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.plain_loader import read_collation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from events import Event

SIZE = (120, 40)
START_SECONDS = 60.0
ANSWER_SECONDS = 20.0
"""The longest the program may take to answer before it counts as hung."""
PATIENCE_SECONDS = 120.0
"""The longest it may go on painting, however busy the machine is."""
CHECK_EVERY = 150
"""Events between two checks that the program still answers."""
QUIET = 0.15
"""Seconds without output after which the program has said all; longer than Textual waits behind an Escape."""
QUIET_SHARE = 0.07
"""How often the monkey waits until the program has caught up."""
READING = "? help"
DIALOG = "╰"
"""Every dialog has a border."""
NOTHING_LEFT = "nothing to undo"
REFUSED = "U skips this step"
"""A step cannot be undone, as one in an article that is not open any more."""
QUIT_STATUSES = (0, 128 + signal.SIGINT)
"""A Ctrl+C that comes when the terminal is given back already is a signal."""
MAX_ESCAPES = 25
MAX_UNDO = 600
_ENTERS, _LEAVES = b"\x1b[?1049h", b"\x1b[?1049l"
"""The program takes the terminal's other screen, and gives it back."""
_LAST_BYTES = 4096
_MODES = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_SEQUENCES = re.compile(r"\x1b\[[<>=?\d;]*[A-Za-z]|[\u2500-\u257f]")
_ERROR = re.compile(r"^\s*(\w+(?:Error|Exception|Mounted|Screen\w*|Interrupt|Loop)): .*", re.MULTILINE)


class Broken(Exception):  # noqa: N818 - not an error of the program's: what the monkey found
    """Something that must not happen."""


@dataclass(frozen=True)
class Outcome:
    """How a run went."""

    playground: str
    seed: int
    sent: int
    """Events that were sent."""
    failure: str = ""
    """What went wrong, or nothing."""
    undone: bool = False
    """Whether all was undone at the end, and the files compared."""


class _Unseen:
    """Stands for a terminal emulator, which would cost too much."""

    def feed(self, sent: bytes) -> None:
        """Drop what was sent."""


@dataclass
class _Player:
    """A program that is played with, started again when a key has quit it."""

    root: Path
    home: Path
    terminal: Terminal = field(init=False)
    starts: int = 0

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        environment = {name: str(self.home) for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
        environment |= {"XDG_CONFIG_HOME": str(self.home / "config"), "DIPTYCH_ANNOTATOR": "Mira"}
        arguments = ["-w", str(self.root)]
        self.terminal = Terminal(arguments, self.home, size=SIZE, environment=environment)
        self.terminal.wait_for(READING, START_SECONDS)
        self.starts += 1
        self.look_away()

    # What goes in

    def send(self, event: Event) -> None:
        if event.size:
            self.terminal.resize(*event.size)
        else:
            self.terminal.send_bytes(event.sent, ANSWER_SECONDS)

    # What comes out

    def look_away(self) -> None:
        """Stop drawing what the program sends."""
        self.terminal.stream = cast("pyte.ByteStream", _Unseen())

    def look(self) -> str:
        """Return what the quiet screen shows, at its first size."""
        self.quieten()
        self.terminal.screen = pyte.Screen(*SIZE)
        self.terminal.stream = pyte.ByteStream(self.terminal.screen)
        for size in ((SIZE[0] - 1, SIZE[1]), SIZE):  # another size: all is painted again
            self.terminal.resize(*size)
            self.terminal.read(ANSWER_SECONDS)  # a busy machine begins late
            self.quieten()
        return self.terminal.text

    def quieten(self) -> None:
        """Read until the program has said all.

        What it may take is counted in seconds of its processor, because another program may have that meanwhile.
        """
        until = time.monotonic() + PATIENCE_SECONDS
        worked = _processor_seconds(self.terminal.process.pid) + ANSWER_SECONDS
        while self.terminal.read(QUIET) or _wants_processor(self.terminal.process.pid):
            if time.monotonic() > until or _processor_seconds(self.terminal.process.pid) > worked:
                raise Broken("it never stops painting")

    def is_leaving(self) -> bool:
        """Return whether the last thing said was to give the terminal back."""
        said = self.terminal.received[-_LAST_BYTES:]
        return said.rfind(_LEAVES) > said.rfind(_ENTERS)

    def check_answers(self) -> None:
        """Raise Broken unless the program paints for another size."""
        self.quieten()
        columns, lines = self.terminal.columns, self.terminal.lines
        self.terminal.resize(columns + 1, lines + 1)
        if not self.terminal.read(ANSWER_SECONDS) and self.terminal.process.poll() is None:
            raise Broken("hung: nothing is painted for another size")
        self.quieten()

    def check_end(self) -> None:
        """Raise Broken unless the user quit it, and it left the terminal clean.

        Status 0 says that it was quit by a command (see `tui.reader.app`).
        """
        status = self.terminal.wait_end(ANSWER_SECONDS)
        received = bytes(self.terminal.received)
        if b"Traceback" in received:
            raise Broken(f"a traceback, status {status}: {_last_line(received)}")
        if status not in QUIT_STATUSES:
            raise Broken(f"ended by itself, status {status}: {_last_line(received)}")
        left_on = _modes_left_on(received)
        if left_on or not self.terminal.echoes:
            raise Broken(f"the terminal is not as it was: modes {left_on}")
        self.terminal.close()


def play(
    playground: str, seed: int, count: int, events: Sequence[Event] | None = None, *, undo: bool = True
) -> Outcome:
    """Play `count` random events, or the given ones, in a workspace."""
    chosen = random_events(seed, count) if events is None else events
    with tempfile.TemporaryDirectory(prefix="monkey-") as folder:
        root, home = Path(folder, "workspace"), Path(folder, "home")
        home.mkdir()
        PLAYGROUNDS[playground](root, seed)
        game = _Game(root, home, seed)
        try:
            undone = game.play(chosen, undo=undo)
        except (Broken, AssertionError, OSError) as error:
            return Outcome(playground, seed, game.sent, f"{str(error) or repr(error)}{_report(home)}")
        finally:
            game.player.terminal.close()
    return Outcome(playground, seed, game.sent, undone=undone)


class _Game:
    """One run: the events, then the checks."""

    def __init__(self, root: Path, home: Path, seed: int) -> None:
        self.root = root
        self.pace = random.Random(seed)
        self.player = _Player(root, home)
        self.errors = _errors(root)
        self.files = _files(root)
        self.sent = 0

    def play(self, events: Sequence[Event], *, undo: bool) -> bool:
        """Send the events, check, and return whether all was undone."""
        for event in events:
            self._send(event)
            if self.sent % CHECK_EVERY == 0 and not self._ended():
                self.player.check_answers()
        if self._ended():
            self._restart()
        self._escape()
        undone = undo and self.player.starts == 1 and self._undo()
        self.player.terminal.press("q")
        self.player.check_end()
        if (errors := _errors(self.root)) > self.errors:
            raise Broken(f"{errors - self.errors} new errors in the files")
        return undone

    def _send(self, event: Event) -> None:
        if self._ended():
            self._restart()
        try:
            self.player.send(event)
        except (OSError, TimeoutError):
            if not self._ended(wait=1.0):
                raise
        self.sent += 1
        if self.pace.random() < QUIET_SHARE or event.may_quit:
            self.player.quieten()
        while self.player.terminal.read(self.pace.choice((0, 0, 0.002, 0.02))):
            pass

    def _ended(self, wait: float = 0.0) -> bool:
        """Return whether the program has ended, or ends at last."""
        until = time.monotonic() + (ANSWER_SECONDS if self.player.is_leaving() else wait)
        while self.player.terminal.process.poll() is None:
            if time.monotonic() >= until:
                return False
            time.sleep(0.01)
        return True

    def _restart(self) -> None:
        self.player.check_end()
        self.player.start()

    def _escape(self) -> None:
        """Close whatever is open, and leave the reading screen in front."""
        text = ""
        for _ in range(MAX_ESCAPES):
            before, text = text, self.player.look()
            if self._ended(wait=0):
                self._restart()
            elif "Discard what was typed" in text:
                self.player.terminal.press("end", "enter")
            elif READING in text.splitlines()[-1] and text == before and DIALOG not in text:
                self.player.look_away()
                return
            else:
                self.player.terminal.press("escape")
        raise Broken(f"Esc does not lead back to the text:\n{self.player.look()}")

    def _undo(self) -> bool:
        for _ in range(MAX_UNDO):
            self.player.terminal.received.clear()
            self.player.terminal.press("u")
            self.player.quieten()
            if REFUSED.encode() in self.player.terminal.received:
                return False
            if NOTHING_LEFT.encode() in self.player.terminal.received:
                break
        else:
            if NOTHING_LEFT not in (text := self.player.look()):  # what is shown already is not sent again
                raise Broken(f"undo comes to no end:\n{text}")
        changed = {name for name, _ in _files(self.root).items() ^ self.files.items()}
        if changed:
            raise Broken(f"undo to the end left changed: {', '.join(sorted(changed))}")
        return True


def _processor_seconds(process: int) -> float:
    """Return how long a process has computed, or 0.0 if it has ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wants_processor(process: int) -> bool:
    """Return whether a process runs, or waits for others to let it run."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "R"
    except OSError:
        return False


def _files(root: Path) -> dict[str, bytes]:
    """Return the bytes of every file in a workspace but git's, by its path."""
    paths = {str(path.relative_to(root)): path for path in sorted(root.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in paths.items() if not name.startswith(".git/")}


def _errors(root: Path) -> int:
    collation = read_collation(open_workspace(root))
    problems = [*collation.problems, *(problem for account in collation.accounts for problem in account.problems)]
    return sum(problem.severity is Severity.ERROR for problem in problems)


def _modes_left_on(received: bytes) -> list[int]:
    """Return the modes left on that a shell does not want, or 25."""
    modes: dict[int, bool] = {CURSOR: True}
    for numbers, letter in _MODES.findall(received):
        modes |= {int(number): letter == b"h" for number in numbers.split(b";")}
    unwanted = {ALTERNATE_SCREEN, BRACKETED_PASTE, FOCUS_REPORTS, *MOUSE}
    left_on = [number for number, on in modes.items() if on and number in unwanted]
    return left_on if modes[CURSOR] else [*left_on, CURSOR]


def _report(home: Path) -> str:
    """Return the end of the last crash report."""
    reports = sorted(home.rglob("crashes/*.txt"))
    return "\n" + "".join(reports[-1].read_text(encoding="utf-8").splitlines(keepends=True)[-12:]) if reports else ""


def _last_line(received: bytes) -> str:
    """Return the last error that was printed, or else the last line."""
    text = _SEQUENCES.sub("", received.decode("utf-8", "replace"))
    errors = [match.group().strip() for match in _ERROR.finditer(text)]
    lines = text.strip().splitlines()
    return (errors or lines or [""])[-1].strip()[-200:]
