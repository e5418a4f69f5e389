"""Plan what changes in which files when an article is renamed."""

import os
from collections import Counter
from pathlib import Path

from tui.errors import UsageError
from tui.storage.files.file_changes import FileChange
from tui.storage.files.filenames import RESERVED, is_article_name, is_safe_id
from tui.storage.files.source import yaml_files
from tui.storage.records.list_edits import list_items
from tui.storage.records.locate import RecordFile
from tui.storage.records.name_edits import NameKind, Renaming, names_in_file, rename_in_file
from tui.storage.records.record_source import list_file, record_folder
from tui.storage.records.rename_plan import ChangePlan, NameUses
from tui.storage.workspace.article_files import article_path


def plan_article_rename(uses: NameUses, old: str, new: str) -> ChangePlan:
    """Return the moves and changes of an article's file and its records.

    If the article has its new name already, only its records are moved. Raise UsageError if something is in the way.
    """
    workspace = uses.workspace
    article = article_path(workspace, old)
    records = _records(uses, old)
    if article is None and not records:
        raise UsageError(f'no article is called "{old}"')
    _check_new_id(uses, new, is_moved=article is not None)
    changes: list[FileChange] = []
    if article:
        changes.append(FileChange(article, None, None, article.with_name(f"{new}{article.suffix}")))
    counts: Counter[str] = Counter()
    hidden: set[Path] = set()
    for file in records:
        _check_link(file.path)
        edited, _ = rename_in_file(file, Renaming(NameKind.ARTICLE, old, new))
        is_list = file.path == list_file(workspace, old)
        new_path = workspace.list_file(new) if is_list else workspace.records(new) / file.path.name
        changes.append(FileChange(file.path, file.content, edited.content, new_path))
        shown = _counted_records(uses, file, is_list=is_list)
        counts[old] += shown
        hidden |= set() if shown or is_list else {file.path}
    title = f'rename the article "{old}" to "{new}"'
    return ChangePlan(title, tuple(changes), counts, hidden=frozenset(hidden))


def _counted_records(uses: NameUses, file: RecordFile, *, is_list: bool) -> int:
    if uses.counted:
        return sum(1 for _ in names_in_file(file, NameKind.KIND, uses.counted))
    return len(list_items(file.document.root)) if is_list else 1


def _records(uses: NameUses, article_id: str) -> list[RecordFile]:
    workspace = uses.workspace
    paths = {list_file(workspace, article_id), *yaml_files(record_folder(workspace, article_id))}
    return [uses.file(path) for path in sorted(paths & uses.contents.keys())]


def _check_new_id(uses: NameUses, new: str, *, is_moved: bool) -> None:
    workspace = uses.workspace
    if not is_safe_id(new) or new.casefold() == RESERVED or not is_article_name(f"{new}.txt") or new != new.strip():
        raise UsageError(f'"{new}" cannot be an article\'s name; write a file name without .txt')
    if is_moved and article_path(workspace, new):
        raise UsageError(f'there is an article "{new}" already; choose another name')
    taken = [path for path in (list_file(workspace, new), record_folder(workspace, new)) if os.path.lexists(path)]
    if taken:
        raise UsageError(f'"{new}" has annotations already, in {taken[0].name}; choose another name')


def _check_link(path: Path) -> None:
    if path.is_symlink() or path.parent.is_symlink():
        raise UsageError(f"{path} is a link; rename it and the article by hand")
