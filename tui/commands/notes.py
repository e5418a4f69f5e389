"""`diptych notes`: list and filter records."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import click

from tui.commands.options import (
    adjudicated_collation,
    adjudicated_option,
    filter_from_options,
    filter_options,
    json_option,
    load_collation,
    resolve_workspace,
    workspace_argument,
    workspace_option,
)
from tui.commands.output import file_name, output_page, print_json, print_lines, print_message
from tui.formats.json_shapes import record_shape
from tui.formats.phrasing import count_noun
from tui.formats.plain.linear_text import doubt_lines, record_lines
from tui.model import Placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui.analysis.filters import Filter
    from tui.formats.plain.page import Page
    from tui.model import Account, Collation


@click.command()
@workspace_argument
@workspace_option
@filter_options
@adjudicated_option
@json_option
def notes(path: Path | None, folder: Path | None, *, adjudicated: bool, as_json: bool, **filters: Any) -> None:
    """List records: all of them, or those that match.

    \b
    Example:
      diptych notes --kind denial
      diptych notes --speaker Lavrov --text sanctions
      diptych notes --annotator Ada --json
    """
    workspace = resolve_workspace(folder, path)
    collation = load_collation(workspace, filters["articles"])
    if adjudicated:
        collation = adjudicated_collation(collation)
    condition = filter_from_options(workspace, collation, **filters)
    records = list(_matching(collation, condition))
    named = cache(file_name)  # many records are in one file
    if as_json:
        print_json(record_shape(placed, account.article.id if account else "", named) for account, placed in records)
        return
    print_lines(_listing(records, collation, output_page(), named))
    total = sum(len(account.placed) for account in collation.accounts) + len(collation.notes)
    print_message(
        f"{len(records)} of {count_noun(total, 'record')}" + (f": {condition.describe()}" if condition.active else "")
    )


def _matching(collation: Collation, condition: Filter) -> Iterator[tuple[Account | None, Placed]]:
    for account in collation.accounts:
        for placed in account.placed:
            if condition.matches(placed, account.article.id, collation.codebook):
                yield account, placed
    for record in collation.notes:
        if condition.matches(Placed(record), "", collation.codebook):
            yield None, Placed(record)


def _listing(
    records: list[tuple[Account | None, Placed]], collation: Collation, page: Page, named: Callable[[Path], str]
) -> Iterator[str]:
    """Yield the records, each account's under its title.

    `named` returns a file's name.
    """
    for account, group in groupby(records, key=itemgetter(0)):
        yield from page.rows(page.account_title(account) if account else "On propositions", hanging=3)
        yield ""
        for _, placed in group:
            annotation, record = placed.annotation, placed.record
            yield from record_lines(annotation, annotation.id, collation.codebook, page, indent=2)
            if annotation.on:
                yield from page.rows(f"On {annotation.on}", indent=4, hanging=2)
            if annotation.resolves:
                yield from page.rows(f"Settles {', '.join(annotation.resolves)}", indent=4, hanging=2)
            if account:
                yield from doubt_lines(account, placed, page, indent=4)
            yield from page.rows(f"{named(record.file)}:{record.line}", indent=4, hanging=2)
            yield ""
