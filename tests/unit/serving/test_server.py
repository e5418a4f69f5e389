"""What the server gives to whom: pages, files, and a reader."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("textual_serve", reason="needs textual-serve")

from aiohttp import CookieJar, WSMsgType, WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer, unused_port

from tui.serving.guard import Guard, addresses_of
from tui.serving.reader_process import ReaderProcess
from tui.serving.server import STATIC_FILES, ReaderServer
from tui.serving.visitors import Visitor

FAKE_READER = """
import json, os, sys
out = sys.stdout.buffer
def send(kind, data):
    out.write(kind + len(data).to_bytes(4, "big") + data)
    out.flush()
out.write(b"__GANGLION__\\n")
send(b"D", f"{os.environ['DIPTYCH_ANNOTATOR']} {os.environ['COLUMNS']}".encode())
while head := sys.stdin.buffer.read(5):
    data = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    kind = json.loads(data).get("type") if head[:1] == b"M" else ""
    if kind == "quit":
        break
    if kind == "deliver_chunk_request":
        first, done = not globals().get("done"), True
        chunk = b"notes" if first else b""
        send(b"P", b"t" + b"s13:deliver_chunk" + b"s1:k" + b"%d:%s" % (len(chunk), chunk) + b"e")
    elif data == b"E":
        meta = {"type": "deliver_file_start", "key": "k", "path": "/x/my\\r\\n;notes.md", "open_method": "browser",
                "mime_type": "text/html", "encoding": ""}
        send(b"M", json.dumps(meta).encode())
    elif data == b"O":
        send(b"M", json.dumps({"type": "open_url", "url": "http://evil.example", "new_tab": True}).encode())
    else:
        send(b"D", head[:1] + data)
"""
"""Says whose it is and echoes its input, without the time that Textual takes."""
EVIL = "http://evil.example"


class Served:
    """A server for two people, and its clients."""

    def __init__(self, root: Path) -> None:
        port = unused_port()
        self.ada, self.ben = Visitor("ada"), Visitor("ben")
        self.guard = Guard((self.ada, self.ben), addresses_of(port))
        self.clients: list[TestClient[Any, Any]] = []
        self.reports: list[str] = []
        environment = lambda person: {"DIPTYCH_ANNOTATOR": person.name}  # noqa: E731 - one line
        self.server = ReaderServer(self.guard, "<Ferry>", root, environment, 2, self.reports.append)
        self.own = {"Origin": f"http://127.0.0.1:{port}"}
        self.test_server = TestServer(self.server.application(), port=port)

    def client(self) -> TestClient[Any, Any]:
        client = TestClient(self.test_server, cookie_jar=CookieJar(unsafe=True))
        self.clients.append(client)
        return client

    async def client_of(self, person: Visitor) -> TestClient[Any, Any]:
        client = self.client()
        assert (await client.get(f"/?token={person.token}")).status == 200
        return client


@pytest.fixture
async def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Served]:
    monkeypatch.setattr("tui.serving.server.reader_command", lambda _: (sys.executable, "-S", "-c", FAKE_READER))
    one = Served(tmp_path)
    await one.test_server.start_server()
    yield one
    for client in one.clients:
        await client.close()
    await one.test_server.close()


async def refused(client: TestClient[Any, Any], path: str, headers: Mapping[str, str], **options: Any) -> bool:
    """Return whether a request is refused, and nothing of the reader sent."""
    if path.startswith("/ws"):
        try:
            async with client.ws_connect(path, headers=headers):
                return False
        except WSServerHandshakeError as error:
            return bool(error.status == 403)
    response = await client.get(path, headers=headers, **options)
    body = await response.text()
    return response.status == 403 and "Ferry" not in body and "Set-Cookie" not in response.headers


async def test_no_stranger_passes(served: Served) -> None:
    stranger, ada = served.client(), await served.client_of(served.ada)
    paths = ("/", "/ws", "/static/textual.js", "/static/", "/static", "/download/k", "/nowhere", "/../../etc/passwd")
    tokens = ("", "?token=", "?token=x", f"?token={served.ada.cookie}", f"?token={served.ada.token[:-1]}")
    wrong_hosts = ({"Host": "evil.example"}, {"Host": "127.0.0.1"}, {"Host": f"{EVIL}:80"}, {"Host": ""})
    wrong_origins = ({"Origin": EVIL}, {"Origin": "null"}, {"Origin": f"{served.own['Origin']}.evil.example"})
    cookie = {"Cookie": f"{served.guard.cookie_name}={served.ada.token}"}
    passed = [
        (who, path, headers)
        for who, client, variants in (
            ("stranger", stranger, [served.own, {}, cookie | served.own]),
            ("ada", ada, [served.own | host for host in wrong_hosts] + [*wrong_origins]),
        )
        for path in (*paths, *(f"/{token}" for token in tokens if who == "stranger"))
        for headers in variants
        if not await refused(client, path, headers)
    ]
    assert passed == []
    assert await refused(ada, "/ws", {})
    assert await refused(stranger, f"/ws?token={served.ada.token}", served.own)
    assert await refused(ada, f"/?token={served.ben.token[:-1]}", served.own)
    assert served.server.readers == set()


async def test_a_token_becomes_a_cookie_that_no_script_or_other_page_has(served: Served) -> None:
    client = served.client()
    welcome = await client.get(f"/?token={served.ada.token}")
    cookie = welcome.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert served.ada.token not in cookie
    assert 'content="0; url=/"' in await welcome.text()
    page = await client.get("/")
    text = await page.text()
    assert page.status == 200
    assert "<title>&lt;Ferry&gt; · ada</title>" in text
    assert f'data-session-websocket-url="ws{served.own["Origin"].removeprefix("http")}/ws"' in text
    assert served.ada.token not in text
    assert "://" not in text.replace(f"ws{served.own['Origin'].removeprefix('http')}", "")
    for answer in (welcome, page):
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Frame-Options"] == "DENY"


async def test_only_the_files_of_the_page_are_served(served: Served) -> None:
    ada = await served.client_of(served.ada)
    for name in STATIC_FILES:
        assert (await ada.get(f"/static/{name}")).status == 200
    for path in (
        "/static/",
        "/static",
        "/static/js/textual.js",
        "/static/..%2f..%2fserver.py",
        "/static/%2e%2e/server.py",
        "/static/%2Fetc%2Fpasswd",
        "/static/page.js%00",
        "/download/../static/",
        "/download/none",
    ):
        response = await ada.get(path)
        assert (response.status, "def " in await response.text()) == (404, False)
    assert (await ada.post("/")).status == 405


async def test_two_people_read_at_once_each_as_their_own_annotator(served: Served) -> None:
    ada, ben = await served.client_of(served.ada), await served.client_of(served.ben)
    async with (
        ada.ws_connect("/ws?width=100&height=30", headers=served.own) as first,
        ben.ws_connect("/ws?width=99999999&height=-1", headers=served.own) as second,
    ):
        assert await first.receive_bytes() == b"ada 100"
        assert await second.receive_bytes() == b"ben 80"
        await first.send_str('["stdin", "\\ud83d"]')
        assert await first.receive_bytes() == b"D"
        await first.send_str("no message")
        await first.send_bytes(b"no text")
        await first.send_str('["stdin", "\\ude00 \\ud83d é"]')
        assert (await first.receive_bytes()).decode() == "D😀  é"
        await first.send_str('["resize", {"width": 1000000, "height": 40}]')
        assert json.loads((await first.receive_bytes())[1:]) == {"type": "resize", "width": 500, "height": 40}
        await first.send_str('["ping", "7"]')
        assert await first.receive_json() == ["pong", "7"]
        processes = [reader._process for reader in served.server.readers]
    assert await asyncio.gather(*(process.wait() for process in processes)) == [0, 0]
    assert served.reports == []


async def test_a_download_is_for_its_reader_only_and_no_address_is_opened(served: Served) -> None:
    ada, ben = await served.client_of(served.ada), await served.client_of(served.ben)
    async with ada.ws_connect("/ws", headers=served.own) as socket:
        await socket.receive_bytes()
        await socket.send_str('["stdin", "O"]')
        await socket.send_str('["stdin", "E"]')
        assert await socket.receive_json() == ["deliver_file_start", "k"]
        assert (await ben.get("/download/k")).status == 404
        response = await ada.get("/download/k")
        assert await response.read() == b"notes"
        assert response.headers["Content-Type"] == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment; filename=")
        assert (await ada.get("/download/k")).status == 404


async def test_a_page_that_is_loaded_again_waits_for_the_drafts_of_the_last(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    is_connected = asyncio.Event()
    start, end = ReaderProcess.start, ReaderProcess._end

    async def note_start(reader: ReaderProcess, width: int, height: int) -> None:
        order.append("start")
        await start(reader, width, height)

    async def note_end(reader: ReaderProcess, task: asyncio.Task[None]) -> None:
        await is_connected.wait()
        await end(reader, task)
        order.append("end")

    monkeypatch.setattr(ReaderProcess, "start", note_start)
    monkeypatch.setattr(ReaderProcess, "_end", note_end)
    client = await served.client_of(served.ada)
    socket = await client.ws_connect("/ws", headers=served.own)
    await socket.receive_bytes()
    await socket.close()
    async with client.ws_connect("/ws", headers=served.own) as again:
        is_connected.set()
        await again.receive_bytes()
        assert order == ["start", "end", "start"]


async def test_there_are_places_for_so_many_readers(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.serving.server.PLACE_SECONDS", 0.01)
    ada = await served.client_of(served.ada)
    sockets = [await ada.ws_connect("/ws", headers=served.own) for _ in range(2)]
    for socket in sockets:
        assert await socket.receive_bytes() == b"ada 80"
    third = await ada.ws_connect("/ws", headers=served.own)
    assert b"All 2 places are taken" in await third.receive_bytes()
    assert (await third.receive()).type == WSMsgType.CLOSE
    monkeypatch.setattr("tui.serving.server.PLACE_SECONDS", 5)
    await sockets[0].close()
    again = await ada.ws_connect("/ws", headers=served.own)
    assert await again.receive_bytes() == b"ada 80"
