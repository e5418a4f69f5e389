"""Decide which requests come from a page of this server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from tui.serving.visitors import Visitor, visitor_with

LOCAL_NAMES = ("127.0.0.1", "localhost")
"""The names of this machine in an address of the reader."""
SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
"""What each answer says to the browser.

The terminal of the page sets its own styles, which `unsafe-inline` allows; scripts and all else are the server's own.
"""


def addresses_of(port: int, public: str = "") -> tuple[str, ...]:
    """Return the addresses of the reader, that for others first.

    `addresses_of(80, "https://notes.example/")` begins with `"https://notes.example"`.
    """
    suffix = "" if port == 80 else f":{port}"
    local = tuple(f"http://{name}{suffix}" for name in LOCAL_NAMES)
    return (origin_of(public), *local) if public else local


def origin_of(address: str) -> str:
    """Return scheme and host of an address, as browsers send them.

    Return "" if it is no address of a web site.
    """
    try:
        parts = urlsplit(address.strip())
        default = {"http": 80, "https": 443}.get(parts.scheme)
        if default is None or not parts.hostname:
            return ""
        port = "" if parts.port in {None, default} else f":{parts.port}"
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.hostname}{port}"


@dataclass(frozen=True)
class Guard:
    """Knows the people, and the addresses by which they come."""

    people: tuple[Visitor, ...]
    addresses: tuple[str, ...]

    @property
    def cookie_name(self) -> str:
        """The name of the cookie, its own for each port of this machine."""
        return f"diptych-{self.addresses[-1].rpartition(':')[2].strip('/')}"

    @property
    def is_encrypted(self) -> bool:
        """Whether people come through a proxy with TLS."""
        return self.addresses[0].startswith("https:")

    def address_of(self, host: str | None) -> str:
        """Return the address that a request's Host belongs to, or "".

        A page of another name that resolves to this machine (DNS rebinding) has another Host.
        """
        return next((address for address in self.addresses if host and address.partition("//")[2] == host.lower()), "")

    def is_own(self, host: str | None, origin: str | None, *, needs_origin: bool = False) -> bool:
        """Return whether a request is for this server and from its pages.

        Browsers send no Origin when an address is opened, but always one with a websocket.
        """
        is_from_own_page = origin in self.addresses or (origin is None and not needs_origin)
        return bool(self.address_of(host)) and is_from_own_page

    def with_token(self, token: str) -> Visitor | None:
        return visitor_with(self.people, token=token)

    def with_cookie(self, cookie: str) -> Visitor | None:
        return visitor_with(self.people, cookie=cookie)
