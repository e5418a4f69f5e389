"""The originals of articles are kept, each under a name of its own."""

from tui.model import Workspace
from tui.storage.workspace.originals import articles_of, keep, originals_of


def test_an_original_is_kept_once(ferry: Workspace) -> None:
    path = keep(ferry, "bridge", ".html", b"one")
    assert path == ferry.articles / ".originals" / "bridge.html"
    assert path.read_bytes() == b"one"
    assert keep(ferry, "bridge", ".html", b"one") == path


def test_another_one_gets_another_name(ferry: Workspace) -> None:
    keep(ferry, "bridge", ".html", b"one")
    assert keep(ferry, "bridge", ".html", b"two").name == "bridge.2.html"
    assert keep(ferry, "bridge.from-2026-11-26", ".html", b"six").name == "bridge.from-2026-11-26.html"


def test_the_article_of_an_original_is_found_by_its_bytes(ferry: Workspace) -> None:
    keep(ferry, "bridge", ".html", b"one")
    keep(ferry, "bridge", ".html", b"two")
    keep(ferry, "bridge.from-2026-11-26", ".html", b"three")
    keep(ferry, "road", "", b"four")
    contents = (b"one", b"two", b"three", b"four", b"five")
    assert [list(articles_of(ferry, content)) for content in contents] == [["bridge"]] * 3 + [["road"], []]


def test_the_originals_of_an_article_are_listed_last_one_first(ferry: Workspace) -> None:
    names = ("bridge", "bridge", "bridge.from-2026-11-26", "bridge.from-2026-11-27", "bridge.until-2026-11-27", "road")
    for number, name in enumerate(names):
        keep(ferry, name, ".html", bytes([number]))
    assert [path.name for path in originals_of(ferry, "bridge")] == [
        *("bridge.from-2026-11-27.html", "bridge.from-2026-11-26.html"),
        *("bridge.2.html", "bridge.html"),
    ]


def test_a_workspace_without_originals_has_none(ferry: Workspace) -> None:
    assert originals_of(ferry, "bridge") == []
