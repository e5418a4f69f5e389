"""Tests of `tui.session.reread`."""

from dataclasses import replace

from many_articles import rewrite

from tui.model import Annotation, RecordRef, Workspace
from tui.session.reread import reread
from tui.session.session import Session
from tui.storage.fulltext.search_index import SearchIndex
from tui.storage.records import repository
from tui.storage.workspace.plain_loader import plain_loader, read_collation
from tui.storage.workspace.reloader import record_contents


def test_offsets_of_a_changed_article_are_mapped_to_the_new_text(ferry: Workspace) -> None:
    before = read_collation(ferry)
    path = ferry.articles / "north.txt"
    old = path.read_text("utf-8")
    new = "A correction was added.\n\n" + old.replace("Monday", "Tuesday")
    rewrite(path, new)
    offset = old.index("Nobody")
    result = reread(ferry, before, frozenset([path]), {}, {"north": {offset}, "south": {3}})
    assert set(result.offset_maps) == {"north"}
    assert result.offset_maps["north"].at(offset) == new.index("Nobody")
    assert result.collation.accounts[0].article.text == new
    assert (result.before, result.paths) == (before, frozenset([path]))


def test_an_article_without_offsets_is_mapped_too(ferry: Workspace) -> None:
    before = read_collation(ferry)
    path = ferry.articles / "north.txt"
    old = path.read_text("utf-8")
    rewrite(path, "New. " + old)
    result = reread(ferry, before, frozenset([path]), {}, {})
    assert result.offset_maps["north"].at(len(old)) == len(old) + 5


def test_changed_records_leave_offsets_alone(ferry: Workspace) -> None:
    before = read_collation(ferry)
    record = before.accounts[0].by_id["hurt"].record
    repository.update(ferry, record, replace(record.annotation, body="Theirs"))
    result = reread(ferry, before, frozenset([record.file]), {}, {"north": {3}})
    assert result.offset_maps == {}
    assert result.collation.accounts[0].by_id["hurt"].annotation.body == "Theirs"


def test_a_session_can_restore_what_was_deleted(ferry: Workspace) -> None:
    file = repository.create(ferry, Annotation("n1", "note", "north", body="Theirs", annotator="Olga")).file
    source = file.read_bytes()
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "south"))
    contents = record_contents(session.collation, {})
    file.unlink()
    result = reread(ferry, session.collation, frozenset([file]), contents, {})
    assert set(contents) - set(result.contents) == {file}
    session.adopt(result.collation, result.deleted)
    assert session.find(RecordRef("north", "n1")) is None
    session.undo()
    assert file.read_bytes() == source


def test_the_search_index_is_updated(ferry: Workspace) -> None:
    index = SearchIndex.of(ferry)
    index.update(lambda *_: True)
    before = read_collation(ferry)
    path = ferry.articles / "north.txt"
    rewrite(path, path.read_text("utf-8") + "Zebra.\n")
    assert index.articles_with("zebra") == ()
    reread(ferry, before, frozenset([path]), {}, {})
    assert index.articles_with("zebra") == ("north",)
