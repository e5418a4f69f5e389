"""The people whose records a command is to show: `--annotator`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.filters import records_by
from tui.commands.output import file_name
from tui.errors import UsageError
from tui.session.known_annotators import known_annotators, unknown_among, unknown_annotator
from tui.storage.workspace.article_files import article_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model import Codebook, Collation, Workspace


def of_annotators(names: tuple[str, ...], collation: Collation, workspace: Workspace) -> Collation:
    """Return the records of these people, or all if none is named.

    Raise UsageError for a name that nobody has.
    """
    require_annotators(names, collation, workspace)
    return records_by(collation, names) if names else collation


def require_annotators(names: tuple[str, ...], collation: Collation, workspace: Workspace) -> None:
    """Raise UsageError if a name is that of nobody in the whole workspace.

    In blind mode everybody else is refused.
    """
    if collation.codebook.blind:
        _refuse_others(names, collation.codebook, workspace)
    if not unknown_among(names, known_annotators(collation), collation.codebook):
        return
    from tui.storage.workspace.plain_loader import read_collation  # noqa: PLC0415 - seldom needed

    # Who marked nothing in the articles that are named may have marked others.
    known = known_annotators(read_collation(workspace, article_ids(workspace)))
    for name in unknown_among(names, known, collation.codebook):
        raise UsageError(unknown_annotator(name, known))


def _refuse_others(names: Iterable[str], codebook: Codebook, workspace: Workspace) -> None:
    from tui.storage.workspace.blind_records import is_same_annotator, reader_name  # noqa: PLC0415 - only in blind mode

    reader = reader_name(workspace)
    for name in names:
        if not is_same_annotator(name, reader, codebook):
            raise UsageError(f'blind: what "{name}" marked is not shown to {reader}; {how_to_lift(workspace)}')


def how_to_lift(workspace: Workspace) -> str:
    """Return what to do to see what others marked."""
    return "leave out --blind" if workspace.blind else f"remove blind: from {file_name(workspace.codebook)} to lift it"
