"""Prove that readers go on while files are blocked, moved and checked out."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from proof import Figure
from terminal import Terminal
from workspace_changes import commit, disturbances, git, make_repository

from tui.model import Severity
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.plain_loader import read_collation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workspace_changes import Disturbance

POINT = 2
SHORT, LONG = 5.0, 240.0
"""Seconds."""
SEED = 20260101
READING, EDITOR = "? help", "A note on"
SAVED_WITHIN = 2.0
"""Seconds after which a save that was not confirmed counts as refused."""
_PEOPLE = ("Mira", "Noor")


def prove(long: bool) -> Iterable[Figure]:
    """Yield the figures of the readers, and of their notes."""
    names = ("two readers, an editor and git: each reader goes on", "two readers, an editor and git: notes are kept")
    if not shutil.which("git"):
        yield from (Figure(name, 0, skipped="git is not installed") for name in names)
        return
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        root = Path(folder, "sample")
        make_repository(root)
        play = _Play(root, [stack.enter_context(_reader(root, name)) for name in _PEOPLE])
        faults = play.run(LONG if long else SHORT)
        lost = play.lost_notes()
    yield Figure(names[0], play.steps, len(faults), tuple(faults))
    yield Figure(names[1], len(play.saved), len(lost), tuple(lost))


def _reader(root: Path, name: str) -> Terminal:
    home = root.parent / f"home-{name}"
    home.mkdir()
    variables = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**variables, "HOME": str(home), "DIPTYCH_ANNOTATOR": name}
    return Terminal(["-w", str(root)], home, environment=environment)


class _Play:
    """Disturbs a workspace while its readers save notes."""

    def __init__(self, root: Path, readers: list[Terminal]) -> None:
        self.root = root
        self.readers = readers
        self.chance = random.Random(SEED)
        self.disturbances = disturbances(root)
        self.steps = 0
        self.saved: list[str] = []
        """The bodies of the notes whose save was confirmed."""

    def run(self, seconds: float) -> list[str]:
        """Disturb the workspace for some seconds, and return what went wrong."""
        name = "the start"
        try:
            for reader in self.readers:
                reader.wait_for(READING)
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                disturbance = self.chance.choice(self.disturbances)
                name = f"step {self.steps}, {disturbance.name}"
                self._step(disturbance)
            name = "the end"
            for reader in self.readers:
                self._end(reader)
        except (AssertionError, OSError, RuntimeError) as error:
            return [f"{name}: {error}"]
        return [f"does not parse: {problem}" for problem in _errors(self.root)]

    def _step(self, disturbance: Disturbance) -> None:
        """Save a note in one reader, before, during or after a disturbance."""
        reader, body = self.chance.choice(self.readers), f"note-{self.steps}-of-the-play"
        self.steps += 1
        types_before = self.chance.random() < 0.5
        if types_before:
            self._type(reader, body)
        disturbance.begin()
        self._look(self.chance.random())
        if not types_before:
            self._type(reader, body)
        is_saved = self._save(reader, SAVED_WITHIN)
        disturbance.end()
        self._look(self.chance.random() / 2)
        assert is_saved or self._save(reader, 10.0), f"a note cannot be saved\n{reader.text}"
        self.saved.append(body)

    def _type(self, reader: Terminal, body: str) -> None:
        reader.press("n")
        reader.wait_for(EDITOR)
        reader.press(*body)
        reader.wait_for(body)

    def _save(self, reader: Terminal, seconds: float) -> bool:
        """Save, and return whether the editor closes in some seconds."""
        reader.press("ctrl+s")
        try:
            reader.wait_gone("Ctrl+S", seconds)
        except AssertionError:
            assert reader.process.poll() is None, f"ended\n{reader.text}"
            return False
        return True

    def _look(self, seconds: float) -> None:
        """Read what the readers paint for some seconds."""
        until = time.monotonic() + seconds
        while True:
            for reader in self.readers:
                assert reader.process.poll() is None, f"ended\n{reader.text}"
                reader.read(0.02)
            if time.monotonic() > until:
                return

    def _end(self, reader: Terminal) -> None:
        """Check that a reader answers another size, and let it quit."""
        reader.resize(90, 30)
        reader.wait_for(lambda text: READING in text.splitlines()[-1])
        reader.press("q")
        status = reader.wait_end()
        assert status == 0, f"status {status}"
        assert b"Traceback" not in reader.received, "a traceback"

    def lost_notes(self) -> list[str]:
        """Return the saved notes that are in no commit of any branch."""
        commit(self.root)
        written = git(self.root, "log", "--all", "--patch", "--format=")
        return [body for body in self.saved if f"body: {body}\n" not in written]


def _errors(root: Path) -> list[str]:
    collation = read_collation(open_workspace(root))
    problems = [*collation.problems, *(problem for account in collation.accounts for problem in account.problems)]
    return [str(problem) for problem in problems if problem.severity is Severity.ERROR]
