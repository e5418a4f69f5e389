"""Articles of other workspaces, which are shown and not changed."""

from collections.abc import Iterable

from tui.errors import SaveError
from tui.model import Annotation, Codebook, Proposition, Workspace
from tui.storage.workspace.article_files import article_path


def require_own(workspace: Workspace, article_id: str) -> None:
    """Raise SaveError if an article's annotations are in another workspace."""
    if workspace.others and workspace.home(article_id) is not workspace:
        file = article_path(workspace, article_id)
        raise SaveError(f"belongs to another workspace; open it alone to annotate it: diptych {file}", file)


def lacking_proposition(
    workspace: Workspace, codebook: Codebook, annotations: Iterable[Annotation]
) -> Proposition | None:
    """Return the one that annotations name and only another workspace has.

    All of `annotations` are about the same proposition, or about none.
    """
    from tui.storage.workspace.plain_loader import read_codebook  # noqa: PLC0415 - only to save with several workspaces

    own = read_codebook(workspace)
    slugs = (annotation.about for annotation in annotations)
    lacking = (
        codebook.propositions[slug] for slug in slugs if slug not in own.propositions and slug in codebook.propositions
    )
    return next(lacking, None)
