"""Replace the standard streams that the program was started without."""

import io
import os
import sys
from pathlib import Path


class ClosedInput(io.TextIOWrapper):
    """A closed stdin, which fails when it is read."""

    def read(self, _: int | None = -1, /) -> str:
        raise OSError("stdin is closed; redirect it with < and a file")


class ClosedOutput(io.TextIOWrapper):
    """A closed stdout, which fails when something is written to it."""

    def write(self, _: str, /) -> int:
        raise OSError("stdout is closed; write > /dev/null if you do not need it")


def replace_closed_streams() -> None:
    """Replace the closed streams by ones that fail when they are used.

    What is written to a closed stderr is lost. Each opens /dev/null, because the next file that is opened would become
    stdin, stdout or stderr otherwise.
    """
    null = Path(os.devnull)
    if sys.stdin is None:
        sys.stdin = ClosedInput(null.open("rb"), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = ClosedOutput(null.open("wb"), encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = null.open("w", encoding="utf-8")
