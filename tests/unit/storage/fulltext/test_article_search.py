"""Words are found in all articles, with an index and without."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from many_articles import many_articles, rewrite

from tui.model import Workspace
from tui.storage.fulltext import article_search
from tui.storage.fulltext.article_search import MAX_AGE, FreshIndex, search_articles, update_index


@pytest.fixture
def many(tmp_path: Path) -> Workspace:
    return many_articles(tmp_path / "many")


def go_on(done: int, total: int) -> bool:
    return True


def test_while_one_types_the_files_are_looked_at_once(many: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(article_search, "monotonic", lambda: now[0])
    index = FreshIndex(many)
    assert index.articles_with("zebra", lambda *_: False) == (), "broken off: it is not up to date"
    assert index.articles_with("zebra", go_on) == ()
    rewrite(many.articles / "a01.txt", "Zebra.\n")
    now[0] += MAX_AGE / 2
    assert index.articles_with("zebra", go_on) == ()
    now[0] += MAX_AGE / 2
    assert index.articles_with("zebra", go_on) == ("a01",)


def test_only_one_thread_updates_the_index_at_a_time(many: Workspace) -> None:
    updating: list[str] = []
    first_is_updating, second_has_started = Event(), Event()

    def first(done: int, total: int) -> bool:
        updating.append("first")
        first_is_updating.set()
        second_has_started.wait()
        return True

    def second(done: int, total: int) -> bool:
        updating.append("second")
        return True

    def search_second() -> tuple[str, ...]:
        second_has_started.set()
        return FreshIndex(many).articles_with("ferry", second)

    with ThreadPoolExecutor() as pool:
        one = pool.submit(FreshIndex(many).articles_with, "ferry", first)
        first_is_updating.wait()
        two = pool.submit(search_second)
        assert len(one.result()) == len(two.result()) == 39
    assert updating == sorted(updating)


def test_changes_on_disk_are_noted(many: Workspace) -> None:
    index = FreshIndex(many)
    assert index.articles_with("zebra", go_on) == ()
    rewrite(many.articles / "a01.txt", "Zebra.\n")
    update_index(many, [many.articles / "a01.txt", many.list_file("a02"), many.articles / "notes.pdf"])
    assert index.articles_with("zebra", go_on) == ("a01",)


@pytest.mark.parametrize("min_indexed", [1, 1000], ids=["index", "scan"])
def test_both_roads_find_the_same(many: Workspace, min_indexed: int) -> None:
    found = list(search_articles(many, "cavusoglu said", go_on, min_indexed=min_indexed))
    assert [(each.article, each.number) for each in found] == [("a07", 1)]
    snippet = found[0].snippets[0]
    assert (snippet.start, snippet.before, snippet.words) == (7, "Mevlüt ", "Çavuşoğlu said")
    assert snippet.after.startswith(":\n\nthe")
    assert len(list(search_articles(many, "ferry", go_on, min_indexed=min_indexed))) == 39
    assert list(search_articles(many, "zebra", go_on, min_indexed=min_indexed)) == []
    assert list(search_articles(many, "  ", go_on, min_indexed=min_indexed)) == []


def test_without_an_index_all_articles_are_read(many: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(sqlite3, "connect", fail)
    found = list(search_articles(many, "cavusoglu", go_on, min_indexed=1))
    assert [each.article for each in found] == ["a07"]
