"""`diptych log`: who changed a record, and when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.analysis.annotators import one_name_each
from tui.commands.options import annotators_option, completed_from, json_option, resolve_workspace, workspace_option
from tui.commands.output import print_json, print_lines, print_message
from tui.errors import UsageError
from tui.formats.phrasing import count_noun
from tui.model.names import compose_name
from tui.session.git_log import article_sources, change_line
from tui.session.known_annotators import unknown_among, unknown_annotator
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.git.record_log import record_changes, require_history
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.known_values import annotator_values

if TYPE_CHECKING:
    from tui.model import Record, Workspace
    from tui.storage.git.record_log import CommittedChange


@click.command()
@click.argument("name", metavar="ARTICLE|RECORD", shell_complete=completed_from("article"))
@workspace_option
@annotators_option
@json_option
def log(name: str, folder: Path | None, annotators: tuple[str, ...], *, as_json: bool) -> None:
    """Show who changed a record, or an article's records, and when.

    Git knows it: prints a line for each change of a record in each commit, the newest first, with the fields that were
    changed. What is not committed yet is not shown. A record is named by its id, or as ARTICLE/ID. --annotator is about
    who made the record, whoever changed it.

    \b
    Example:
      diptych log reuters
      diptych log talks-held
      diptych log reuters --annotator Ada
      diptych log reuters/talks-held --json
    """
    workspace = resolve_workspace(folder)
    require_history(workspace.root)
    paths, record = _sources(workspace, compose_name(name))
    changes = _made_by(annotators, record_changes(workspace.root, paths, record), workspace)
    if as_json:
        print_json([_shape(change) for change in changes])
        return
    print_lines(map(change_line, changes))
    print_message(count_noun(len(changes), "change"))


def _made_by(names: tuple[str, ...], changes: list[CommittedChange], workspace: Workspace) -> list[CommittedChange]:
    """Return the changes of these people's records, or all."""
    if not names:
        return changes
    codebook, _ = CachedLoader(workspace).codebook()
    # Who made records that are deleted is known to git alone.
    known = one_name_each((*annotator_values(workspace), *(change.annotator for change in changes)), codebook)
    for name in unknown_among(names, known, codebook):
        raise UsageError(unknown_annotator(name, known))
    wanted = {codebook.annotator_identity(name) for name in names}
    return [change for change in changes if codebook.annotator_identity(change.annotator) in wanted]


def _sources(workspace: Workspace, name: str) -> tuple[tuple[Path, ...], str]:
    """Return the files to look at, and the record's id if it is one record."""
    ids = article_ids(workspace)
    if name in ids or Path(name).stem in ids:
        article = name if name in ids else Path(name).stem
        return article_sources(workspace, article), ""
    article, _, record_id = name.rpartition("/")
    found = [record for record in _records(workspace, article) if record.annotation.id == record_id]
    if len(found) == 1:
        return (found[0].file,), record_id
    if found:
        first = f"{found[0].annotation.article}/{record_id}"
        raise UsageError(f'{len(found)} articles have a record "{record_id}"; write the article too, as in {first}')
    if article in ids:  # the record may be deleted
        return article_sources(workspace, article), record_id
    raise UsageError(f'no article or record is called "{name}"; of a deleted record, write ARTICLE/ID')


def _records(workspace: Workspace, article: str) -> list[Record]:
    loader = CachedLoader(workspace)
    codebook, _ = loader.codebook()
    ids = (article,) if article else (*article_ids(workspace), "")
    return [record for article_id in ids for record in loader.records(article_id, codebook).records]


def _shape(change: CommittedChange) -> dict[str, object]:
    return {
        "record": change.record,
        "annotator": change.annotator,
        "change": change.change,
        "fields": list(change.fields),
        "author": change.author,
        "date": change.date,
        "commit": change.commit,
        "subject": change.subject,
    }
