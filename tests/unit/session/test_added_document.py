"""A document that is added in the reader, and what is said about it."""

from pathlib import Path

import pytest

from tui.model import Workspace
from tui.session.added_document import AddedDocument, add_document


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a page.html"
    path.write_text("<title>Bridge closed</title><p>The bridge is closed.<img alt='A bridge'>", "utf-8")
    return path


@pytest.mark.parametrize("form", ["{}", "'{}'", '"{}"'])
def test_a_document_is_added(ferry: Workspace, page: Path, form: str) -> None:
    added = add_document(ferry, form.format(page))
    assert added == AddedDocument(("bridge-closed",), "Added “Bridge closed”: 1 paragraph, 1 left out.")


def test_one_that_is_known_or_changed_is_told(ferry: Workspace, page: Path) -> None:
    html = page.read_text("utf-8").replace("<title>", '<link rel=canonical href="https://n.example/a"><title>')
    page.write_text(html, "utf-8")
    add_document(ferry, str(page))
    assert add_document(ferry, str(page)) == AddedDocument(("bridge-closed",), "“Bridge closed” is here already.")
    page.write_text(html.replace("is closed", "is open"), "utf-8")
    changed = add_document(ferry, str(page))
    assert (changed.articles, changed.severity) == (("bridge-closed",), "warning")
    assert "--update" in changed.message


def test_one_that_cannot_be_added_is_named(ferry: Workspace) -> None:
    added = add_document(ferry, "https://127.0.0.1/a")
    assert (added.articles, added.severity) == ((), "error")
    assert added.message.startswith("Not added: https://127.0.0.1/a is an address of this machine")


def test_a_file_that_is_not_there_is_named_once(ferry: Workspace) -> None:
    assert add_document(ferry, "/none.html").message == "Not added: /none.html: no such file; check the name"


def test_nothing_is_added_to_single_files(ferry: Workspace, page: Path) -> None:
    files = Workspace(ferry.root, ferry.root, (ferry.articles / "north.txt",))
    assert add_document(files, str(page)).severity == "error"
