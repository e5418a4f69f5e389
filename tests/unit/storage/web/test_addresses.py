"""Only public addresses of the web may be asked for."""

import socket

import pytest

from tui.errors import DocumentError
from tui.storage.web.addresses import is_address, is_public, parse_address, public_ip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("https://a.example/b", True),
        ("HTTP://a.example", True),
        ("file:/etc/passwd", True),
        ("javascript:alert(1)", True),
        ("ftp://a.example", True),
        ("C:\\page.html", False),
        ("notes: draft.txt", False),
        ("page.html", False),
        ("-", False),
    ],
)
def test_a_name_with_a_scheme_is_an_address(name: str, expected: bool) -> None:
    assert is_address(name) is expected


def test_an_address_has_parts_that_can_be_sent() -> None:
    address = parse_address("https://bücher.example:8443/ä b?q=ö#top".replace(" ", "%20"))
    assert (address.scheme, address.host, address.port) == ("https", "xn--bcher-kva.example", 8443)
    assert address.target == "/%C3%A4%20b?q=%C3%B6"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.example/",
        "https://",
        "https://a.example:99999/",
        "https://[::1/",
        "https://user:secret@a.example/",
        "https://a.example/\r\nHost: b",
        "https://a.example/a b",
        f"https://{'a' * 70}.example/",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(DocumentError):
        parse_address(url)


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:4700::1111"])
def test_an_address_of_the_internet_is_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        *(
            "127.0.0.1",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *("255.255.255.255", "::1", "::", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "ff02::1"),
        *("64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2001:db8::1", "not an ip"),
    ],
)
def test_an_address_of_this_machine_or_a_private_network_is_not(ip: str) -> None:
    assert not is_public(ip)


def _resolve_to(monkeypatch: pytest.MonkeyPatch, *ips: str) -> None:
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ips]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: entries)


def test_all_addresses_of_a_name_must_be_public(monkeypatch: pytest.MonkeyPatch) -> None:
    _resolve_to(monkeypatch, "93.184.216.34", "10.0.0.1")
    with pytest.raises(DocumentError, match="--allow-local"):
        public_ip(parse_address("http://a.example/"))
    assert public_ip(parse_address("http://a.example/"), allow_local=True) == "93.184.216.34"


def test_a_name_that_does_not_exist_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(DocumentError, match="Name or service not known"):
        public_ip(parse_address("http://a.example/"))
