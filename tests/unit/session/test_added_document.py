"""A document that is added in the reader, and what is said about it."""

from pathlib import Path

import pytest

from tui.errors import DiptychError, DocumentError, UsageError
from tui.model import Workspace
from tui.session.added_document import AddedDocument, add_document, not_added, read_to_add, update_document
from tui.session.article_intake import Outcome

_LINK = '<link rel=canonical href="https://n.example/a">'
_ITEM = "<item><title>{0}</title><link>https://n.example/{0}</link><description>Words of {0}{1}.</description></item>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a page.html"
    path.write_text(f"{_LINK}<title>Bridge closed</title><p>The bridge is closed.<img alt='A bridge'>", "utf-8")
    return path


def _add(workspace: Workspace, page: Path) -> AddedDocument:
    return add_document(workspace, read_to_add(workspace, str(page)))


def _feed(path: Path, more: str = "") -> Path:
    path.write_text(f"<rss><channel>{''.join(_ITEM.format(name, more) for name in ('one', 'two'))}</channel></rss>")
    return path


@pytest.mark.parametrize("form", ["{}", "'{}'", '"{}"'])
def test_a_document_is_added(ferry: Workspace, page: Path, form: str) -> None:
    added = add_document(ferry, read_to_add(ferry, form.format(page)))
    assert (added.articles, added.new_article) == (("bridge-closed",), "bridge-closed")
    assert added.message == "Added “Bridge closed”: 1 paragraph, 1 left out (O shows them)."


def test_one_that_is_known_is_not_new(ferry: Workspace, page: Path) -> None:
    _add(ferry, page)
    known = _add(ferry, page)
    assert (known.message, known.new_article) == ("“Bridge closed” is here already.", "")


def test_one_that_has_changed_is_told_and_updated_when_asked(ferry: Workspace, page: Path) -> None:
    _add(ferry, page)
    page.write_text(page.read_text("utf-8").replace("is closed", "is open"), "utf-8")
    changed = _add(ferry, page)
    assert ([item.id for item in changed.changed], changed.severity) == (["bridge-closed"], "warning")
    document = read_to_add(ferry, str(page))
    updated = update_document(ferry, document, changed)
    assert (updated.changed, updated.severity) == ((), "information")
    assert "has the new text" in updated.message
    assert (ferry.articles / "bridge-closed.md").read_text("utf-8") == "The bridge is open.\n"


def test_entries_are_chosen_and_an_update_keeps_what_is_said_of_the_others(ferry: Workspace, tmp_path: Path) -> None:
    path = _feed(tmp_path / "news.rss")
    first = add_document(ferry, read_to_add(ferry, str(path)), frozenset({2}))
    assert (first.articles, first.new_article) == (("two",), "two")
    document = read_to_add(ferry, str(_feed(path, " today")))
    assert [entry.is_known for entry in document.entries] == [False, True]
    both = add_document(ferry, document)
    assert both.new_article == "one"
    updated = update_document(ferry, document, both)
    assert [item.outcome for item in updated.additions] == [Outcome.ADDED, Outcome.UPDATED]


def test_one_that_cannot_be_added_is_named_once(ferry: Workspace) -> None:
    for name, start in (
        ("https://127.0.0.1/a", "Not added: https://127.0.0.1/a is an address of this machine"),
        ("'/none.html'", "Not added: /none.html: no such file; check the name"),
    ):
        with pytest.raises(DiptychError) as raised:
            read_to_add(ferry, name)
        added = not_added(name, raised.value)
        assert (added.articles, added.severity, added.message[: len(start)]) == ((), "error", start)
    assert not_added("a.pdf", DocumentError("is empty")).message == "Not added: a.pdf is empty"


def test_nothing_is_added_to_single_files(ferry: Workspace, page: Path) -> None:
    with pytest.raises(UsageError, match="single files"):
        _add(Workspace(ferry.root, ferry.root, (ferry.articles / "north.txt",)), page)
