"""Test whether a process counts as running."""

import os
import subprocess
import sys

from tui.storage.files.process_state import is_running


def test_this_process_and_another_users_run() -> None:
    assert is_running(os.getpid())
    assert is_running(1)


def test_an_ended_process_does_not_run() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    assert not is_running(process.pid)


def test_a_number_too_large_for_a_process_does_not_run() -> None:
    assert not is_running(10**30)
