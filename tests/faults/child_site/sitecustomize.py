"""Make system calls of this process fail, as `failpoints` orders.

Python imports this module at its start if its folder is in PYTHONPATH. So the product needs no hook.
"""

import builtins
import io
import json
import os
import signal
from collections import Counter
from typing import Any

CONTROL = os.environ.get("FAILPOINTS", "")
"""The folder with the orders and the log."""
_open, _read, _write, _close = os.open, os.read, os.write, os.close
_paths: dict[int, str] = {}
"""The paths of the descriptors that `os.open` returned."""
_counts: Counter[int] = Counter()
"""How many calls matched each order."""


def _order() -> dict[str, Any] | None:
    try:
        descriptor = _open(f"{CONTROL}/order", os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    content = _read(descriptor, 4096)
    _close(descriptor)
    order: dict[str, Any] = json.loads(content)
    return order


def _log(order: dict[str, Any], call: str, path: str) -> None:
    descriptor = _open(f"{CONTROL}/log", os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    _write(descriptor, f"{order['serial']} {call} {path}\n".encode("utf-8", "surrogateescape"))
    _close(descriptor)


def _fault(call: str, path: object) -> int | None:
    """Return the error that a call must fail with, 0 for a kill, or None."""
    if not isinstance(path, str | bytes | os.PathLike):
        return None
    name = os.fsdecode(path)
    order = _order()
    if order is None or call not in order["calls"] or not name.startswith(order["within"]):
        return None
    number = _counts[order["serial"]]
    _counts[order["serial"]] += 1
    if number != order["at"] and not (order["always"] and number > order["at"]):
        return None
    _log(order, call, name)
    code: int = order["code"]
    return code


def _fail(call: str, path: object) -> None:
    """Raise OSError or kill the process if the order says so."""
    code = _fault(call, path)
    if code == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    if code:
        raise OSError(code, os.strerror(code), path)


def _failing_open(path: Any, flags: int, mode: int = 0o777, **options: Any) -> int:
    _fail("openat", path)
    descriptor = _open(path, flags, mode, **options)
    _paths[descriptor] = os.fsdecode(path)
    return descriptor


def _failing_close(descriptor: int) -> None:
    _paths.pop(descriptor, None)
    _close(descriptor)


def _failing_write(descriptor: int, content: Any) -> int:
    code = _fault("write", _paths.get(descriptor))
    if code is None:
        return _write(descriptor, content)
    _write(descriptor, memoryview(content)[: len(content) // 2])
    if code == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    raise OSError(code, os.strerror(code))


def _failing(call: str, function: Any, place: int = 0) -> Any:
    """Return a function that may fail for the path or descriptor at `place`."""

    def replacement(*arguments: Any, **options: Any) -> Any:
        target = arguments[place]
        _fail(call, _paths.get(target) if isinstance(target, int) else target)
        return function(*arguments, **options)

    return replacement


def _install() -> None:
    names: Any = os
    names.open, names.close, names.write = _failing_open, _failing_close, _failing_write
    names.fsync = _failing("fsync", os.fsync)
    names.rename, names.replace = _failing("rename", os.rename), _failing("rename", os.replace)
    names.link = _failing("link", os.link)
    opened = _failing("openat", io.open)
    builtins.open = io.open = opened


if CONTROL:
    _install()
