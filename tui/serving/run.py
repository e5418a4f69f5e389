"""Listen on this machine only, until a signal ends it."""

from __future__ import annotations

import asyncio
import signal
import socket
from errno import EACCES, EADDRINUSE
from typing import TYPE_CHECKING

from aiohttp import web

from tui.errors import UsageError

if TYPE_CHECKING:
    from tui.serving.server import ReaderServer

LOCAL = "127.0.0.1"


def listen(port: int) -> socket.socket:
    """Return a socket of this machine alone, or raise UsageError.

    Port 0 is any that is free.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOCAL, port))
        listener.listen()
    except OSError as error:
        listener.close()
        reasons = {EADDRINUSE: "is in use", EACCES: "is not for every user"}
        reason = reasons.get(error.errno or 0, f"cannot be used ({error.strerror})")
        raise UsageError(f"port {port} {reason}; choose another one with --port, or 0 for any") from error
    return listener


async def serve_until_signal(server: ReaderServer, listener: socket.socket) -> None:
    """Serve on a socket until Ctrl+C or SIGTERM, then end every reader.

    No request is logged, because an address holds a token.
    """
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, ended.set)
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        await ended.wait()
    finally:
        await runner.cleanup()
