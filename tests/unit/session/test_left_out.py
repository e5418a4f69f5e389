"""What an article does not have of its original is found again."""

import pytest

from tui.errors import DocumentError
from tui.intake.original import Original
from tui.model import Workspace
from tui.session.article_intake import IntakeOptions, add_original
from tui.session.left_out import LeftOutPart, read_left_out
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.catalogue import read_byline_of

_PAGE = """<title>Bridge</title><link rel=canonical href="https://n.example/a"><nav><a>Home</a></nav>
<p>The bridge will be {} for at least three weeks more, she said.<img alt="A bridge">"""
_ENTRY = "<item><title>{0}</title><link>https://n.example/{0}</link><description>Words of {0}.</description>{1}</item>"
_SOUND = '<enclosure url="a.mp3"/>'
_FEED = f"<rss><channel>{_ENTRY.format('one', '')}{_ENTRY.format('two', _SOUND)}</channel></rss>"


def _left_out(workspace: Workspace, article_id: str) -> tuple[str, tuple[LeftOutPart, ...]]:
    article = read_article(workspace, article_id, read_byline_of(workspace, article_id))
    found = read_left_out(workspace, article)
    return found.original.name, found.parts


def _add(workspace: Workspace, data: str, name: str) -> None:
    add_original(workspace, Original(data.encode(), name), IntakeOptions(update=True))


def test_it_is_read_from_the_original(ferry: Workspace) -> None:
    _add(ferry, _PAGE.format("closed"), "a.html")
    parts = (LeftOutPart("Home", False), LeftOutPart("[picture: A bridge]", False))
    assert _left_out(ferry, "bridge") == ("bridge.html", parts)


def test_a_part_that_the_article_has_by_now_is_marked(ferry: Workspace) -> None:
    _add(ferry, _PAGE.format("closed"), "a.html")
    with (ferry.articles / "bridge.md").open("a", encoding="utf-8") as file:
        file.write("\n\nHome\n")
    assert [part.is_in_article for part in _left_out(ferry, "bridge")[1]] == [True, False]


def test_after_an_update_it_is_read_from_the_new_original(ferry: Workspace) -> None:
    _add(ferry, _PAGE.format("closed"), "a.html")
    _add(ferry, _PAGE.format("open").replace("Home", "Start"), "a.html")
    name, parts = _left_out(ferry, "bridge")
    assert (name.startswith("bridge.from-"), parts[0].words) == (True, "Start")


def test_an_entry_of_a_feed_has_its_own(ferry: Workspace) -> None:
    _add(ferry, _FEED, "news.rss")
    assert _left_out(ferry, "one") == ("news-rss.rss", ())
    assert _left_out(ferry, "two") == ("news-rss.rss", (LeftOutPart("[attachment: a.mp3]", False),))


def test_the_original_of_a_renamed_article_is_found_past_one_that_is_spoilt(ferry: Workspace) -> None:
    _add(ferry, _PAGE.format("closed"), "a.html")
    (ferry.articles / "bridge.md").rename(ferry.articles / "pier.md")
    (ferry.articles / ".originals/aaa.html").write_bytes(b" ")
    assert _left_out(ferry, "pier")[0] == "bridge.html"


def test_an_article_without_an_original_is_named(ferry: Workspace) -> None:
    _add(ferry, _PAGE.format("closed"), "a.html")
    with pytest.raises(DocumentError, match=r"north\.txt: has no original"):
        _left_out(ferry, "north")


def test_an_original_that_is_spoilt_is_named(ferry: Workspace) -> None:
    _add(ferry, _PAGE.format("closed"), "a.html")
    (ferry.articles / ".originals/bridge.html").write_bytes(b" ")
    with pytest.raises(DocumentError, match=r"bridge\.html: is empty"):
        _left_out(ferry, "bridge")
