"""Make system calls of a running program fail, with `strace`.

SQLite makes its calls itself, where no failpoint in Python can be.
"""

import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from errno import errorcode
from pathlib import Path


@contextmanager
def injected(
    process_id: int, call: str, code: int, files: Sequence[Path], log: Path, wait: Callable[[Callable[[], bool]], None]
) -> Iterator[None]:
    """Let a call on these files fail while the block runs.

    `wait` waits until a condition holds.
    """
    paths = [option for file in files for option in ("-P", str(file))]
    inject = f"inject={call}:error={errorcode[code]}"
    command = ["strace", "-f", "-p", str(process_id), *paths, "-e", f"trace={call}", "-e", inject, "-o", str(log)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as tracer:
        try:
            wait(lambda: is_traced(process_id) or tracer.poll() is not None)
            yield
        finally:
            tracer.terminate()


def is_traced(process_id: int) -> bool:
    """Return whether all threads of a process have a tracer."""
    files = Path(f"/proc/{process_id}/task").glob("*/status")
    return all("TracerPid:\t0\n" not in file.read_text(encoding="utf-8") for file in files)


def refused() -> str:
    """Return why `strace` cannot be used here, or an empty string."""
    command = ["strace", "-e", "inject=getppid:error=EIO", "-o", "/dev/null", "true"]
    try:
        result = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        return f"strace cannot be run ({error.strerror})"
    return "tracing is not permitted" if result.returncode else ""
