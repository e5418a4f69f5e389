"""An index of all words of a workspace's articles, in the user's cache folder, for workspaces of many articles.

SQLite's FTS5 keeps the words alone, not the texts (`content=''`), folded as `tui.analysis.folding` folds them. Such a
table cannot forget a text it no longer has; so an article that changed is put in again under a new number, its old
number belongs to nobody, and when a quarter of the numbers do, the index is built anew.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from tui.analysis.folding import fold
from tui.errors import ArticleError
from tui.model import Workspace
from tui.storage.files.file_stamp import FileStamp, file_stamp
from tui.storage.files.filenames import article_id_of
from tui.storage.files.user_dirs import cache_folder, workspace_key
from tui.storage.workspace.article_files import article_entries, article_path
from tui.storage.workspace.articles import read_article

VERSION = 1
"""Of the tables below; an index of another version is built anew."""
WORTH_IT = 300
"""Articles from which on an index is used; fewer are read through as one asks."""
BATCH = 200
"""Articles that are put in before the work so far is on the disk."""

_TABLES = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, stamp TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2', detail=full);
"""

WEIGHED = 1000
"""Articles with the same words that are put in order by their weight; more would take longer than finding them."""
_COUNT = "SELECT count(*) FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)"
_FIND = "SELECT articles.id FROM words JOIN articles ON articles.number = words.rowid WHERE words MATCH :words"
_BY_WEIGHT = " ORDER BY bm25(words), articles.id"

Progress = Callable[[int, int], bool]
"""Is told how many articles are in the index, of how many; returns whether to go on."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index of one workspace; each call opens the file and closes it."""

    workspace: Workspace
    path: Path

    @classmethod
    def of(cls, workspace: Workspace) -> "SearchIndex":
        """Return the index of a workspace; nothing is read or made yet."""
        return cls(workspace, cache_folder() / "search" / f"{workspace_key(workspace)}.sqlite")

    def update(self, progress: Progress | None = None) -> bool:
        """Bring the index up to today's articles; return False where `progress` broke it off.

        Raises sqlite3.Error where there is no FTS5, or the disk is full: then search without an index.
        """
        progress = progress or _go_on
        try:
            return self._update(progress)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            self.path.unlink(missing_ok=True)
            return self._update(progress)

    def update_articles(self, ids: Iterable[str]) -> None:
        """Bring single articles up to date that are known to have changed; nothing where there is no index yet.

        Raises sqlite3.Error where it cannot be written.
        """
        if not self.path.exists():
            return
        with closing(self._open()) as base:
            if base.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                return
            for article_id in ids:
                stamp = _stamp(article_path(self.workspace, article_id))
                if stamp:
                    _put(base, article_id, stamp, _text(self.workspace, article_id))
                else:
                    base.execute("DELETE FROM articles WHERE id = ?", (article_id,))
            base.commit()

    def articles_with(self, query: str, limit: int = -1) -> tuple[str, ...]:
        """Return the ids of the articles that hold these words next to each other, the last perhaps unfinished.

        Those in which they weigh most come first, where they are few enough for that to tell anything; a negative limit
        is none. Raises sqlite3.Error where the index cannot be read.
        """
        words = fold(query).replace('"', '""').replace("\0", " ")
        if not any(character.isalnum() for character in words):
            return ()
        asked = f'"{words}" *'
        with closing(self._open()) as base:
            (number,) = base.execute(_COUNT, (asked, WEIGHED + 1)).fetchone()
            found = base.execute(
                f"{_FIND}{_BY_WEIGHT if number <= WEIGHED else ''} LIMIT :most", {"words": asked, "most": limit}
            )
            return tuple(article_id for (article_id,) in found)

    def _update(self, progress: Progress) -> bool:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        stamps = dict(_stamps(self.workspace))
        with closing(self._open()) as base:
            self._prepare(base)
            known = dict(base.execute("SELECT id, stamp FROM articles"))
            new = [each for each, stamp in stamps.items() if known.get(each) != stamp]
            if _worn(base):
                _start_anew(base)
                new = list(stamps)
            base.executemany("DELETE FROM articles WHERE id = ?", [(each,) for each in known if each not in stamps])
            base.commit()
            return self._put_in(base, new, stamps, progress)

    def _put_in(self, base: sqlite3.Connection, new: list[str], stamps: Mapping[str, str], progress: Progress) -> bool:
        before = len(stamps) - len(new)
        for position, article_id in enumerate(new):
            if position % BATCH == 0:
                base.commit()
                if not progress(before + position, len(stamps)):
                    return False
            _put(base, article_id, stamps[article_id], _text(self.workspace, article_id))
        base.commit()
        return progress(len(stamps), len(stamps))

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=5)

    def _prepare(self, base: sqlite3.Connection) -> None:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        if base.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            _start_anew(base)


def _go_on(done: int, total: int) -> bool:
    del done, total
    return True


def _put(base: sqlite3.Connection, article_id: str, stamp: str, text: str) -> None:
    base.execute("DELETE FROM articles WHERE id = ?", (article_id,))
    # Numbers are never given twice: the words of the old one are still in the index.
    number = base.execute(
        "INSERT INTO words (rowid, text) SELECT ifnull(max(id), 0) + 1, ? FROM words_docsize", (text,)
    )
    base.execute("INSERT INTO articles VALUES (?, ?, ?)", (number.lastrowid, article_id, stamp))


def _worn(base: sqlite3.Connection) -> bool:
    """Return whether more than a quarter of the numbers belong to nobody."""
    held = base.execute("SELECT count(*) FROM words_docsize").fetchone()[0]
    owned = base.execute("SELECT count(*) FROM articles").fetchone()[0]
    return bool(held) and (held - owned) * 4 > held


def _start_anew(base: sqlite3.Connection) -> None:
    base.executescript(f"DROP TABLE IF EXISTS articles; DROP TABLE IF EXISTS words; {_TABLES}")
    base.execute(f"PRAGMA user_version = {VERSION}")
    base.commit()


def _stamps(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield each article's id with what changes when its file does."""
    if workspace.files:
        yield from ((article_id_of(file.name), stamp) for file in workspace.files if (stamp := _stamp(file)))
        return
    for article_id, entry in article_entries(workspace.articles):
        with suppress(OSError):
            yield article_id, _stamp_text(FileStamp.of(entry.stat()))


def _stamp(path: Path | None) -> str:
    """Return what changes when a file does; empty if there is no file."""
    stamp = file_stamp(path) if path else None
    return _stamp_text(stamp) if stamp else ""


def _stamp_text(stamp: FileStamp) -> str:
    return ":".join(map(str, stamp))


def _text(workspace: Workspace, article_id: str) -> str:
    try:
        return fold(read_article(workspace, article_id).text)
    except ArticleError:
        return ""
