"""`diptych check`: print the problems of all files, and the anchors."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

import click

from tui.analysis.counts import count_states
from tui.commands.annotators import of_annotators
from tui.commands.options import annotators_option, json_option, resolve_workspace, workspace_argument, workspace_option
from tui.commands.output import file_name, print_json, print_lines, problem_line, with_progress
from tui.formats.json_shapes import check_shape
from tui.formats.phrasing import count_noun, current_quote, in_context, inline_changes, shorten
from tui.layout.visible import make_visible
from tui.model import AnchorState, Severity
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import read_collation
from tui.storage.workspace.settings import config_path, read_config

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.model import Account, Candidate, Collation, Placed, Problem, Workspace


@click.command()
@workspace_argument
@workspace_option
@json_option
@annotators_option
@click.option("--anchors", is_flag=True, help="List every quote, and the possible places of those in review.")
def check(path: Path | None, folder: Path | None, annotators: tuple[str, ...], *, as_json: bool, anchors: bool) -> None:
    """Check every file of a workspace.

    Prints each problem as file:line:column, with what is wrong and what to write instead. Then prints every quote
    that is not exactly where it was marked: its record's file:line, its state, and its line in the article. Changed
    words are shown as [-old-]{+new+}. With --annotator, only the quotes of these people are shown, and the problems of
    all. Exits with 1 if there is an error or a quote is gone.

    \b
    Example:
      diptych check
      diptych check my/workspace --anchors
      diptych check --annotator Ada
      diptych check --json | jq '.errors | length'
    """
    workspace = resolve_workspace(folder, path)
    collation = read_collation(workspace, with_progress(article_ids(workspace)))
    problems = [*_settings_problems(), *_lexicon_problems(workspace), *_problems(collation)]
    collation = of_annotators(annotators, collation, workspace)
    if as_json:
        print_json(check_shape(collation, problems, file_name))
    else:
        print_lines(_report(collation, problems, every_anchor=anchors))
    has_error = any(problem.severity is Severity.ERROR for problem in problems)
    if has_error or count_states(collation)[AnchorState.ORPHAN]:
        raise SystemExit(1)


def _settings_problems() -> tuple[Problem, ...]:
    """Return what is wrong in the user's settings, if there are any."""
    if not config_path().exists():
        return ()
    from tui.reader.settings_check import RULES  # noqa: PLC0415 - few users have settings

    return read_config(RULES)[1]


def _lexicon_problems(workspace: Workspace) -> list[Problem]:
    """Return what is wrong in the words that the workspace adds."""
    files = list(workspace.annotations.glob("lexicon*.toml"))
    if not files:
        return []
    from tui.storage.workspace.lexicons import lexicon_problems  # noqa: PLC0415 - few workspaces add words

    return lexicon_problems(files)


def _problems(collation: Collation) -> list[Problem]:
    problems = (*collation.problems, *(problem for account in collation.accounts for problem in account.problems))
    return sorted(problems, key=lambda problem: (str(problem.file), problem.line, problem.column))


def _report(collation: Collation, problems: list[Problem], *, every_anchor: bool) -> Iterator[str]:
    for problem in problems:
        yield make_visible(problem_line(problem))
    for account in collation.accounts:
        for placed in account.placed:
            if placed.state and (every_anchor or placed.state is not AnchorState.EXACT):
                yield make_visible(_anchor_line(account, placed))
                if every_anchor:
                    yield from map(make_visible, _candidate_lines(account, placed))
    yield _anchor_counts(collation)
    yield _file_counts(collation, problems)


def _anchor_line(account: Account, placed: Placed) -> str:
    record, quote = placed.record, placed.annotation.quote
    current = current_quote(account, placed)
    words = inline_changes(quote, current) if current else shorten(quote, 60)
    state = f"{placed.state}{_lines_in_article(account, placed)}"
    return f"{file_name(record.file)}:{record.line}: {state}: {record.annotation.id}: “{words}”"


def _lines_in_article(account: Account, placed: Placed) -> str:
    """Return the article's file and the line of a quote or its candidates.

    For example ` articles/north.txt:3, 7`, or an empty string if there are none.
    """
    starts = [placed.span.start] if placed.span else sorted(candidate.start for candidate in _candidates(placed))
    if not starts:
        return ""
    lines = dict.fromkeys(str(_line_number(account, start)) for start in starts)
    return f" {file_name(account.article.path)}:{', '.join(lines)}"


def _candidate_lines(account: Account, placed: Placed) -> Iterator[str]:
    for candidate in sorted(_candidates(placed), key=lambda candidate: candidate.start):
        position = f"{file_name(account.article.path)}:{_line_number(account, candidate.start)}"
        yield f"    {position}: {in_context(account.article.text, candidate.start, candidate.end)}"


def _candidates(placed: Placed) -> tuple[Candidate, ...]:
    return placed.anchor.candidates if placed.anchor else ()


def _line_number(account: Account, offset: int) -> int:
    """Return the line of a code point of the article, counted from 1."""
    return bisect_left(_line_ends(account.article.text), offset) + 1


@lru_cache(maxsize=1)
def _line_ends(text: str) -> tuple[int, ...]:
    return tuple(offset for offset, character in enumerate(text) if character == "\n")


def _anchor_counts(collation: Collation) -> str:
    counts = count_states(collation)
    return "Quotes: " + ", ".join(f"{number} {state}" for state, number in counts.items())


def _file_counts(collation: Collation, problems: list[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    records = sum(len(account.placed) for account in collation.accounts) + len(collation.notes)
    counts = {"article": len(collation.accounts), "annotation": records, "error": errors}
    if len(problems) > errors:
        counts["warning"] = len(problems) - errors
    return ", ".join(count_noun(number, noun) for noun, number in counts.items())
