"""Find out whether a proposition is used by any record."""

from collections.abc import Iterator
from pathlib import Path

from tui.errors import RecordError
from tui.model import Workspace
from tui.model.names import compose_name
from tui.storage.files.source import read_yaml_file, yaml_files
from tui.storage.records.list_edits import list_items
from tui.storage.yaml.document import read_document
from tui.storage.yaml.nodes import Mapping, Node, Scalar


def is_used(workspace: Workspace, slug: str) -> bool:
    """Return whether a record of any article is about a proposition.

    A file or folder that cannot be read counts as a use: nobody knows what is in it.
    """
    try:
        return any(_mentions(file, slug) for file in _record_files(workspace))
    except FileNotFoundError:
        return False
    except (OSError, RecordError):
        return True


def _record_files(workspace: Workspace) -> Iterator[Path]:
    yield from (file for file in yaml_files(workspace.annotations) if file != workspace.codebook)
    for path in workspace.annotations.iterdir():
        if path.is_dir():
            yield from yaml_files(path)


def _mentions(file: Path, slug: str) -> bool:
    content = read_yaml_file(file)
    # Parsing every file would take seconds if there are many, and few contain the slug. Other slugs have other forms.
    if content is None or (slug.isascii() and slug.encode() not in content):
        return False
    document = read_document(content, file)
    root = document.root
    return not document.complete or any(_is_about(item, slug) for item in (root, *list_items(root)))


def _is_about(item: Node | None, slug: str) -> bool:
    about = item.get("about") if isinstance(item, Mapping) else None
    return isinstance(about, Scalar) and compose_name(about.value) == compose_name(slug)
