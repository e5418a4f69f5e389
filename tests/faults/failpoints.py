"""Order system calls of a running program to fail, or to kill it."""

import errno
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CHILD_SITE = Path(__file__).with_name("child_site")
KILL = 0
"""Stands for an error: the process is killed before the call, or in the middle of a write."""
CALLS = ("openat", "write", "fsync", "rename", "link")
CODES = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES)


@dataclass(frozen=True)
class Order:
    """Calls that fail on files whose path starts with `within`."""

    calls: tuple[str, ...]
    code: int
    within: Path
    at: int = 0
    """The number of the call that fails, counted from 0 among the calls that match."""
    always: bool = False
    """Whether all later ones fail too."""

    def __str__(self) -> str:
        error = errno.errorcode[self.code] if self.code else "kill -9"
        return f"{error} at {' '.join(self.calls)} {self.at}{', and all after it' if self.always else ''}"


class Failpoints:
    """The orders to one program, and the log of what failed in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._serial = 0
        folder.mkdir()

    def environment(self) -> Mapping[str, str]:
        """Return the variables with which a Python program obeys the orders."""
        path = os.pathsep.join(filter(None, [str(CHILD_SITE), os.environ.get("PYTHONPATH", "")]))
        return {"FAILPOINTS": str(self._folder), "PYTHONPATH": path}

    def set(self, order: Order) -> None:
        """Replace the order."""
        self._serial += 1
        values = {"serial": self._serial, "calls": order.calls, "code": order.code}
        values |= {"within": str(order.within), "at": order.at, "always": order.always}
        new = self._folder / "new"
        new.write_text(json.dumps(values), encoding="utf-8")
        new.replace(self._folder / "order")

    def clear(self) -> None:
        (self._folder / "order").unlink(missing_ok=True)

    def failed(self) -> list[str]:
        """Return the calls that failed by the last order, with their paths."""
        log = self._folder / "log"
        lines = log.read_text(encoding="utf-8", errors="surrogateescape").splitlines() if log.exists() else []
        return [line.partition(" ")[2] for line in lines if line.partition(" ")[0] == str(self._serial)]
