"""`diptych check`: every problem of every file, and each annotation's anchor state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.options import json_option, opened, workspace_argument, workspace_option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.model import Account, Collation, Placed, Problem

_DOUBTFUL = ("adjusted", "review", "orphan")


@click.command()
@workspace_argument
@workspace_option
@json_option
@click.option("--anchors", is_flag=True, help="List where every quote was found, with the counts of the four states.")
def check(place: Path | None, folder: Path | None, *, as_json: bool, anchors: bool) -> None:
    """Check every file of a workspace.

    Prints each problem as file:line:column: what is wrong and what to write instead, then every quote that does
    not stand exactly where it was marked. Exits with 1 if there is an error or a quote is gone.

    \b
    Example:
      diptych check
      diptych check my/workspace --anchors
      diptych check --json | jq '.errors | length'
    """
    from tui.commands.terminal import file_name, put, put_json, watched
    from tui.formats.json_shapes import check_shape
    from tui.storage.reading import read_collation
    from tui.storage.workspaces import article_ids

    workspace = opened(folder, place)
    collation = read_collation(workspace, watched(article_ids(workspace)))
    problems = _problems(collation)
    if as_json:
        put_json(check_shape(collation, problems, file_name))
    else:
        put(_report(collation, problems, every_anchor=anchors))
    if _failed(collation, problems):
        raise SystemExit(1)


def _problems(collation: Collation) -> list[Problem]:
    found = (*collation.problems, *(p for account in collation.accounts for p in account.problems))
    return sorted(found, key=lambda problem: (str(problem.file), problem.line, problem.column))


def _failed(collation: Collation, problems: list[Problem]) -> bool:
    from tui.analysis.tally import count_states
    from tui.model import AnchorState, Severity

    return any(p.severity is Severity.ERROR for p in problems) or bool(count_states(collation)[AnchorState.ORPHAN])


def _report(collation: Collation, problems: list[Problem], *, every_anchor: bool) -> Iterator[str]:
    from tui.layout.visible import make_visible

    for problem in problems:
        yield make_visible(_problem_line(problem))
    for account in collation.accounts:
        for placed in account.placed:
            if placed.state and (every_anchor or placed.state in _DOUBTFUL):
                yield make_visible(_anchor_line(account, placed))
    yield _anchor_counts(collation)
    yield _totals(collation, problems)


def _problem_line(problem: Problem) -> str:
    from tui.commands.terminal import file_name
    from tui.model import Severity

    place = ":".join(str(part) for part in (file_name(problem.file), problem.line, problem.column) if part)
    warning = "warning: " if problem.severity is Severity.WARNING else ""
    return f"{place}: {warning}{problem.message}"


def _anchor_line(account: Account, placed: Placed) -> str:
    from tui.commands.terminal import file_name
    from tui.formats.words import one_line, todays_words

    record = placed.record
    span = f" {placed.span[0]}-{placed.span[1]}" if placed.span else ""
    today = todays_words(account, placed)
    found = f" -> “{one_line(today, 60)}”" if today else ""
    said = f"“{one_line(placed.annotation.quote, 60)}”{found}"
    return f"{file_name(record.file)}:{record.line}: {placed.state}{span}: {placed.annotation.id}: {said}"


def _anchor_counts(collation: Collation) -> str:
    from tui.analysis.tally import count_states

    counts = count_states(collation)
    return "Quotes: " + ", ".join(f"{number} {state}" for state, number in counts.items())


def _totals(collation: Collation, problems: list[Problem]) -> str:
    from tui.formats.words import count
    from tui.model import Severity

    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    records = sum(len(account.placed) for account in collation.accounts) + len(collation.notes)
    parts = (count(len(collation.accounts), "article"), count(records, "annotation"), count(errors, "error"))
    warnings = len(problems) - errors
    return ", ".join((*parts, count(warnings, "warning")) if warnings else parts)
