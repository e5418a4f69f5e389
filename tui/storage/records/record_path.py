"""Name the files of new records."""

from pathlib import Path

from tui.errors import SaveError
from tui.model import Annotation, Workspace
from tui.storage.files.filenames import RESERVED, file_slug, is_safe_id
from tui.storage.records.record_source import record_folder


def record_path(workspace: Workspace, annotation: Annotation) -> Path:
    """Return the file of a new record, named after its annotator and its id."""
    name = f"{file_slug(annotation.annotator)}.{file_slug(annotation.id, 'record')}.yaml"
    article = annotation.article
    if not article:
        return workspace.proposition_notes / name
    check_article_name(workspace, article)
    return record_folder(workspace, article) / name


def check_article_name(workspace: Workspace, article: str) -> None:
    """Raise SaveError for an article whose name no file can have."""
    if not is_safe_id(article) or article.casefold() == RESERVED:
        raise SaveError(f'"{article}" cannot be an article\'s name; rename the article', workspace.annotations)
