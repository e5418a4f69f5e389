"""Fetch one page of the web."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from tui.errors import DocumentError
from tui.storage.web.addresses import WebAddress, parse_address, public_ip

MAX_SECONDS = 30
MAX_REDIRECTS = 5
_CHUNK = 64 * 1024
_HEADERS = {
    "User-Agent": "diptych (a reader; it fetches the one page that its user names)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent."""

    data: bytes
    url: str
    """Where it was, after all redirects."""
    content_type: str


def fetch(
    url: str, max_bytes: int, *, allow_local: bool = False, on_redirect: Callable[[str], None] = lambda _: None
) -> Fetched:
    """Return what is at an address of the web, or raise DocumentError.

    No cookie is sent and no script runs. Each address that the server redirects to is checked like the first, and
    `on_redirect` is called with it.
    """
    deadline = time.monotonic() + MAX_SECONDS
    for _ in range(MAX_REDIRECTS + 1):
        address = parse_address(url)
        fetched, url = _request(address, public_ip(address, allow_local=allow_local), max_bytes, deadline)
        if fetched:
            return fetched
        on_redirect(url)
    raise DocumentError(f"redirects more than {MAX_REDIRECTS} times; save the page in a browser, and add the file")


def _request(address: WebAddress, ip: str, max_bytes: int, deadline: float) -> tuple[Fetched | None, str]:
    """Return what was sent, or None and the address that it redirects to."""
    connection = _Connection(address, ip, deadline)
    try:
        connection.request("GET", address.target, headers=_HEADERS)
        response = connection.getresponse()
        location = response.getheader("Location")
        if response.status in _REDIRECTS and location:
            return None, urljoin(address.url, location)
        if response.status != http.client.OK:
            raise DocumentError(
                f"was refused by the server ({response.status} {response.reason}); save the page in a browser, "
                "and add the file"
            )
        return Fetched(
            _body(response, connection, max_bytes), address.url, response.getheader("Content-Type") or ""
        ), ""
    except TimeoutError as error:
        raise DocumentError(f"took more than {MAX_SECONDS} seconds; save the page in a browser") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise DocumentError(f"cannot be fetched ({reason}); check the address") from error
    finally:
        connection.close()


class _Connection(http.client.HTTPConnection):
    """A connection to the IP address that was checked, with a deadline."""

    def __init__(self, address: WebAddress, ip: str, deadline: float) -> None:
        super().__init__(address.host, address.port)
        self._address = address
        self._ip = ip
        self._deadline = deadline

    def connect(self) -> None:
        self.sock = socket.create_connection((self._ip, self._address.port), self.seconds_left())
        if self._address.scheme == "https":
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self._address.host)

    def limit_wait(self) -> None:
        """Let the next read end at the deadline."""
        if self.sock:
            self.sock.settimeout(self.seconds_left())

    def seconds_left(self) -> float:
        """Return the seconds until the deadline, or raise TimeoutError."""
        seconds = self._deadline - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


def _body(response: http.client.HTTPResponse, connection: _Connection, max_bytes: int) -> bytes:
    inflate = zlib.decompressobj(47) if response.getheader("Content-Encoding", "") in {"gzip", "deflate"} else None
    body = bytearray()
    while True:
        connection.limit_wait()
        chunk = response.read1(_CHUNK)
        if not chunk:
            return bytes(body)
        try:
            body += inflate.decompress(chunk, max_bytes - len(body) + 1) if inflate else chunk
        except zlib.error as error:
            raise DocumentError("was sent broken; try again, or save the page in a browser") from error
        if len(body) > max_bytes:
            raise DocumentError(f"is larger than {max_bytes // 1_000_000} MB; save a part of it, and add that")
