"""The names that the codebook and the records of a workspace use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.workspace.article_files import article_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui.model import Annotation, Codebook, Workspace

Named = dict[str, str]
"""Names with what each means, or an empty string."""


def proposition_values(workspace: Workspace) -> Named:
    """Return the slug of each proposition, with its sentence."""
    return {slug: proposition.text for slug, proposition in _codebook(workspace).propositions.items()}


def kind_values(workspace: Workspace) -> Named:
    """Return the name of each kind, with its label."""
    return {name: kind.label for name, kind in _codebook(workspace).kinds.items()}


def speaker_values(workspace: Workspace) -> Named:
    """Return the speakers of the codebook and the records."""
    codebook = _codebook(workspace)
    spoken = _values(workspace, lambda annotation: map(codebook.canonical_name, annotation.speaker))
    return dict.fromkeys((*codebook.speakers, *spoken), "")


def reporter_values(workspace: Workspace) -> Named:
    """Return those whom the records name as reporters of a statement."""
    return _values(workspace, lambda annotation: annotation.via)


def annotator_values(workspace: Workspace) -> Named:
    """Return the annotators of the codebook and the records."""
    codebook = _codebook(workspace)
    signed = _values(workspace, lambda annotation: [codebook.annotator_name(annotation.annotator)])
    return dict.fromkeys((*codebook.annotators, *signed), "")


def tag_values(workspace: Workspace) -> Named:
    """Return the tags of the records."""
    return _values(workspace, lambda annotation: annotation.tags)


def _codebook(workspace: Workspace) -> Codebook:
    return CachedLoader(workspace).codebook()[0]


def _values(workspace: Workspace, names: Callable[[Annotation], Iterable[str]]) -> Named:
    return dict.fromkeys(sorted({name for annotation in _annotations(workspace) for name in names(annotation)}), "")


def _annotations(workspace: Workspace) -> Iterator[Annotation]:
    loader = CachedLoader(workspace)
    codebook, _ = loader.codebook()
    for article_id in (*article_ids(workspace), ""):
        for record in loader.records(article_id, codebook).records:
            yield record.annotation
