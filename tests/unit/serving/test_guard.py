"""Which requests come from a page of this server."""

import pytest

from tui.serving.guard import SECURITY_HEADERS, Guard, addresses_of, origin_of
from tui.serving.visitors import Visitor

LOCAL = "127.0.0.1:8000"


def guard(public: str = "", port: int = 8000) -> Guard:
    return Guard((Visitor("ada"),), addresses_of(port, public))


@pytest.mark.parametrize(
    ("host", "origin", "opened", "connected"),
    [
        (LOCAL, None, True, False),
        (LOCAL, f"http://{LOCAL}", True, True),
        ("LocalHost:8000", "http://localhost:8000", True, True),
        (LOCAL, "http://evil.example", False, False),
        (LOCAL, "null", False, False),
        (LOCAL, "", False, False),
        (LOCAL, f"https://{LOCAL}", False, False),
        (LOCAL, "http://127.0.0.1:8001", False, False),
        (LOCAL, f"http://{LOCAL}.evil.example", False, False),
        ("evil.example:8000", "http://evil.example:8000", False, False),
        ("evil.example", None, False, False),
        ("127.0.0.1", None, False, False),
        (f"{LOCAL}@evil.example", None, False, False),
        ("", None, False, False),
        (None, None, False, False),
    ],
)
def test_only_own_hosts_and_origins_pass(host: str | None, origin: str | None, opened: bool, connected: bool) -> None:
    assert guard().is_own(host, origin) is opened
    assert guard().is_own(host, origin, needs_origin=True) is connected


def test_a_proxy_adds_its_address() -> None:
    behind = guard("https://Notes.example/reader?x")
    assert behind.addresses == ("https://notes.example", "http://127.0.0.1:8000", "http://localhost:8000")
    assert behind.is_encrypted
    assert not guard().is_encrypted
    assert behind.is_own("notes.example", "https://notes.example", needs_origin=True)
    assert not behind.is_own("notes.example", "http://notes.example", needs_origin=True)
    assert guard(port=80).addresses[0] == "http://127.0.0.1"
    assert guard(port=80).is_own("127.0.0.1", "http://127.0.0.1", needs_origin=True)


def test_an_origin_is_scheme_and_host() -> None:
    assert origin_of("https://notes.example:443/a") == "https://notes.example"
    assert origin_of("http://notes.example:8080") == "http://notes.example:8080"
    for wrong in ("notes.example", "javascript:alert(1)", "file:///etc", "http://", "http://a:b", "http://[", ""):
        assert origin_of(wrong) == ""


def test_servers_on_one_machine_have_cookies_of_their_own() -> None:
    names = {guard(port=port).cookie_name for port in (80, 8000, 8001)}
    assert names == {"diptych-localhost", "diptych-8000", "diptych-8001"}


def test_no_page_may_frame_it_or_learn_its_address() -> None:
    assert "frame-ancestors 'none'" in SECURITY_HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in SECURITY_HEADERS["Content-Security-Policy"]
    assert SECURITY_HEADERS["Referrer-Policy"] == "no-referrer"
