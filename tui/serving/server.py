"""The server of the reader: pages, downloads, and a websocket a reader."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, hdrs, web
from aiohttp.helpers import content_disposition_header
from textual_serve.download_manager import DownloadManager

from tui.serving.guard import SECURITY_HEADERS, Guard
from tui.serving.messages import PageMessage, TypedText, number_or, parse_message, screen_size
from tui.serving.reader_process import ReaderProcess, reader_command

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tui.serving.visitors import Visitor

PAGE = "tui.serving", "page"
TEXTUAL = "textual_serve", "static"
STATIC_FILES: Mapping[str, tuple[tuple[str, str], str, str]] = {
    "page.css": (PAGE, "page.css", "text/css"),
    "page.js": (PAGE, "page.js", "text/javascript"),
    "textual.js": (TEXTUAL, "js/textual.js", "text/javascript"),
    "xterm.css": (TEXTUAL, "css/xterm.css", "text/css"),
    "mono.ttf": (TEXTUAL, "fonts/RobotoMono-VariableFont_wght.ttf", "font/ttf"),
    "mono-italic.ttf": (TEXTUAL, "fonts/RobotoMono-Italic-VariableFont_wght.ttf", "font/ttf"),
}
"""The files that the page may ask for. There is no folder to list or to leave."""
MAX_MESSAGE = 8 * 1024 * 1024
"""Bytes that can be pasted at once."""
PLACE_SECONDS = 5.0
"""How long a page waits for a place among the readers: a page that is loaded again gives its own back first."""
HEARTBEAT_SECONDS = 15.0


@dataclass(eq=False)
class ReaderServer:
    """Opens a reader for each page of the people that the guard knows."""

    guard: Guard
    title: str
    workspace: Path
    environment_of: Callable[[Visitor], Mapping[str, str]]
    """What the reader of a person finds in its environment."""
    max_readers: int
    report: Callable[[str], None]
    """Is given what a reader writes on stderr."""
    readers: set[ReaderProcess] = field(default_factory=set)
    _downloads: DownloadManager = field(default_factory=DownloadManager)

    def application(self) -> web.Application:
        """Return the application, in which every answer is guarded."""
        self._places = asyncio.Semaphore(self.max_readers)

        async def guarded(request: web.Request, handler: Callable[..., object]) -> web.StreamResponse:
            return await self._guarded(request, handler)

        application = web.Application(middlewares=[web.middleware(guarded)])
        application.add_routes(
            [
                web.get("/", self._index),
                web.get("/ws", self._socket),
                web.get("/static/{name}", self._static),
                web.get("/download/{key}", self._download),
            ]
        )
        application.on_shutdown.append(self._stop_readers)
        return application

    async def _guarded(self, request: web.Request, handler: Callable[..., object]) -> web.StreamResponse:
        """Answer a request of somebody known, and refuse all others."""
        response = self._refusal(request) or self._welcome(request)
        if response is None:
            try:
                response = await handler(request)  # type: ignore[misc]  # aiohttp has no types where it is missing
            except web.HTTPException as error:
                response = web.Response(status=error.status, text=error.reason)
        if not response.prepared:
            response.headers.update(SECURITY_HEADERS)
        return response

    def _refusal(self, request: web.Request) -> web.Response | None:
        host, origin = request.headers.get(hdrs.HOST), request.headers.get(hdrs.ORIGIN)
        is_socket = request.path == "/ws" or hdrs.UPGRADE in request.headers
        if self.guard.is_own(host, origin, needs_origin=is_socket) and (self._person(request) or _token(request)):
            return None
        return _page("refused.html", status=403)

    def _welcome(self, request: web.Request) -> web.Response | None:
        """Exchange a token for a cookie, and go on to an address without it.

        The page itself goes on: after a redirect, a browser that comes from elsewhere keeps a strict cookie back.
        """
        if not _token(request):
            return None
        person = self.guard.with_token(_token(request)) if request.path == "/" else None
        if person is None:
            return _page("refused.html", status=403)
        response = _page("welcome.html")
        secure = self.guard.is_encrypted and self.guard.address_of(request.host) == self.guard.addresses[0]
        response.set_cookie(self.guard.cookie_name, person.cookie, httponly=True, samesite="Strict", secure=secure)
        return response

    def _person(self, request: web.Request) -> Visitor | None:
        return self.guard.with_cookie(request.cookies.get(self.guard.cookie_name, ""))

    async def _index(self, request: web.Request) -> web.Response:
        person = self._person(request)
        address = self.guard.address_of(request.host)
        size = max(6, min(number_or(request.query.get("fontsize", ""), 16), 60))
        title = f"{self.title} · {person.name}" if person else self.title
        return _page("index.html", title=title, socket=f"ws{address.removeprefix('http')}/ws", font_size=str(size))

    async def _static(self, request: web.Request) -> web.Response:
        found = STATIC_FILES.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        (package, folder), path, content_type = found
        body = files(package).joinpath(folder, path).read_bytes()
        return web.Response(body=body, content_type=content_type)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """Send a file that the reader of the same person delivers."""
        key, person = request.match_info["key"], self._person(request)
        try:
            download = await self._downloads.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound from None
        if person is None or download.app_service.person != person:
            raise web.HTTPNotFound
        disposition = content_disposition_header("attachment", filename=download.file_name)
        headers = {hdrs.CONTENT_DISPOSITION: disposition, **SECURITY_HEADERS}
        response = web.StreamResponse(headers=headers)
        response.content_type = "application/octet-stream"
        await response.prepare(request)
        async for chunk in self._downloads.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        """Open a reader for a page, and end it with the page."""
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT_SECONDS, max_msg_size=MAX_MESSAGE)
        await socket.prepare(request)
        person = self._person(request)
        try:
            await asyncio.wait_for(self._places.acquire(), PLACE_SECONDS)
        except TimeoutError:
            await socket.send_bytes(_too_many(self.max_readers))
            await socket.close()
            return socket
        try:
            if person and not socket.closed:
                await self._read(socket, person, _asked_size(request))
        finally:
            self._places.release()
        return socket

    async def _read(self, socket: web.WebSocketResponse, person: Visitor, size: tuple[int, int]) -> None:
        reader = ReaderProcess(
            reader_command(self.workspace),
            self.environment_of(person),
            person=person,
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=socket.close,
            download_manager=self._downloads,
            report=self.report,
        )
        await self._ended_readers(person)
        self.readers.add(reader)
        try:
            await reader.start(*size)
            await _pass_messages(socket, reader)
        finally:
            await asyncio.shield(self._end(reader))

    async def _ended_readers(self, person: Visitor) -> None:
        """Wait for a person's readers that are ending.

        They keep drafts, which the next one offers: a page that is loaded again opens it before they are kept.
        """
        await asyncio.gather(*(each.stop() for each in self.readers if each.person == person and each.is_ending))

    async def _end(self, reader: ReaderProcess) -> None:
        try:
            await reader.stop()
        finally:
            self.readers.discard(reader)

    async def _stop_readers(self, _: web.Application) -> None:
        await asyncio.gather(*(reader.stop() for reader in tuple(self.readers)))


async def _pass_messages(socket: web.WebSocketResponse, reader: ReaderProcess) -> None:
    """Pass what the page sends to its reader, until the page is closed."""
    typed = TypedText()
    async for message in socket:
        parsed = parse_message(message.data) if message.type == WSMsgType.TEXT else None
        if parsed:
            await _pass_message(parsed, typed, socket, reader)


async def _pass_message(
    message: PageMessage, typed: TypedText, socket: web.WebSocketResponse, reader: ReaderProcess
) -> None:
    match message.type:
        case "stdin":
            await reader.send_bytes(typed.encode(message.text))
        case "resize":
            await reader.set_terminal_size(*message.size)
        case "ping":
            await socket.send_json(["pong", message.text])
        case "focus" | "blur":
            await reader.send_meta({"type": message.type})


def _token(request: web.Request) -> str:
    return str(request.query.get("token", ""))


def _asked_size(request: web.Request) -> tuple[int, int]:
    query = request.query
    return screen_size(number_or(query.get("width", ""), 80), number_or(query.get("height", ""), 24))


def _page(name: str, status: int = 200, **values: str) -> web.Response:
    text = files(PAGE[0]).joinpath(PAGE[1], name).read_text("utf-8")
    filled = Template(text).substitute({key: escape(value) for key, value in values.items()})
    return web.Response(text=filled, status=status, content_type="text/html", charset="utf-8")


def _too_many(readers: int) -> bytes:
    line = f"All {readers} places are taken: close another page, or ask for more with diptych serve --readers."
    return f"\x1b[2J\x1b[H{line}\r\n".encode()
