"""Operating systems for tests of saving: one counts its calls, one has a clock that stands still."""

from pathlib import Path

from tui.storage.files.os_calls import OsCalls

NOW = "2026-01-02T03:04:05Z"


class Called(OsCalls):
    """A system that keeps the names of its calls."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def fsync(self, descriptor: int) -> None:
        self.names.append("fsync")
        super().fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self.names.append("replace")
        super().replace(source, target)


class Clock(OsCalls):
    """A system whose clock stands still."""

    def now(self) -> str:
        return NOW


CLOCK = Clock()
