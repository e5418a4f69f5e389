"""`diptych notes`: list and filter records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tui.commands.options import (
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
from tui.formats.plain.linear_text import doubt_lines, record_lines
from tui.model import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.analysis.filters import Filter
    from tui.formats.plain.page import Page
    from tui.model import Account, Collation, Placed


@click.command()
@workspace_argument
@workspace_option
@filter_options
@json_option
def notes(place: Path | None, folder: Path | None, *, as_json: bool, **filters: Any) -> None:
    """List records: all of them, or those chosen.

    \b
    Example:
      diptych notes --kind denial
      diptych notes --speaker Lavrov --text sanctions
      diptych notes --annotator Ada --json
    """
    workspace = resolve_workspace(folder, place)
    collation = load_collation(workspace, filters["articles"])
    wanted = filter_from_options(workspace, collation.codebook, **filters)
    found = list(_matching(collation, wanted))
    if as_json:
        print_json(
            [record_shape(placed, account.article.id if account else "", file_name) for account, placed in found]
        )
        return
    print_lines(_listing(found, collation, output_page()))
    total = sum(len(account.placed) for account in collation.accounts) + len(collation.notes)
    print_message(f"{len(found)} of {total} records" + (f": {wanted.describe()}" if wanted.active else ""))


def _matching(collation: Collation, wanted: Filter) -> Iterator[tuple[Account | None, Placed]]:
    for account in collation.accounts:
        for placed in account.placed:
            if wanted.matches(placed, account.article.id, collation.codebook):
                yield account, placed
    for record in collation.notes:
        if wanted.matches(Placed(record), "", collation.codebook):
            yield None, Placed(record)


def _listing(found: list[tuple[Account | None, Placed]], collation: Collation, on: Page) -> Iterator[str]:
    current: object = found
    for account, placed in found:
        if account is not current:
            yield from on.rows(on.account_title(account) if account else "On propositions", hanging=3)
            yield ""
            current = account
        yield from _entry(account, placed, collation, on)
        yield ""


def _entry(account: Account | None, placed: Placed, collation: Collation, on: Page) -> Iterator[str]:
    yield from record_lines(placed.annotation, placed.annotation.id, collation.codebook, on, 2)
    if placed.annotation.on:
        yield from on.rows(f"On {placed.annotation.on}", 4, 2)
    if account:
        yield from doubt_lines(account, placed, on, 4)
    yield from on.rows(f"{file_name(placed.record.file)}:{placed.record.line}", 4, 2)
