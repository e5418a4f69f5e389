"""Documents become articles of a workspace."""

from pathlib import Path

import pytest

from tui.errors import DocumentError
from tui.intake.original import Extract, Original
from tui.model import Byline, Workspace
from tui.session.article_intake import Addition, IntakeOptions, Outcome, add_extract, add_original, read_extracts
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.catalogue import read_byline_of

_PAGE = "<title>Bridge closed</title><meta name=author content=Ada><p>{}</p>"


def _page(words: str = "The bridge is closed.", url: str = "https://n.example/a") -> Original:
    return Original(_PAGE.format(words).encode(), "page.html", url)


def _add(workspace: Workspace, original: Original, options: IntakeOptions = IntakeOptions()) -> Addition:  # noqa: B008 - it is frozen
    (found,) = read_extracts(original, options)
    return add_extract(workspace, original, found, options)


def test_a_page_becomes_an_article_with_its_source_and_original(ferry: Workspace) -> None:
    (added,) = add_original(ferry, _page(), IntakeOptions())
    assert (added.outcome, added.id, added.paragraphs) == (Outcome.ADDED, "bridge-closed", 1)
    assert read_article(ferry, "bridge-closed").text == "The bridge is closed.\n"
    assert added.original
    assert added.original.read_bytes() == _page().data
    assert read_byline_of(ferry, "bridge-closed") == Byline(
        "Bridge closed", "n.example", "Ada", url="https://n.example/a"
    )
    assert "\nretrieved: 20" in ferry.list_file("bridge-closed").read_text("utf-8")


def test_corrections_win(ferry: Workspace) -> None:
    corrections = Byline(title="Road open", outlet="The North", date="yesterday")
    added = _add(ferry, _page(), IntakeOptions(corrections))
    assert (added.id, added.byline.outlet, added.byline.author, added.byline.date) == (
        *("road-open", "The North"),
        *("Ada", "yesterday"),
    )


def test_a_plain_text_is_copied_byte_by_byte(ferry: Workspace) -> None:
    added = _add(ferry, Original(b"One\r\n\r\n*Two*", "My story.TXT"))
    assert added.file == ferry.articles / "my-story.txt"
    assert added.file.read_bytes() == b"One\r\n\r\n*Two*"
    assert added.original is None
    assert not ferry.list_file("my-story").exists()


def test_a_text_in_another_encoding_becomes_utf_8_and_is_kept(ferry: Workspace) -> None:
    added = _add(ferry, Original(b"caf\xe9", "a.md"))
    assert added.file.read_bytes() == "café".encode()
    assert added.original
    assert added.original.read_bytes() == b"caf\xe9"


def _files(workspace: Workspace) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in workspace.root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "again",
    [
        _page(),
        _page(url=""),
        _page(url="http://n.example/a#top"),
        Original(_page("").data.replace(b"<p>", b"<p>The bridge is closed."), "b.html", "https://n.example/a"),
    ],
    ids=["same", "file", "anchor", "other-bytes"],
)
def test_the_same_document_is_known(ferry: Workspace, again: Original) -> None:
    _add(ferry, _page())
    before = _files(ferry)
    added = _add(ferry, again, IntakeOptions(update=True))
    assert (added.outcome, added.id) == (Outcome.KNOWN, "bridge-closed")
    assert _files(ferry) == before


def test_the_same_plain_text_is_known_under_another_name(ferry: Workspace) -> None:
    _add(ferry, Original(b"Words", "a.txt"))
    assert _add(ferry, Original(b"Words", "b.txt")).id == "a"


def test_a_text_that_was_edited_by_hand_stays_the_same_document(ferry: Workspace) -> None:
    added = _add(ferry, _page())
    added.file.write_text("The bridge was closed.\n", "utf-8")
    assert _add(ferry, _page(), IntakeOptions(update=True)).outcome is Outcome.KNOWN
    assert added.file.read_text("utf-8") == "The bridge was closed.\n"


def test_a_changed_document_is_told_and_nothing_is_written(ferry: Workspace) -> None:
    _add(ferry, _page())
    before = _files(ferry)
    assert _add(ferry, _page("The bridge is open.")).outcome is Outcome.CHANGED
    assert (
        _add(ferry, _page("The bridge is open."), IntakeOptions(update=True, dry_run=True)).outcome is Outcome.CHANGED
    )
    assert _files(ferry) == before


def test_an_update_takes_the_new_text_and_keeps_the_old_one_and_both_originals(ferry: Workspace) -> None:
    first = _add(ferry, _page())
    added = _add(ferry, _page("The bridge is open."), IntakeOptions(update=True))
    assert (added.outcome, added.file) == (Outcome.UPDATED, first.file)
    assert added.file.read_text("utf-8") == "The bridge is open.\n"
    kept = {path.read_bytes() for path in (ferry.articles / ".originals").iterdir()}
    assert kept == {_page().data, _page("The bridge is open.").data, b"The bridge is closed.\n"}
    assert _add(ferry, _page("The bridge is open.", url="")).outcome is Outcome.KNOWN


def test_another_page_of_the_same_title_is_another_article(ferry: Workspace) -> None:
    _add(ferry, _page())
    assert _add(ferry, _page("The bridge is open.", url="https://n.example/b")).id == "bridge-closed-2"


def test_articles_of_one_original_share_it(ferry: Workspace) -> None:
    original = Original(b"<rss>", "news.xml")
    added = [
        add_extract(ferry, original, Extract(f"{word}\n", word), IntakeOptions(), sole=False) for word in ("One", "Two")
    ]
    assert [addition.id for addition in added] == ["one", "two"]
    assert {addition.original for addition in added} == {ferry.articles / ".originals" / "news-xml.xml"}
    again = add_extract(ferry, original, Extract("Three\n", "Three"), IntakeOptions(), sole=False)
    assert again.outcome is Outcome.ADDED


def test_a_dry_run_writes_nothing(ferry: Workspace) -> None:
    before = _files(ferry)
    added = _add(ferry, _page(), IntakeOptions(dry_run=True))
    assert (added.outcome, added.file.name) == (Outcome.ADDED, "bridge-closed.md")
    assert _files(ferry) == before


def test_an_addition_that_was_interrupted_goes_on(ferry: Workspace) -> None:
    added = _add(ferry, _page())
    added.file.unlink()
    ferry.list_file(added.id).unlink()
    again = _add(ferry, _page())
    assert (again.outcome, again.id, again.original) == (Outcome.ADDED, added.id, added.original)


@pytest.mark.parametrize(
    "name", ["../../evil.html", "/etc/passwd", "a.html/../../x", "a.\0", "", ".html", "a." + "x" * 300]
)
def test_a_hostile_name_leads_nowhere_else(ferry: Workspace, name: str) -> None:
    before = set(ferry.root.parent.rglob("*"))
    added = _add(ferry, Original(b"<!doctype html><p>Words of no title", name))
    assert added.file.parent == ferry.articles
    assert added.original
    assert added.original.parent == ferry.articles / ".originals"
    new = set(ferry.root.parent.rglob("*")) - before
    assert new <= {added.file, added.original, added.original.parent}


def test_a_source_is_one_clean_line(ferry: Workspace) -> None:
    original = Original(
        b'<script type="application/ld+json">{"@type":"Article","headline":"\\ud800a\\u001b\\nb"}</script><p>x',
        "a.html",
    )
    assert _add(ferry, original).byline.title == "a b"


def test_some_articles_of_an_original_are_added(ferry: Workspace) -> None:
    item = "<item><title>{0}</title><description>Words of {0}</description></item>"
    feed = Original(f"<rss><channel>{item.format('one')}{item.format('two')}</channel></rss>".encode(), "news.rss")
    (added,) = add_original(ferry, feed, IntakeOptions(entries=frozenset({2})))
    assert (added.id, added.original and added.original.name) == ("two", "news-rss.rss")
    with pytest.raises(DocumentError, match="has 2, so there is no 3; --list shows them"):
        add_original(ferry, feed, IntakeOptions(entries=frozenset({1, 3})))
