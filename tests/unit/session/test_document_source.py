"""A document is read from a file or an address."""

from pathlib import Path

import pytest

from tui.errors import DocumentError
from tui.session.document_source import fetch_document, read_document_file, read_original
from tui.storage.web import fetch
from tui.storage.web.fetch import Fetched


def test_a_file_is_read_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>x")
    original = read_document_file(tmp_path / "a.html")
    assert (original.data, original.name, original.url) == (b"<p>x", "a.html", "")


def test_a_name_is_a_path_or_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.html").write_bytes(b"<p>x")
    assert read_original("~/a.html").data == b"<p>x"
    with pytest.raises(DocumentError, match="only http and https"):
        read_original(f"file://{tmp_path}/a.html")


@pytest.mark.parametrize("name", ["none.html", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DocumentError):
        read_document_file(tmp_path / name)


def test_a_fetched_page_has_its_last_address_and_name(monkeypatch: pytest.MonkeyPatch) -> None:
    fetched = Fetched(b"x", "https://a.example/b/page%20one.html?c", "text/html")
    monkeypatch.setattr(fetch, "fetch", lambda *_, **__: fetched)
    original = fetch_document("https://a.example/", allow_local=False, on_redirect=print)
    assert (original.name, original.url, original.content_type) == ("page one.html", fetched.url, "text/html")
