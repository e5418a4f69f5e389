"""Measure single functions: `python -m benchmarks --only parts`."""

import random
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpus import annotation_list, news, workspace
from tui.analysis.comparison import compare_accounts
from tui.analysis.search import SearchQuery, TextSearcher
from tui.analysis.survey import Survey
from tui.anchoring import anchor_all, describe
from tui.formats.markdown.archive import export_markdown
from tui.layout.glyphs import UNICODE
from tui.layout.highlights import Highlight, HighlightIndex, row_runs
from tui.layout.wrapped import wrap
from tui.model import Account, Collation, TextSelector
from tui.reader.themes import THEMES
from tui.reader.widgets.pane.painter import Markup, Painter
from tui.reader.widgets.pane.segments import Emphasis
from tui.reader.widgets.pane.styles import PaneStyles
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.records.record_loader import RecordLoader
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.plain_loader import read_collation

Benchmark = Callable[..., Any]
WIDTH = 57
RECORDS = 1_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of two articles of 100,000 words and 1,000 records each."""
    return workspace(tmp_path_factory.mktemp("parts") / "w", 100_000, RECORDS)


@pytest.fixture(scope="module")
def collation(folder: Path) -> Collation:
    return read_collation(open_workspace(folder))


@cache
def text() -> str:
    """Return the text to wrap, search and anchor in."""
    return news(100_000)


@cache
def selectors() -> tuple[TextSelector, ...]:
    """Return the selectors of a thousand quotes."""
    chance = random.Random(6)
    starts = [chance.randrange(len(text()) - 100) for _ in range(RECORDS)]
    return tuple(describe(text(), start, start + 60) for start in starts)


def test_read_1000_records(benchmark: Benchmark, folder: Path) -> None:
    loader = RecordLoader(open_workspace(folder))
    codebook, _ = loader.codebook()
    assert len(benchmark(loader.records, "account-00000", codebook).records) == RECORDS


def test_recall_1000_records(
    benchmark: Benchmark, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    opened = open_workspace(folder)
    loader = CachedLoader(opened)
    codebook, _ = loader.codebook()
    loader.records("account-00000", codebook)
    loader.save()
    assert len(benchmark(CachedLoader(opened).records, "account-00000", codebook).records) == RECORDS


def test_anchor_1000_quotes_by_their_hints(benchmark: Benchmark) -> None:
    assert len(benchmark(anchor_all, text(), selectors())) == RECORDS


def test_anchor_1000_quotes_that_moved(benchmark: Benchmark) -> None:
    assert len(benchmark(anchor_all, f"A line before it.\n\n{text()}", selectors())) == RECORDS


def test_wrap_100000_words(benchmark: Benchmark) -> None:
    assert benchmark(wrap, text(), WIDTH).height > 1000


def test_runs_of_40_rows_among_1000_highlights(benchmark: Benchmark, collation: Collation) -> None:
    account = collation.accounts[0]
    wrapped = wrap(account.article.text, WIDTH)
    index = HighlightIndex([Highlight(*record.span, record.annotation.id) for record in account.placed if record.span])
    assert len(benchmark(lambda: [row_runs(index, wrapped, row) for row in range(40)])) == 40


def test_paint_one_row(benchmark: Benchmark, collation: Collation) -> None:
    painter = _painter(collation.accounts[0], collation)

    def paint() -> object:
        painter.invalidate()
        return painter.segments(4, Emphasis(), None, None)

    assert benchmark(paint)


def _painter(account: Account, collation: Collation) -> Painter:
    theme = next(iter(THEMES))
    variables = {**theme.to_color_system().generate(), **theme.variables}
    markup = Markup.of(account, collation.codebook, glyphs=UNICODE)
    styles = PaneStyles.of_theme(variables, collation.codebook, lambda style: style)
    return Painter(wrap(account.article.text, WIDTH), markup, styles, left=0, width=WIDTH + 4, glyphs=UNICODE)


def test_compare_2_accounts_of_1000_records(benchmark: Benchmark, collation: Collation) -> None:
    assert benchmark(compare_accounts, collation).rows


def test_export_2000_records(benchmark: Benchmark, collation: Collation) -> None:
    assert benchmark(lambda: export_markdown(Survey(collation))).startswith("# ")


def test_fold_100000_words_for_searching(benchmark: Benchmark) -> None:
    assert benchmark(lambda: TextSearcher(text()).find(SearchQuery("fight terrorism"), 10))


def test_find_a_phrase_in_100000_words(benchmark: Benchmark) -> None:
    searcher = TextSearcher(text())
    assert benchmark(partial(searcher.find, SearchQuery("fight terrorism"), 20_000))


def test_make_the_yaml_of_1000_records(benchmark: Benchmark) -> None:
    """Concatenate the same strings, as a yardstick."""
    assert benchmark(annotation_list, "a", text(), RECORDS)
