"""The process of one reader, which Textual draws into a browser."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual_serve.app_service import AppService

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from textual_serve.download_manager import DownloadManager

    from tui.serving.visitors import Visitor

GRACE_SECONDS = 5.0
"""How long a reader may take to keep its drafts and end."""
READY = b"__GANGLION__\n"
"""The line that Textual prints before its packets."""
MAX_REPORT = 4096
"""Bytes of what a reader writes on stderr that are reported."""
DESKTOP = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "BROWSER", "NO_COLOR", "COLORTERM")
"""Variables of the server's own desktop and terminal, which are no matter of a visitor."""
READER_VARIABLES = {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", "MALLOC_ARENA_MAX": "1"}
"""One arena of glibc's allocator instead of one a thread saves each reader 2 MiB."""


class ReaderProcess(AppService):  # type: ignore[misc]  # has no types where the extra is missing
    """Runs the reader, without a shell, and passes on what it draws."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        person: Visitor,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
        download_manager: DownloadManager,
        report: Callable[[str], None],
    ) -> None:
        super().__init__(
            "", write_bytes=write_bytes, write_str=write_str, close=close, download_manager=download_manager
        )
        self.person = person
        self._words = tuple(command)
        self._own_environment = environment
        self._report = report
        self._ending: asyncio.Task[None] | None = None

    @property
    def is_ending(self) -> bool:
        return self._ending is not None

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment: dict[str, str] = super()._build_environment(width, height)
        for name in DESKTOP:
            environment.pop(name, None)
        return {**environment, **READER_VARIABLES, **self._own_environment}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the reader in its own session, which has no terminal."""
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            *self._words,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = self._process.stdin
        return self._process

    async def run(self) -> None:
        """Pass on what the reader draws until it ends, then close the page.

        A page that is gone does not stop the reading, or the reader could not end.
        """
        output, error_output = self._process.stdout, self._process.stderr
        assert output is not None  # noqa: S101 - all three are pipes
        assert error_output is not None  # noqa: S101 - all three are pipes
        errors = asyncio.create_task(self._read_errors(error_output))
        with suppress(asyncio.IncompleteReadError):
            if await output.readline() == READY:
                while True:
                    head = await output.readexactly(5)
                    payload = await output.readexactly(int.from_bytes(head[1:], "big"))
                    with suppress(ConnectionError, RuntimeError):
                        await self._pass_on(head[:1], payload)
        await errors
        await self._process.wait()
        with suppress(ConnectionError, RuntimeError):
            await self.remote_close()

    async def _pass_on(self, kind: bytes, payload: bytes) -> None:
        if kind == b"D":
            await self.on_data(payload)
        elif kind == b"M" and json.loads(payload)["type"] == "deliver_file_start":
            await self.on_meta(payload)
        elif kind == b"P":
            await self.on_packed(payload)

    async def _read_errors(self, output: asyncio.StreamReader) -> None:
        """Report the beginning of what the reader writes on stderr."""
        beginning = b""
        while part := await output.read(MAX_REPORT):
            beginning = (beginning + part)[:MAX_REPORT]
        if text := beginning.decode(errors="replace").strip():
            self._report(text)

    async def stop(self) -> None:
        """Let the reader keep its drafts and end, or kill it after a while."""
        if self._task is None:
            return
        if self._ending is None:
            self._ending = asyncio.create_task(self._end(self._task))
        await asyncio.shield(self._ending)

    async def _end(self, task: asyncio.Task[None]) -> None:
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        await self.send_meta({"type": "quit"})
        self.stdin.close()
        done, _ = await asyncio.wait({task}, timeout=GRACE_SECONDS)
        if not done:
            with suppress(ProcessLookupError):
                self._process.kill()
            await task


def reader_command(workspace: Path) -> tuple[str, ...]:
    """Return the words that open the reader on a workspace, for no shell.

    Without -P, a folder `tui` where the server runs would be the program.
    """
    return (sys.executable, "-P", "-m", "tui", str(workspace.absolute()))
