"""The people whose records a command is to show: `--annotator`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.annotators import annotators_of
from tui.analysis.filters import records_by
from tui.errors import UsageError
from tui.formats.phrasing import and_list
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
    """Raise UsageError if a name is that of nobody in the whole workspace."""
    if not unknown_among(names, _known(collation), collation.codebook):
        return
    from tui.storage.workspace.plain_loader import read_collation  # noqa: PLC0415 - seldom needed

    # Who marked nothing in the articles that are named may have marked others.
    known = _known(read_collation(workspace, article_ids(workspace)))
    for name in unknown_among(names, known, collation.codebook):
        raise UsageError(unknown_annotator(name, known))


def unknown_annotator(name: str, known: Iterable[str]) -> str:
    """Return what is wrong with a name, and the names that there are."""
    people = [shown_name(each) for each in known]
    there = f"there are {and_list(people)}" if people else "there are no records yet"
    return f'nobody called "{name}" marked anything; {there}'


def shown_name(name: str) -> str:
    """Return how an annotator is listed: `records without a name ("")`."""
    return name or 'records without a name ("")'


def _known(collation: Collation) -> tuple[str, ...]:
    """Return who made records, then who is only in the codebook."""
    return tuple(dict.fromkeys((*annotators_of(collation), *collation.codebook.annotators)))


def unknown_among(names: Iterable[str], known: Iterable[str], codebook: Codebook) -> list[str]:
    """Return the names that are those of nobody known."""
    identities = {codebook.annotator_identity(name) for name in known}
    return [name for name in names if codebook.annotator_identity(name) not in identities]
