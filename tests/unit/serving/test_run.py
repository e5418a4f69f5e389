"""Where the server listens, and how a signal ends it."""

import asyncio
import os
import signal

import pytest

pytest.importorskip("textual_serve", reason="needs textual-serve")

from tui.errors import UsageError
from tui.serving.guard import Guard, addresses_of
from tui.serving.run import listen, serve_until_signal
from tui.serving.server import ReaderServer
from tui.serving.visitors import Visitor


def test_it_listens_on_this_machine_only_and_says_if_a_port_is_in_use() -> None:
    with listen(0) as listener:
        host, port = listener.getsockname()
        assert host == "127.0.0.1"
        with pytest.raises(UsageError, match=f"port {port} is in use; choose another one with --port"):
            listen(port)


async def test_a_signal_ends_it(tmp_path: pytest.TempPathFactory) -> None:
    with listen(0) as listener:
        guard = Guard((Visitor("ada"),), addresses_of(listener.getsockname()[1]))
        server = ReaderServer(guard, "T", tmp_path, lambda _: {}, 1, lambda _: None)  # type: ignore[arg-type]
        serving = asyncio.create_task(serve_until_signal(server, listener))
        _, writer = await asyncio.open_connection(*listener.getsockname())
        writer.close()
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait_for(serving, 5)
