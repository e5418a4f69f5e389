"""The index of all words: built, kept up to date, broken off, broken."""

import sqlite3
from pathlib import Path

import pytest
from many_articles import many_articles, rewrite

from tui.model import Workspace
from tui.storage.fulltext import search_index
from tui.storage.fulltext.search_index import SearchIndex
from tui.storage.workspace.article_files import article_entries, article_ids, article_path
from tui.storage.workspace.discovery import open_workspace


@pytest.fixture
def many(tmp_path: Path) -> Workspace:
    return many_articles(tmp_path / "many")


def index_of(workspace: Workspace, tmp_path: Path) -> SearchIndex:
    return SearchIndex(workspace, tmp_path / "cache" / "index.sqlite")


def test_words_are_found_whatever_their_case_and_accents(many: Workspace, tmp_path: Path) -> None:
    index = index_of(many, tmp_path)
    assert index.update()
    assert index.articles_with("CAVUSOGLU") == ("a07",)
    assert index.articles_with("Çavuşoğlu") == ("a07",)
    assert len(index.articles_with("ran aground")) == 39
    assert index.articles_with("aground ran") == ()


def test_a_persian_word_is_found_with_a_blank_for_its_joiner(many: Workspace, tmp_path: Path) -> None:
    rewrite(many.articles / "a07.txt", "او می\u200cگوید")
    index = index_of(many, tmp_path)
    index.update()
    assert index.articles_with("می گوید") == index.articles_with("می\u200cگوید") == ("a07",)


def test_the_last_word_may_be_unfinished(many: Workspace, tmp_path: Path) -> None:
    index = index_of(many, tmp_path)
    index.update()
    assert index.articles_with("mevlut cav") == ("a07",)
    assert index.articles_with("lut cav") == ()


@pytest.mark.parametrize("query", ["", "  ", '"', "-", '")(*:^', "NEAR(", 'a" OR "b', "NOT", "cease - fire"])
def test_no_query_is_taken_for_a_command(many: Workspace, tmp_path: Path, query: str) -> None:
    index = index_of(many, tmp_path)
    index.update()
    assert index.articles_with(query) in ((), ("a07",))


def test_it_follows_what_changes(many: Workspace, tmp_path: Path) -> None:
    index = index_of(many, tmp_path)
    index.update()
    rewrite(many.articles / "a03.txt", "A zebra.\n")
    (many.articles / "a04.txt").unlink()
    (many.articles / "new.txt").write_text("Another zebra.\n", encoding="utf-8")
    index.update()
    assert set(index.articles_with("zebra")) == {"a03", "new"}
    assert len(index.articles_with("aground")) == 37


def test_only_what_changed_is_read_again(many: Workspace, tmp_path: Path) -> None:
    index = index_of(many, tmp_path)
    index.update()
    rewrite(many.articles / "a03.txt", "A zebra.\n")
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    index.update(progress)
    assert told == [(39, 40), (40, 40)]


def test_what_is_worn_out_is_built_anew(many: Workspace, tmp_path: Path) -> None:
    index = index_of(many, tmp_path)
    index.update()
    for round_ in range(3):
        for number in range(10):
            rewrite(many.articles / f"a1{number}.txt", f"Zebra {round_}.{'!' * round_}\n")
        index.update()
    held = sqlite3.connect(index.path).execute("SELECT count(*) FROM words_docsize").fetchone()[0]
    assert held <= 40 + 20
    assert len(index.articles_with("zebra")) == 10
    assert len(index.articles_with("zebra 1")) == 0


def test_breaking_off_keeps_what_is_done(many: Workspace, tmp_path: Path) -> None:
    index = index_of(many, tmp_path)
    assert not index.update(lambda done, total: False)
    assert index.articles_with("aground") == ()
    assert index.update()
    assert len(index.articles_with("aground")) == 39


def test_single_articles_are_brought_up_to_date(many: Workspace, tmp_path: Path) -> None:
    index = index_of(many, tmp_path)
    index.update_articles(["a01"])
    assert not index.path.exists(), "one article is no reason to make an index of it"
    index.update()
    rewrite(many.articles / "a01.txt", "Zebra.\n")
    rewrite(many.articles / "a02.txt", "Zebra too.\n")
    (many.articles / "a07.txt").unlink()
    (many.articles / "new.md").write_text("A zebra.\n", "utf-8")
    index.update_articles(["a01", "a07", "new", "gone"])
    assert set(index.articles_with("zebra")) == {"a01", "new"}
    assert index.articles_with("cavusoglu") == ()
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert index.update(tell)
    assert told == [(39, 40), (40, 40)], "only the one that nobody told of was read again"
    assert set(index.articles_with("zebra")) == {"a01", "a02", "new"}


def test_two_files_of_one_name_are_one_article(many: Workspace, tmp_path: Path) -> None:
    (many.articles / "a01.md").write_text("Zebra.\n", "utf-8")
    (many.articles / "b.MD").write_text("Zebra.\n", "utf-8")
    (many.articles / "b.md").write_text("Ferry.\n", "utf-8")
    index = index_of(many, tmp_path)
    index.update()
    assert index.articles_with("zebra") == ()
    ids = {article_id: entry.name for article_id, entry in article_entries(many.articles)}
    assert ids == {each: path.name for each in article_ids(many) if (path := article_path(many, each))}


def test_what_nearly_all_articles_say_is_found_without_weighing(
    many: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_of(many, tmp_path)
    index.update()
    weighed = index.articles_with("aground")
    monkeypatch.setattr(search_index, "MAX_RANKED", 38)
    assert set(index.articles_with("aground")) == set(weighed)
    assert len(index.articles_with("aground", 5)) == 5


def test_a_broken_index_is_built_anew(many: Workspace, tmp_path: Path) -> None:
    index = index_of(many, tmp_path)
    index.path.parent.mkdir()
    index.path.write_bytes(b"this is no database, but long enough to be taken for one" * 100)
    assert index.update()
    assert index.articles_with("cavusoglu") == ("a07",)


def test_an_index_of_another_version_is_built_anew(many: Workspace, tmp_path: Path) -> None:
    index = index_of(many, tmp_path)
    index.path.parent.mkdir()
    base = sqlite3.connect(index.path)
    base.executescript("CREATE TABLE articles (other TEXT); PRAGMA user_version = 99")
    base.close()
    assert index.update()
    assert index.articles_with("cavusoglu") == ("a07",)


def test_an_article_that_cannot_be_read_is_passed_over(many: Workspace, tmp_path: Path) -> None:
    (many.articles / "a05.txt").write_bytes(b"ferry \xff\xfe aground")
    index = index_of(many, tmp_path)
    assert index.update()
    assert "a05" not in index.articles_with("ferry")


def test_each_workspace_has_an_index_of_its_own(many: Workspace, ferry: Workspace) -> None:
    assert SearchIndex.of(many).path != SearchIndex.of(ferry).path
    assert SearchIndex.of(many).path == SearchIndex.of(open_workspace(many.root)).path
