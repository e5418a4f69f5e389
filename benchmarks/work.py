"""Measure reading, saving, exporting and searching of large workspaces."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from benchmarks.corpus import news, workspace
from benchmarks.figures import Figure, Progress, limited
from tui.analysis.survey import Survey
from tui.attribution.suggestion import draft_suggestions
from tui.formats.export_format import FORMATS, ExportFormat, ExportRequest
from tui.model import Annotation, Codebook, Collation, Workspace
from tui.startup import collector
from tui.storage.fulltext.search_index import SearchIndex
from tui.storage.records import repository
from tui.storage.records.record_loader import RecordLoader
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.plain_loader import read_collation

SIZES = (1_000, 10_000, 100_000)
PHRASE = '"fight terrorism"'
ARTICLES = 10_000
STEPS = 7
LIST_RECORDS = 10_000
"""Records in one list file."""
SUGGESTED_WORDS = 10_000


def work(folder: Path, rounds: int, articles: int = ARTICLES) -> list[Figure]:
    """Return the figures of reading, saving, exporting and searching."""
    with Progress(STEPS) as progress:
        progress.step("reading records")
        figures = reading(folder, rounds)
        progress.step("saving a note among 100,000 records")
        figures += save(folder, rounds)
        progress.step("exporting 100,000 records")
        figures += export(folder, min(rounds, 5))
        progress.step(f"indexing {articles:,} articles")
        figures += search(folder, rounds, articles)
        progress.step(f"drafting suggestions for {SUGGESTED_WORDS:,} words")
        figures += suggestions(min(rounds, 5))
    return figures


def suggestions(rounds: int) -> list[Figure]:
    """Return the milliseconds to draft suggestions for 1,000 words."""
    text = news(SUGGESTED_WORDS)
    draft_suggestions(text[:1_000])  # reads the lexicon
    times = [duration(lambda: draft_suggestions(text)) for _ in range(rounds)]
    return [limited("suggest for 1,000 words", min(times) / SUGGESTED_WORDS * 1e6, "ms", 30)]


def duration(action: Callable[[], object]) -> float:
    """Return the seconds that an action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def reading(folder: Path, rounds: int) -> list[Figure]:
    """Return the microseconds to read a record, among ever more records.

    A list file is at most 8 MiB long, so the most records are in ten files.
    """
    costs: list[float] = []
    figures: list[Figure] = []
    for size in SIZES:
        lists = max(1, size // LIST_RECORDS)
        opened = open_workspace(workspace(folder / f"records-{size}", 2_000, size // lists, articles=lists))
        codebook, _ = RecordLoader(opened).codebook()
        times = [duration(lambda: _read_all(opened, codebook, size)) for _ in range(min(rounds, 5))]  # noqa: B023 - called at once
        costs.append(median(times) / size * 1e6)
        figures.append(limited(f"read a record, strictly, at {size:,}", costs[-1], "µs", 40))
    ratio = max(costs) / min(costs)
    return [*figures, Figure("the same, maximum / minimum", "", "", f"{ratio:.2f}", "≤ 1.5×", ratio <= 1.5)]


def _read_all(opened: Workspace, codebook: Codebook, size: int) -> None:
    count = sum(len(RecordLoader(opened).records(article, codebook).records) for article in article_ids(opened))
    if count != size:
        raise ValueError(f"{count} records were read, not {size}")


def save(folder: Path, rounds: int) -> list[Figure]:
    """Return the milliseconds to save a note among 100,000 records, and 100."""
    times = {}
    for size in (100, 100_000):
        root = workspace(folder / f"saving-{size}", 2_000, size // 10, articles=10)
        notes = [Annotation("", "note", "account-00003", body="A note.", annotator="Ada") for _ in range(rounds)]
        saves = [duration(partial(repository.create, open_workspace(root), note)) for note in notes]
        times[size] = median(saves) * 1000
    ratio = times[100_000] / times[100]
    return [
        limited("save one note durably among 100,000 records", times[100_000], "ms", 5, 2),
        Figure("the same, among 100 records", "", f"{times[100]:.2f} ms", f"{ratio:.2f}", "≤ 1.5×", ratio <= 1.5),
    ]


def export(folder: Path, rounds: int) -> list[Figure]:
    """Return the CPU time to export a record in each format.

    The records are read already. The comparison, the people and all else that a format writes are in it. Each format
    has its own process, as with `diptych export`, and two turns, as the machine may be slower for minutes.
    """
    root = workspace(folder / "export", 20_000, 10_000, articles=10)
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        turns = [pool.map(partial(_export_cost, root, rounds), FORMATS, chunksize=1) for _ in range(2)]
    return [
        limited(f"export a record as {name}, of 100,000, CPU time", min(costs) / 100_000 * 1e6, "µs", 20)
        for name, *costs in zip(FORMATS, *turns, strict=True)
    ]


def _export_cost(root: Path, rounds: int, name: str) -> float:
    """Return the least seconds to write a workspace in a format."""
    collation = read_collation(open_workspace(root))
    collector.collect_seldom()  # as `diptych export` does
    return min(_cpu(partial(_write, FORMATS[name], collation)) for _ in range(rounds))


def _write(export_format: ExportFormat, collation: Collation) -> None:
    """Write a document piece by piece, and keep none."""
    request = ExportRequest(survey := Survey(collation), survey)
    if export_format.pack_files:
        for _, pieces in export_format.pack_files(request):
            for _ in pieces:
                pass
        return
    write = export_format.write or export_format.write_files
    if write is None:
        raise ValueError(f"{export_format.name} has nothing that writes")
    for _ in write(request):
        pass


def _cpu(action: Callable[[], object]) -> float:
    """Return the seconds that an action takes of the processor."""
    started = time.process_time()
    action()
    return time.process_time() - started


def search(folder: Path, rounds: int, articles: int) -> list[Figure]:
    """Return the time to build, query and update an index of articles."""
    root = folder / "many"
    (root / "articles").mkdir(parents=True)
    size = 0
    for name, text in _many(articles):
        size += (root / "articles" / name).write_text(text, encoding="utf-8")
    index = SearchIndex.of(open_workspace(root))
    built = duration(index.update)
    queries = [duration(lambda: index.articles_with(PHRASE, 50)) for _ in range(rounds)]
    changes = []
    for turn in range(rounds):
        path = root / "articles" / f"a{turn:05}.txt"
        path.write_text(f"{path.read_text(encoding='utf-8')} Changed {turn}.", encoding="utf-8")
        changes.append(duration(partial(index.update_articles, [path.stem])))
    unchanged = [duration(index.update) for _ in range(rounds)]
    return [
        Figure(
            f"build the index of {articles:,} articles",
            f"{size / 1e6 / built:.1f} MB/s",
            f"{size / 1e6:.0f} MB in {built:.1f} s",
            "",
            "≥ 8 MB/s",
            size / 1e6 / built >= 8,
        ),
        limited("find a phrase with the index", median(queries) * 1000, "ms", 5),
        limited("update one changed article", median(changes) * 1000, "ms", 5),
        limited("find that no article has changed", median(unchanged) * 1000, "ms"),
    ]


def _many(articles: int) -> Iterator[tuple[str, str]]:
    words = news(1_000 * 50).split(" ")
    for number in range(articles):
        start = number * 137 % (len(words) - 1_000)
        yield f"a{number:05}.txt", f"Article {number}\n\n{' '.join(words[start : start + 1_000])}\n"
