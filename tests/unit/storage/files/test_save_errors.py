"""What a failed save says."""

import errno
import os
from pathlib import Path

import pytest

from tui.storage.files.save_errors import save_error


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "f: the disk is full; make room, and save again"),
        (errno.EROFS, "f: this disk can only be read; copy the workspace to one that can be written"),
        (errno.ENAMETOOLONG, "f: the name is too long for this disk; choose a shorter one"),
        (errno.EIO, f"f: could not be written ({os.strerror(errno.EIO)}); save again, or elsewhere"),
    ],
)
def test_the_message_says_what_to_do(code: int, said: str) -> None:
    assert str(save_error(OSError(code, os.strerror(code)), Path("f"))) == said


def test_an_error_without_a_number_speaks_for_itself() -> None:
    assert str(save_error(OSError("odd"), Path("f"))) == "f: could not be written (odd); save again, or elsewhere"
