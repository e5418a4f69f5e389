"""Read what a list shows of an article, without parsing its records."""

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from tui.errors import RecordError
from tui.model import Article, Byline, Workspace, canonicalize
from tui.model.names import compose_name
from tui.storage.files.source import open_regular_file, yaml_files
from tui.storage.records.record_source import list_file, record_folder
from tui.storage.workspace.article_files import article_path
from tui.storage.workspace.cached_loader import cached_loader
from tui.storage.yaml.document import read_document
from tui.storage.yaml.nodes import Mapping, Scalar

HEAD = 16_384
"""Bytes of an article that are searched for its title and source."""
ANNOTATION_BYTES = 8 * 1024 * 1024
"""Bytes of an annotation file that are searched."""

_ANNOTATIONS = re.compile(rb"^annotations[ \t]*:", re.MULTILINE)
_KIND = re.compile(rb"""^[ \t]*(?:-[ \t]+)?(?:\{[^}\n]*)?["']?kind["']?[ \t]*:""", re.MULTILINE)
_ABOUT = re.compile(rb"""^[ \t]*(?:-[ \t]+)?["']?about["']?[ \t]*:[ \t]*["']?([^\s"'#,}]+)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One article in a list."""

    id: str
    title: str
    byline: Byline = field(default_factory=Byline)
    about: frozenset[str] = frozenset()
    """The slugs of its propositions."""
    records: int = 0
    """About how many annotations it has."""


def read_entry(workspace: Workspace, article_id: str, *, blind: bool) -> CatalogueEntry:
    """Return an article's entry, without what cannot be read.

    In blind mode only one's own records count.
    """
    list_content = _content(list_file(workspace, article_id), ANNOTATION_BYTES)
    head = _head(workspace, article_id)
    byline = _byline(list_content).or_of(head)
    title = byline.title or Article(article_id, head, workspace.articles).title
    own = _own_records(workspace, article_id) if blind else _all_records(workspace, article_id, list_content)
    return CatalogueEntry(article_id, title, byline, *own)


def _all_records(workspace: Workspace, article_id: str, list_content: bytes) -> tuple[frozenset[str], int]:
    """Return the propositions and about the number of an article's records."""
    contents = [list_content]
    with suppress(RecordError):
        contents += [_content(file, ANNOTATION_BYTES) for file in yaml_files(record_folder(workspace, article_id))]
    about = {slug for content in contents for slug in _slugs(content)}
    return frozenset(about), sum(len(_KIND.findall(content)) for content in contents)


def _own_records(workspace: Workspace, article_id: str) -> tuple[frozenset[str], int]:
    source = cached_loader(replace(workspace, blind=True)).source
    codebook, _ = source.codebook()
    annotations = [record.annotation for record in source.records(article_id, codebook).records]
    return frozenset(annotation.about for annotation in annotations) - {""}, len(annotations)


def read_byline_of(workspace: Workspace, article_id: str) -> Byline:
    """Return what an article's list file says of it, as far as it can be read."""
    return _byline(_content(list_file(workspace, article_id), HEAD))


def _content(path: Path, limit: int) -> bytes:
    with suppress(OSError, ValueError):
        file = open_regular_file(path)
        if file:
            with file:
                return file.read(limit)
    return b""


def _slugs(content: bytes) -> list[str]:
    return [compose_name(slug.decode("utf-8", "replace")) for slug in _ABOUT.findall(content)]


def _byline(content: bytes) -> Byline:
    """Return the byline from the part of a list file before its records."""
    records = _ANNOTATIONS.search(content)
    heading = content[: records.start()] if records else content[:HEAD]
    try:
        root = read_document(heading).root
    except RecordError:
        return Byline()
    entries = root.entries if isinstance(root, Mapping) else {}
    values = {name: node.value for name, (_, node) in entries.items() if isinstance(node, Scalar)}
    return Byline(**{name: values[name] for name in Byline.__slots__ if name in values})


def _head(workspace: Workspace, article_id: str) -> str:
    path = article_path(workspace, article_id)
    return canonicalize(_content(path, HEAD).decode("utf-8", "replace")) if path else ""
