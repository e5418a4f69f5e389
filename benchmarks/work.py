"""What the parts cost at size, in this process: reading, saving, exporting, searching."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.corpus import news, workspace
from benchmarks.figures import Figure, Progress, limited
from tui.analysis.survey import Survey
from tui.formats.markdown.archive import export_markdown
from tui.formats.markdown.record_groups import GroupBy, record_sections
from tui.model import Annotation, Codebook, Workspace
from tui.startup import collector
from tui.storage.cache.search_index import SearchIndex
from tui.storage.records import repository
from tui.storage.records.record_loader import RecordLoader
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.plain_loader import read_collation

SIZES = (1_000, 10_000, 100_000)
PHRASE = '"fight terrorism"'
ARTICLES = 10_000
STEPS = 6
LONGEST = 10_000
"""Records of one list."""


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
    return figures


def spent(action: Callable[[], object]) -> float:
    """Return the seconds that `action` takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def reading(folder: Path, rounds: int) -> list[Figure]:
    """Return the microseconds a record, read strictly, at three sizes, and how flat they are.

    A list may be 8 MiB long at most, so the largest number is in ten.
    """
    costs: list[float] = []
    figures: list[Figure] = []
    for size in SIZES:
        lists = max(1, size // LONGEST)
        place = open_workspace(workspace(folder / f"records-{size}", 2_000, size // lists, articles=lists))
        codebook, _ = RecordLoader(place).codebook()
        times = [spent(lambda: _read_all(place, codebook, size)) for _ in range(min(rounds, 5))]  # noqa: B023 - at once
        costs.append(median(times) / size * 1e6)
        figures.append(limited(f"read a record, strictly, at {size:,}", costs[-1], "µs", 40))
    flat = max(costs) / min(costs)
    return [*figures, Figure("the same, dearest against cheapest", "", "", f"{flat:.2f}", "≤ 1.5×", flat <= 1.5)]


def _read_all(place: Workspace, codebook: Codebook, size: int) -> None:
    found = sum(len(RecordLoader(place).records(each, codebook).records) for each in article_ids(place))
    if found != size:
        raise ValueError(f"{found} records were read, not {size}")


def save(folder: Path, rounds: int) -> list[Figure]:
    """Return the milliseconds of a durable save, of one note, in an empty workspace and in one of 100,000 records."""
    times = {}
    for size in (100, 100_000):
        made = workspace(folder / f"saving-{size}", 2_000, size // 10, articles=10)
        notes = [Annotation("", "note", "account-00003", body="A note.", annotator="Ada") for _ in range(rounds)]
        found = [spent(partial(repository.create, open_workspace(made), note)) for note in notes]
        times[size] = median(found) * 1000
    flat = times[100_000] / times[100]
    return [
        limited("save one note durably among 100,000 records", times[100_000], "ms", 5, 2),
        Figure("the same, against 100 records", "", f"{times[100]:.2f} ms", f"{flat:.2f}", "flat: ≤ 1.5×", flat <= 1.5),
    ]


def export(folder: Path, rounds: int) -> list[Figure]:
    """Return the microseconds a record that Markdown takes beyond reading them: for all, and for the records alone."""
    place = open_workspace(workspace(folder / "export", 20_000, 10_000, articles=10))
    collation = read_collation(place)
    usual = gc.get_threshold()
    collector.collect_seldom()  # as the command does
    whole = [spent(lambda: export_markdown(Survey(collation))) for _ in range(rounds)]
    records = [spent(lambda: "".join(record_sections(Survey(collation), GroupBy.ARTICLE))) for _ in range(rounds)]
    gc.set_threshold(*usual)
    return [
        limited("export a record as Markdown, of 100,000", median(records) / 100_000 * 1e6, "µs", 15),
        limited("the same, with the comparison and the people", median(whole) / 100_000 * 1e6, "µs", 15),
    ]


def search(folder: Path, rounds: int, articles: int) -> list[Figure]:
    """Return what the index of articles of 1,000 words costs to build, to ask and to bring up to date."""
    root = folder / "many"
    (root / "articles").mkdir(parents=True)
    size = 0
    for name, text in _many(articles):
        size += (root / "articles" / name).write_text(text, encoding="utf-8")
    index = SearchIndex.of(open_workspace(root))
    built = spent(index.update)
    asked = [spent(lambda: index.articles_with(PHRASE, 50)) for _ in range(rounds)]
    changed = []
    for turn in range(rounds):
        path = root / "articles" / f"a{turn:05}.txt"
        path.write_text(f"{path.read_text(encoding='utf-8')} Changed {turn}.", encoding="utf-8")
        changed.append(spent(partial(index.update_articles, [path.stem])))
    whole = [spent(index.update) for _ in range(rounds)]
    return [
        Figure(
            f"build the index of {articles:,} articles",
            f"{size / 1e6 / built:.1f} MB/s",
            f"{size / 1e6:.0f} MB in {built:.1f} s",
            "",
            "≥ 8 MB/s",
            size / 1e6 / built >= 8,
        ),
        limited("find a phrase, once indexed", median(asked) * 1000, "ms", 5),
        limited("bring one changed article up to date", median(changed) * 1000, "ms", 5),
        limited("find out that none has changed, once while one types", median(whole) * 1000, "ms"),
    ]


def _many(articles: int) -> Iterator[tuple[str, str]]:
    words = news(1_000 * 50).split(" ")
    for number in range(articles):
        at = number * 137 % (len(words) - 1_000)
        yield f"a{number:05}.txt", f"Article {number}\n\n{' '.join(words[at : at + 1_000])}\n"
