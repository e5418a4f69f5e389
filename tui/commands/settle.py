"""`diptych settle`: settle what annotators disagree about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from tui.analysis.agreement.agreement import find_agreement
from tui.commands.group import did_you_mean
from tui.commands.options import (
    annotator_option,
    completed_from,
    load_collation,
    refuse_if_blind,
    require_kind,
    resolve_proposition,
    resolve_workspace,
    workspace_option,
)
from tui.commands.output import file_name, print_lines, print_message, require_stdout
from tui.errors import UsageError
from tui.formats.agreement_words import open_disagreements
from tui.formats.phrasing import and_list
from tui.layout.visible import make_visible
from tui.model.names import compose_name
from tui.session.adjudication import take_neither, take_sides, take_third, third_draft
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.settings import annotator_name, read_config

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tui.analysis.agreement.matching import Unit
    from tui.model import Codebook, Collation, Record


@click.command()
@click.argument("records", metavar="RECORD...", nargs=-1, required=True)
@workspace_option
@click.option("--neither", is_flag=True, help="Nothing is to be marked there: a note takes the place of the records.")
@click.option("--because", metavar="TEXT", default="", help="Why: the comment of the result, in Markdown.")
@click.option(
    "--kind", metavar="KIND", default="", shell_complete=completed_from("kind"), help="Neither side's kind but this."
)
@click.option(
    "--speaker",
    "speakers",
    metavar="NAME",
    multiple=True,
    shell_complete=completed_from("speaker"),
    help="Neither side's speaker but this; repeat it for several.",
)
@click.option(
    "--about",
    metavar="SLUG",
    default="",
    shell_complete=completed_from("proposition"),
    help="Neither side's proposition but this: its slug or its sentence.",
)
@annotator_option
def settle(
    records: tuple[str, ...],
    folder: Path | None,
    annotator: str,
    *,
    neither: bool,
    because: str,
    **changes: Any,
) -> None:
    """Settle what annotators disagree about, at one place.

    RECORD is one of those that diptych agreement lists: its side is taken. With several records of one place, all
    their sides are. The result is a new record that resolves all records of the place, which stay as they are. A record
    is named by its id, or as ARTICLE/ID. Prints the files that were written.

    \b
    Example:
      diptych settle k3f9
      diptych settle k3f9 p2m7
      diptych settle k3f9 --kind no-comment --because "She evades the question."
      diptych settle reuters/k3f9 --neither
    """
    require_stdout()
    workspace = resolve_workspace(folder)
    refuse_if_blind(workspace, "what is settled is what others marked")
    collation = load_collation(workspace)
    changed = _changes(collation.codebook, **changes) | ({"body": because} if because else {})
    if (neither or len(records) > 1) and changed.keys() - {"body"}:
        raise UsageError("--kind, --speaker and --about change one side; name one record, without --neither")
    unit, ids = _place(collation, records)
    session = Session(plain_loader(workspace), annotator_name(read_config()[0], annotator))
    session.adopt(collation)
    sides = [side for side in unit.codings if {*side.ids} & {*ids}]
    if neither:
        saved = [take_neither(session, unit, because)]
    elif changed:
        drafts = [replace(third_draft(session, unit, side), **changed) for side in sides]
        saved = [take_third(session, unit, drafts[0])] if len(drafts) == 1 else session.add_all(drafts)
    else:
        saved = take_sides(session, unit, sides)
    _tell(session, saved)


def _changes(codebook: Codebook, kind: str, speakers: tuple[str, ...], about: str) -> dict[str, Any]:
    """Return the fields that differ from both sides, or raise UsageError."""
    kind = compose_name(kind)
    if kind:
        require_kind(codebook, kind)
    about = resolve_proposition(codebook, compose_name(about)) if about else ""
    return {name: value for name, value in {"kind": kind, "speaker": speakers, "about": about}.items() if value}


def _place(collation: Collation, names: Sequence[str]) -> tuple[Unit, tuple[str, ...]]:
    """Return the place of records and their ids, or raise UsageError."""
    whole = find_agreement(collation, all_read=True).whole
    open_places = [disagreement.unit for disagreement in whole.disagreements]
    places = [_unit(compose_name(name), whole.units) for name in names]
    if any(place != places[0] for place in places):
        raise UsageError(f"{and_list(names)} are at different places; settle one place at a time")
    if places[0] not in open_places:
        raise UsageError(f"everybody marked {names[0]} alike, so there is nothing to settle")
    return places[0], tuple(compose_name(name).rpartition("/")[2] for name in names)


def _unit(name: str, units: Sequence[Unit]) -> Unit:
    """Return the place of a record, named by its id or as ARTICLE/ID."""
    article, _, record = name.rpartition("/")
    found = [unit for unit in units if record in unit.ids and article in ("", unit.codings[0].article)]
    if len(found) == 1:
        return found[0]
    if found:
        first = f"{found[0].codings[0].article}/{record}"
        raise UsageError(f'{len(found)} articles have a record "{record}"; write the article too, as in {first}')
    known = [own for unit in units for own in unit.ids]
    hint = did_you_mean(record, known) or "; diptych agreement lists them"
    raise UsageError(f'no statement of several people\'s is called "{name}"{hint}')


def _tell(session: Session, saved: Sequence[Record]) -> None:
    annotation = saved[0].annotation
    results = [f"{session.codebook.kind(each.annotation.kind).label.lower()} {each.annotation.id}" for each in saved]
    by = f"by {and_list(results)}, signed {annotation.annotator}"
    print_message(make_visible(f"Settled {and_list(annotation.resolves)} {by}"))
    whole = find_agreement(session.collation).whole
    if whole.disagreements:
        print_message(open_disagreements(whole))
    print_lines(make_visible(file_name(record.file)) for record in saved)
