"""The people whose records a command is to show: `--annotator`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.filters import records_by
from tui.errors import UsageError
from tui.session.known_annotators import known_annotators, unknown_among, unknown_annotator
from tui.storage.workspace.article_files import article_ids

if TYPE_CHECKING:
    from tui.model import Collation, Workspace


def of_annotators(names: tuple[str, ...], collation: Collation, workspace: Workspace) -> Collation:
    """Return the records of these people, or all if none is named.

    Raise UsageError for a name that nobody has.
    """
    require_annotators(names, collation, workspace)
    return records_by(collation, names) if names else collation


def require_annotators(names: tuple[str, ...], collation: Collation, workspace: Workspace) -> None:
    """Raise UsageError if a name is that of nobody in the whole workspace."""
    if not unknown_among(names, known_annotators(collation), collation.codebook):
        return
    from tui.storage.workspace.plain_loader import read_collation  # noqa: PLC0415 - seldom needed

    # Who marked nothing in the articles that are named may have marked others.
    known = known_annotators(read_collation(workspace, article_ids(workspace)))
    for name in unknown_among(names, known, collation.codebook):
        raise UsageError(unknown_annotator(name, known))
