"""What comes through a pipe, and the keyboard beside it."""

from __future__ import annotations

import fcntl
import os
import stat
import sys
import termios
from contextlib import suppress


def has_piped_input() -> bool:
    """Return whether something comes through stdin, from a pipe or a file."""
    with suppress(OSError, ValueError, AttributeError):
        descriptor = sys.stdin.fileno()
        status = os.fstat(descriptor)
        if stat.S_ISFIFO(status.st_mode):
            return int.from_bytes(fcntl.ioctl(descriptor, termios.FIONREAD, bytes(4)), sys.byteorder) > 0
        return stat.S_ISREG(status.st_mode) and status.st_size > 0
    return False


def read_keys_from_terminal() -> bool:
    """Let stdin be the terminal again, after a pipe was read to its end.

    Return whether there is a terminal.
    """
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
    return True
