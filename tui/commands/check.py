"""`diptych check`: every problem of every file, and each annotation's anchor state."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

import click

from tui.analysis.counts import count_states
from tui.commands.options import json_option, resolve_workspace, workspace_argument, workspace_option
from tui.commands.output import file_name, print_json, print_lines, with_progress
from tui.formats.json_shapes import check_shape
from tui.formats.phrasing import count_noun, current_quote, in_context, inline_changes, shorten
from tui.layout.visible import make_visible
from tui.model import AnchorState, Severity
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import read_collation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.model import Account, Candidate, Collation, Placed, Problem

_DOUBTFUL = ("adjusted", "review", "orphan")


@click.command()
@workspace_argument
@workspace_option
@json_option
@click.option("--anchors", is_flag=True, help="List every quote, and the places in question with what stands there.")
def check(place: Path | None, folder: Path | None, *, as_json: bool, anchors: bool) -> None:
    """Check every file of a workspace.

    Prints each problem as file:line:column: what is wrong and what to write instead, then every quote that does
    not stand exactly where it was marked: its record's file:line, its state, and where in the article it stands
    now; of changed words what went as [-old-] and what came as {+new+}. Exits with 1 if there is an error or a
    quote is gone.

    \b
    Example:
      diptych check
      diptych check my/workspace --anchors
      diptych check --json | jq '.errors | length'
    """
    workspace = resolve_workspace(folder, place)
    collation = read_collation(workspace, with_progress(article_ids(workspace)))
    problems = _problems(collation)
    if as_json:
        print_json(check_shape(collation, problems, file_name))
    else:
        print_lines(_report(collation, problems, every_anchor=anchors))
    if _failed(collation, problems):
        raise SystemExit(1)


def _problems(collation: Collation) -> list[Problem]:
    found = (*collation.problems, *(p for account in collation.accounts for p in account.problems))
    return sorted(found, key=lambda problem: (str(problem.file), problem.line, problem.column))


def _failed(collation: Collation, problems: list[Problem]) -> bool:
    return any(p.severity is Severity.ERROR for p in problems) or bool(count_states(collation)[AnchorState.ORPHAN])


def _report(collation: Collation, problems: list[Problem], *, every_anchor: bool) -> Iterator[str]:
    for problem in problems:
        yield make_visible(_problem_line(problem))
    for account in collation.accounts:
        for placed in account.placed:
            if placed.state and (every_anchor or placed.state in _DOUBTFUL):
                yield make_visible(_anchor_line(account, placed))
                if every_anchor:
                    yield from map(make_visible, _candidate_lines(account, placed))
    yield _anchor_counts(collation)
    yield _totals(collation, problems)


def _problem_line(problem: Problem) -> str:
    place = ":".join(str(part) for part in (file_name(problem.file), problem.line, problem.column) if part)
    warning = "warning: " if problem.severity is Severity.WARNING else ""
    return f"{place}: {warning}{problem.message}"


def _anchor_line(account: Account, placed: Placed) -> str:
    record = placed.record
    today = current_quote(account, placed)
    quote = placed.annotation.quote
    said = inline_changes(quote, today) if today else shorten(quote, 60)
    state = f"{placed.state}{_where(account, placed)}"
    return f"{file_name(record.file)}:{record.line}: {state}: {record.annotation.id}: “{said}”"


def _where(account: Account, placed: Placed) -> str:
    """Return the article's file and the line of the place, or the lines of all that are in question."""
    starts = [placed.span[0]] if placed.span else [each.start for each in _candidates(placed)]
    if not starts:
        return ""
    lines = dict.fromkeys(str(_line(account, start)) for start in sorted(starts))
    return f" {file_name(account.article.path)}:{', '.join(lines)}"


def _candidate_lines(account: Account, placed: Placed) -> Iterator[str]:
    for each in sorted(_candidates(placed), key=lambda candidate: candidate.start):
        place = f"{file_name(account.article.path)}:{_line(account, each.start)}"
        yield f"    {place}: {in_context(account.article.text, each.start, each.end)}"


def _candidates(placed: Placed) -> tuple[Candidate, ...]:
    return placed.anchor.candidates if placed.anchor else ()


def _line(account: Account, offset: int) -> int:
    return bisect_left(_breaks(account.article.text), offset) + 1


@lru_cache(maxsize=1)
def _breaks(text: str) -> tuple[int, ...]:
    return tuple(place for place, character in enumerate(text) if character == "\n")


def _anchor_counts(collation: Collation) -> str:
    counts = count_states(collation)
    return "Quotes: " + ", ".join(f"{number} {state}" for state, number in counts.items())


def _totals(collation: Collation, problems: list[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    records = sum(len(account.placed) for account in collation.accounts) + len(collation.notes)
    parts = (
        count_noun(len(collation.accounts), "article"),
        count_noun(records, "annotation"),
        count_noun(errors, "error"),
    )
    warnings = len(problems) - errors
    return ", ".join((*parts, count_noun(warnings, "warning")) if warnings else parts)
