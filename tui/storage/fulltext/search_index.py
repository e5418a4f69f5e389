"""Index the words of many articles, in the user's cache folder.

SQLite's FTS5 stores the words, folded as `tui.analysis.folding` does it, but not the texts (`content=''`). Such a table
cannot delete a text that it does not have. So a changed article gets a new row id and its old row is orphaned; the
index is rebuilt when a quarter of the rows are.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from tui.analysis.folding import fold, fold_joiners
from tui.errors import ArticleError
from tui.model import Workspace
from tui.storage.files.file_stamp import FileStamp, file_stamp
from tui.storage.files.filenames import article_id_of
from tui.storage.files.user_dirs import user_folder, workspace_key
from tui.storage.workspace.article_files import article_entries, article_path
from tui.storage.workspace.articles import read_article

VERSION = 3
"""The version of the tables. An index of another version is rebuilt."""
MIN_INDEXED = 300
"""So many articles need an index. Fewer are read at each search."""
BATCH = 200
"""How many articles are written in one transaction."""

_TABLES = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, stamp TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2', detail=full);
"""

MAX_RANKED = 1000
"""So many hits are sorted by weight. Sorting more would take longer than the search."""
_COUNT = "SELECT count(*) FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)"
_FIND = "SELECT articles.id FROM words JOIN articles ON articles.number = words.rowid WHERE words MATCH :words"
_BY_WEIGHT = " ORDER BY bm25(words), articles.id"

Progress = Callable[[int, int], bool]
"""Takes the number of indexed articles and of all; returns whether to go on."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index of one workspace, which is opened and closed at each call."""

    workspace: Workspace
    path: Path

    @classmethod
    def of(cls, workspace: Workspace) -> "SearchIndex":
        """Return the index of a workspace, without reading or creating it."""
        return cls(workspace, user_folder("cache") / "search" / f"{workspace_key(workspace)}.sqlite")

    def update(self, progress: Progress | None = None) -> bool:
        """Index what has changed, and return False if `progress` stopped it.

        Raises sqlite3.Error if there is no FTS5 or the disk is full; then search without an index.
        """
        progress = progress or (lambda *_: True)
        try:
            return self._update(progress)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            self.path.unlink(missing_ok=True)
            return self._update(progress)

    def update_articles(self, ids: Iterable[str]) -> None:
        """Index changed articles if there is an index, or raise sqlite3.Error."""
        if not self.path.exists():
            return
        with closing(self._open()) as database:
            if database.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                return
            for article_id in ids:
                path = article_path(self.workspace, article_id)
                stamp = file_stamp(path) if path else None
                if stamp:
                    _write(database, article_id, _stamp_text(stamp), _text(self.workspace, article_id))
                else:
                    database.execute("DELETE FROM articles WHERE id = ?", (article_id,))
            database.commit()

    def articles_with(self, query: str, limit: int = -1) -> tuple[str, ...]:
        """Return the ids of the articles with these words in a row.

        The last word may be unfinished. The best hits come first, if there are at most `MAX_RANKED`. A negative limit
        is no limit. Raises sqlite3.Error if the index cannot be read.
        """
        words = fold(fold_joiners(query)).replace('"', '""').replace("\0", " ")
        if not any(character.isalnum() for character in words):
            return ()
        phrase = f'"{words}" *'
        with closing(self._open()) as database:
            (number,) = database.execute(_COUNT, (phrase, MAX_RANKED + 1)).fetchone()
            order = _BY_WEIGHT if number <= MAX_RANKED else ""
            rows = database.execute(f"{_FIND}{order} LIMIT :limit", {"words": phrase, "limit": limit})
            return tuple(article_id for (article_id,) in rows)

    def _update(self, progress: Progress) -> bool:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        stamps = dict(_stamps(self.workspace))
        with closing(self._open()) as database:
            self._prepare(database)
            indexed = dict(database.execute("SELECT id, stamp FROM articles"))
            changed = [article_id for article_id, stamp in stamps.items() if indexed.get(article_id) != stamp]
            if _is_worn(database):
                _rebuild(database)
                changed = list(stamps)
            deleted = [(article_id,) for article_id in indexed if article_id not in stamps]
            database.executemany("DELETE FROM articles WHERE id = ?", deleted)
            database.commit()
            return self._index(database, changed, stamps, progress)

    def _index(
        self, database: sqlite3.Connection, changed: list[str], stamps: Mapping[str, str], progress: Progress
    ) -> bool:
        before = len(stamps) - len(changed)
        for position, article_id in enumerate(changed):
            if position % BATCH == 0:
                database.commit()
                if not progress(before + position, len(stamps)):
                    return False
            _write(database, article_id, stamps[article_id], _text(self.workspace, article_id))
        database.commit()
        return progress(len(stamps), len(stamps))

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=5)

    def _prepare(self, database: sqlite3.Connection) -> None:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        if database.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            _rebuild(database)


def _write(database: sqlite3.Connection, article_id: str, stamp: str, text: str) -> None:
    database.execute("DELETE FROM articles WHERE id = ?", (article_id,))
    # A row id is never used twice, because the words of an orphaned row are still in the index.
    row = database.execute(
        "INSERT INTO words (rowid, text) SELECT ifnull(max(id), 0) + 1, ? FROM words_docsize", (text,)
    )
    database.execute("INSERT INTO articles VALUES (?, ?, ?)", (row.lastrowid, article_id, stamp))


def _is_worn(database: sqlite3.Connection) -> bool:
    """Return whether more than a quarter of the rows are orphaned."""
    rows = database.execute("SELECT count(*) FROM words_docsize").fetchone()[0]
    articles = database.execute("SELECT count(*) FROM articles").fetchone()[0]
    return bool(rows) and (rows - articles) * 4 > rows


def _rebuild(database: sqlite3.Connection) -> None:
    database.executescript(f"DROP TABLE IF EXISTS articles; DROP TABLE IF EXISTS words; {_TABLES}")
    database.execute(f"PRAGMA user_version = {VERSION}")
    database.commit()


def _stamps(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield each article's id with the stamp of its file."""
    named = [(article_id_of(file.name), file) for file in workspace.files]
    for article_id, file in named or article_entries(workspace.articles):
        with suppress(OSError):
            yield article_id, _stamp_text(FileStamp.of(file.stat()))


def _stamp_text(stamp: FileStamp) -> str:
    return ":".join(map(str, stamp))


def _text(workspace: Workspace, article_id: str) -> str:
    try:
        return fold(fold_joiners(read_article(workspace, article_id).text))
    except ArticleError:
        return ""
