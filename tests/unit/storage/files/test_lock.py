"""One writer at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.storage.files.lock import folder_lock
from tui.storage.files.os_calls import OS_CALLS, OsCalls

HOLD = """
import sys
from pathlib import Path
from tui.storage.files.lock import folder_lock
from tui.storage.files.os_calls import OS_CALLS
with folder_lock(Path(sys.argv[1]), OS_CALLS):
    print("held", flush=True)
    sys.stdin.read()
"""


class Impatient(OsCalls):
    """A system whose clock advances a second each time it is read."""

    seconds = 0.0
    slept = 0

    def monotonic(self) -> float:
        self.seconds += 1
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept += 1


def test_another_process_is_waited_for_and_named(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        system = Impatient()
        with pytest.raises(SaveError, match="is saving here") as caught, folder_lock(tmp_path, system):
            pass
        assert system.slept > 3
        if Path("/proc/locks").exists():
            assert f"process {other.pid}" in str(caught.value) or "perhaps" in str(caught.value)
        other.communicate(b"")
    with folder_lock(tmp_path, OS_CALLS):
        assert list(tmp_path.iterdir()) == []


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        other.kill()
    with folder_lock(tmp_path, Impatient()):
        pass


def test_a_lock_on_a_replaced_folder_counts_for_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    folder.mkdir()

    class Replacing(OsCalls):
        replaced = False

        def flock(self, descriptor: int) -> None:
            super().flock(descriptor)
            if not self.replaced:
                self.replaced = True
                folder.rename(tmp_path / "old")
                folder.mkdir()

    system = Replacing()
    with folder_lock(folder, system), pytest.raises(SaveError), folder_lock(folder, Impatient()):
        pass
