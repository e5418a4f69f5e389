"""The memory of a process: a limit, and its peak."""

import os
import resource
from contextlib import suppress
from pathlib import Path


def limit_memory(megabytes: int) -> None:
    """Limit the address space of this process, if the system can."""
    size = megabytes * 2**20
    with suppress(ValueError, OSError):  # macOS refuses
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def peak_memory() -> int:
    """Return the peak memory of this process in MiB.

    On Linux, `ru_maxrss` includes the parent's memory before exec.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 // 1024 if os.uname().sysname == "Darwin" else peak // 1024
