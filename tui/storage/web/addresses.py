"""Which addresses may be asked for."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from tui.errors import DocumentError

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|(?:https?|file|data|javascript):", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
"""IPv6 networks that lead to IPv4 addresses."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address of the web, in parts that are checked."""

    scheme: str
    host: str
    port: int
    target: str
    """The path and the query, as they are sent."""
    url: str


def is_address(name: str) -> bool:
    """Return whether a name is an address, of whatever scheme, and no file."""
    return bool(_ADDRESS.match(name))


def parse_address(url: str) -> WebAddress:
    """Return the parts of a web address, or raise DocumentError."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except (ValueError, UnicodeError) as error:
        raise DocumentError("is no address; copy it from the browser again") from error
    if parts.scheme not in _PORTS or not host:
        raise DocumentError("is not fetched: only http and https addresses are; save the page, and add the file")
    if parts.username is not None or re.search(r"[\x00-\x20\x7f]", url):
        raise DocumentError("is not fetched: it holds a password or a blank; copy it from the browser again")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    target = urlunsplit(("", "", path, quote(parts.query, safe="/%:@!$&'()*+,;=~-._?"), ""))
    return WebAddress(parts.scheme, host, port or _PORTS[parts.scheme], target, url)


def public_ip(address: WebAddress, *, allow_local: bool = False) -> str:
    """Return the IP address to connect to, or raise DocumentError.

    The name is looked up once, and the connection is made to what was checked. All its addresses must be public, unless
    `allow_local`.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise DocumentError(f"cannot be found ({error.strerror or error}); check the address") from error
    ips = [str(entry[4][0]) for entry in found]
    if not allow_local and not all(map(is_public, ips)):
        raise DocumentError("is an address of this machine or a private network; --allow-local allows it")
    return ips[0]


def is_public(ip: str) -> bool:
    """Return whether an IP address is on the internet, for everybody the same."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if any(address in network for network in _TRANSLATED):
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    return address.is_global and not address.is_multicast
