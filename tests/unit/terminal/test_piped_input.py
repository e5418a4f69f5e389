"""What comes through a pipe is noticed, and keys are read after it."""

import os
import pty
import subprocess
import sys

import pytest

from tui.terminal.piped_input import has_piped_input, read_keys_from_terminal


class _Stdin:
    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def fileno(self) -> int:
        return self.descriptor


def test_bytes_in_a_pipe_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    monkeypatch.setattr(sys, "stdin", _Stdin(reading))
    assert not has_piped_input()
    os.write(writing, b"a")
    assert has_piped_input()
    os.read(reading, 1)
    os.close(writing)
    assert not has_piped_input()
    os.close(reading)


def test_a_file_is_noticed_and_a_stdin_without_a_descriptor_is_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: "os.PathLike[str]"
) -> None:
    with open(os.path.join(tmp_path, "a"), "w+b") as file:  # noqa: PTH118, PTH123 - a descriptor is wanted
        monkeypatch.setattr(sys, "stdin", file)
        assert not has_piped_input()
        file.write(b"a")
        file.flush()
        assert has_piped_input()
    monkeypatch.setattr(sys, "stdin", None)
    assert not has_piped_input()


def test_the_keyboard_is_read_after_a_pipe() -> None:
    # The child has a session of its own, whose terminal is a new one.
    code = (
        "import os, sys\nfrom tui.terminal.piped_input import read_keys_from_terminal\n"
        "sys.stdin.buffer.read()\nos.write(1, str((read_keys_from_terminal(), sys.stdin.isatty())).encode())\n"
    )
    master, slave = pty.openpty()
    start = f"import fcntl, termios\nfcntl.ioctl({slave}, termios.TIOCSCTTY, 0)\n"
    command = [sys.executable, "-c", start + code]
    result = subprocess.run(
        command, input=b"page", capture_output=True, pass_fds=[slave], start_new_session=True, check=True
    )
    os.close(master)
    os.close(slave)
    assert result.stdout == b"(True, True)"


def test_without_a_terminal_stdin_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(6, "No such device or address")

    monkeypatch.setattr(os, "open", fail)
    assert not read_keys_from_terminal()
