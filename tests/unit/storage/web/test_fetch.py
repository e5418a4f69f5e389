"""A page is fetched by one request, within limits."""

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tui.errors import DocumentError
from tui.storage.web import fetch as fetch_module
from tui.storage.web.fetch import fetch

_LIMIT = 1000


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    requests: list[tuple[str, dict[str, str]]]

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, _Server)
        self.server.requests.append((self.path, dict(self.headers)))
        name, _, rest = self.path.removeprefix("/").partition("?")
        getattr(self, f"answer_{name}")(rest)

    def answer_page(self, _: str) -> None:
        self._send(200, b"<p>Hello", {"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "a=b"})

    def answer_to(self, target: str) -> None:
        self._send(302, b"", {"Location": target, "Set-Cookie": "a=b"})

    def answer_large(self, _: str) -> None:
        self._send(200, b"x" * (_LIMIT + 1), {})

    def answer_bomb(self, _: str) -> None:
        self._send(200, gzip.compress(b"x" * 1_000_000), {"Content-Encoding": "gzip"})

    def answer_broken(self, _: str) -> None:
        self._send(200, b"no gzip", {"Content-Encoding": "gzip"})

    def answer_gone(self, _: str) -> None:
        self._send(404, b"", {})

    def answer_silent(self, _: str) -> None:
        self.connection.recv(1)  # nothing comes until the other side closes

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="module")
def running() -> Iterator[_Server]:
    """Yield a server on this machine."""
    server = _Server(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def server(running: _Server) -> _Server:
    """Return the server, which has seen no request."""
    running.requests = []
    return running


def test_a_page_is_fetched_with_its_type_by_one_request(server: _Server) -> None:
    fetched = fetch(server.url("/page?a=b#c"), _LIMIT, allow_local=True)
    assert (fetched.data, fetched.content_type) == (b"<p>Hello", "text/html; charset=utf-8")
    ((path, headers),) = server.requests
    assert path == "/page?a=b"
    assert not {"Cookie", "Referer", "Authorization"} & headers.keys()


def test_a_redirect_is_followed_and_shown_without_cookies(server: _Server) -> None:
    shown: list[str] = []
    fetched = fetch(server.url("/to?/page"), _LIMIT, allow_local=True, on_redirect=shown.append)
    assert fetched.url == server.url("/page")
    assert shown == [server.url("/page")]
    assert all("Cookie" not in headers for _, headers in server.requests)


def test_this_machine_is_not_asked(server: _Server) -> None:
    with pytest.raises(DocumentError, match="this machine"):
        fetch(server.url("/page"), _LIMIT)
    assert server.requests == []


def test_a_redirect_is_checked_like_the_first_address(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first name leads to the server, as if that were public.
    public = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]
    private = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", server.server_port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: public if host == "a.example" else private)
    monkeypatch.setattr("tui.storage.web.addresses.is_public", lambda ip: ip == "127.0.0.1")
    monkeypatch.setattr(socket, "create_connection", _directly)
    with pytest.raises(DocumentError, match="private network"):
        fetch(f"http://a.example:{server.server_port}/to?http://b.example/page", _LIMIT)
    assert [path for path, _ in server.requests] == ["/to?http://b.example/page"]


def _directly(address: tuple[str, int], timeout: float) -> socket.socket:
    connection = socket.socket()
    connection.settimeout(timeout)
    connection.connect(address)
    return connection


def test_a_name_is_looked_up_once(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]

    def resolve(host: str, *_: object, **__: object) -> object:
        asked.append(host)
        return answer

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", _directly)
    fetch(f"http://a.example:{server.server_port}/page", _LIMIT, allow_local=True)
    assert asked == ["a.example"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/to?file:///etc/passwd", "only http and https"),
        ("/to?javascript:alert(1)", "only http and https"),
        ("/large", "is larger than"),
        ("/bomb", "is larger than"),
        ("/broken", "was sent broken"),
        ("/gone", "404"),
    ],
)
def test_what_cannot_be_taken_is_refused(server: _Server, path: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        fetch(server.url(path), _LIMIT, allow_local=True)
    assert len(server.requests) == 1


def test_redirects_without_end_are_refused(server: _Server) -> None:
    loop = "/to?" * 8 + "/page"
    with pytest.raises(DocumentError, match="redirects more than 5 times"):
        fetch(server.url(loop), _LIMIT, allow_local=True)
    assert len(server.requests) == 6


def test_a_server_that_says_nothing_is_left(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_module, "MAX_SECONDS", 0.1)
    with pytest.raises(DocumentError, match=r"took more than 0.1 seconds"):
        fetch(server.url("/silent"), _LIMIT, allow_local=True)


def test_a_server_that_is_not_there_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "create_connection", refuse)
    with pytest.raises(DocumentError, match="Connection refused"):
        fetch("http://127.0.0.1:1/", _LIMIT, allow_local=True)
