"""A feed that is no XML is mended by feedparser."""

from pathlib import Path

import pytest

from tui.intake import broken_feed
from tui.intake.broken_feed import mended_feed
from tui.intake.feed import feed_extracts
from tui.intake.original import Original

_BROKEN = b"<rss><channel><title>G</title><item><title>A & B</title><link>https://a.example/?a=1&b=2</link>"
_BROKEN += b"<description>Hello <b>you</description></item></channel></rss>"


def test_a_broken_feed_has_its_entries() -> None:
    pytest.importorskip("feedparser")
    (extract,) = feed_extracts(Original(_BROKEN))
    assert (extract.text, extract.outlet, extract.url) == ("# A & B\n\nHello you\n", "G", "https://a.example/?a=1&b=2")


@pytest.mark.parametrize(
    "data", [b"no feed", _BROKEN + b" " * 1_000_000, b'<!entity a "b">' + _BROKEN, b"<rss><channel><item"]
)
def test_what_is_no_feed_is_not_mended(data: bytes) -> None:
    assert mended_feed(data) is None


def test_a_feed_is_not_taken_for_the_name_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(_BROKEN)
    assert mended_feed(str(file).encode()) is None


def test_without_the_library_nothing_is_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broken_feed, "find_spec", lambda _name: None)
    assert mended_feed(_BROKEN) is None
