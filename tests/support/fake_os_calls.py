"""System calls for tests of saving: recorded, or with a stopped clock."""

from pathlib import Path

from tui.storage.files.os_calls import OsCalls

NOW = "2026-01-02T03:04:05Z"


class RecordedCalls(OsCalls):
    """System calls that record each fsync and replace."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def fsync(self, descriptor: int) -> None:
        self.names.append("fsync")
        super().fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self.names.append("replace")
        super().replace(source, target)


class StoppedClock(OsCalls):
    """System calls whose clock has stopped."""

    def now(self) -> str:
        return NOW


CLOCK = StoppedClock()
