"""Plan which files change when a name is renamed, merged or removed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tui.errors import SaveError, UsageError
from tui.model import BUILT_IN_KINDS, Workspace
from tui.storage.files.file_changes import FileChange
from tui.storage.files.filenames import article_id_of, file_slug
from tui.storage.files.source import SUFFIX, FileContents, read_contents, yaml_files
from tui.storage.records.codebook_edits import KINDS, entry_names, remove_entry
from tui.storage.records.codebook_renames import (
    SECTION_OF,
    declared_name,
    owner_of_alias,
    remove_declared,
    rename_declared,
)
from tui.storage.records.locate import RecordFile, parse_file
from tui.storage.records.name_edits import NameKind, Renaming, names_in_file, rename_in_file

_BUILT_IN = frozenset(kind.name for kind in BUILT_IN_KINDS)


@dataclass(frozen=True)
class ChangePlan:
    """What a change would do, before anything is written."""

    title: str
    """What it does, such as `rename the tag "a" to "b"`."""
    changes: tuple[FileChange, ...] = ()
    records: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """How many records of each article change; those of "" are notes on propositions."""
    is_merge: bool = False
    """Whether the new name is in use already."""


def plan_extent(plan: ChangePlan) -> str:
    """Return how much a plan changes: `3 records in 2 articles, 4 files`."""
    records = _count(sum(plan.records.values()), "record")
    articles = _count(sum(bool(article) for article in plan.records), "article")
    return f"{records} in {articles}, {_count(len(plan.changes), 'file')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


class NameUses:
    """All annotation files, and which names they use."""

    def __init__(self, workspace: Workspace, contents: FileContents) -> None:
        self.workspace = workspace
        self.contents = contents
        self.codebook = _parsed(workspace.codebook, contents)
        self._files: dict[Path, RecordFile] = {}

    def record_files(self, renaming: Renaming | None = None) -> Iterator[RecordFile]:
        """Yield the files with records, or only those that may hold a name.

        Raise SaveError for one that cannot be parsed: nobody knows which names are in it.
        """
        for path, content in self.contents.items():
            if path != self.workspace.codebook and (renaming is None or renaming.may_occur_in(content)):
                yield self.file(path)

    def counts(self, kind: NameKind) -> Mapping[str, Mapping[str, int]]:
        """Return the number of records by name and article id.

        Files that cannot be parsed are left out.
        """
        counts: dict[str, Counter[str]] = {}
        for path in self.contents:
            if path != self.workspace.codebook:
                with suppress(SaveError):
                    for name in names_in_file(self.file(path), kind):
                        counts.setdefault(name, Counter())[self.owner(path)] += 1
        return counts

    def file(self, path: Path) -> RecordFile:
        """Return a file that was read, or raise SaveError if it is no YAML."""
        if path not in self._files:
            self._files[path] = parse_file(path, self.contents[path])
        return self._files[path]

    def uses(self, kind: NameKind, name: str) -> Counter[str]:
        """Return how many records use a name, by article id."""
        renaming = Renaming(kind, name, name)
        uses: Counter[str] = Counter()
        for file in self.record_files(renaming):
            uses[self.owner(file.path)] += sum(map(renaming.matches, names_in_file(file, kind)))
        return +uses

    def names(self, kind: NameKind) -> list[str]:
        """Return all names of a kind: the declared ones, then those in records."""
        declared = entry_names(self.codebook, SECTION_OF[kind]) if kind in SECTION_OF else {}
        built_in = [kind_.name for kind_ in BUILT_IN_KINDS] if kind is NameKind.KIND else []
        return list(dict.fromkeys([*built_in, *declared, *self.counts(kind)]))

    def is_known(self, kind: NameKind, name: str) -> bool:
        """Return whether a name is declared, or used by a record."""
        is_built_in = kind is NameKind.KIND and name in _BUILT_IN
        return is_built_in or declared_name(self.codebook, kind, name) is not None or bool(self.uses(kind, name))

    def owner(self, path: Path) -> str:
        """Return the id of the article that a file belongs to, or ""."""
        if path.parent == self.workspace.annotations:
            return article_id_of(path.name)
        return "" if path.parent == self.workspace.proposition_notes else path.parent.name


def read_name_uses(workspace: Workspace) -> NameUses:
    """Read all annotation files, or raise RecordError if one is unreadable."""
    folder = workspace.annotations
    folders = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    files = [file for each in (folder, *folders) for file in yaml_files(each)]
    return NameUses(workspace, read_contents(files))


def plan_rename(uses: NameUses, renaming: Renaming) -> ChangePlan:
    """Return what changes when a name is renamed, or merged into another one.

    Raise UsageError if that is impossible, and SaveError if a file with the name cannot be changed.
    """
    _check(uses, renaming)
    is_merge = renaming.key(renaming.old) != renaming.key(renaming.new) and uses.is_known(renaming.kind, renaming.new)
    changes: list[FileChange] = []
    records: Counter[str] = Counter()
    for file in uses.record_files(renaming):
        edited, count = rename_in_file(file, renaming)
        if count:
            changes.append(_change(uses, file, edited, renaming))
            records[uses.owner(file.path)] += count
    codebook = _renamed_codebook(uses.codebook, renaming)
    if codebook.content != uses.codebook.content:
        changes.append(FileChange(uses.workspace.codebook, uses.codebook.content, codebook.content))
    verb, word = ("merge", "into") if is_merge else ("rename", "to")
    title = f'{verb} the {renaming.kind} "{renaming.old}" {word} "{renaming.new}"'
    return ChangePlan(title, tuple(changes), records, is_merge)


def plan_removal(uses: NameUses, kind: NameKind, name: str) -> ChangePlan:
    """Return what changes when an unused entry of the codebook is removed.

    Raise UsageError if a record uses it.
    """
    if count := uses.uses(kind, name).total():
        raise UsageError(f'the {kind} "{name}" is used by {_count(count, "record")}; merge it instead')
    edited = remove_declared(uses.codebook, kind, name)
    return codebook_plan(uses, f'remove the {kind} "{name}"', edited)


def codebook_plan(uses: NameUses, title: str, edited: RecordFile) -> ChangePlan:
    """Return the plan that changes nothing but the codebook."""
    codebook = uses.workspace.codebook
    before = uses.contents.get(codebook)
    return ChangePlan(title, (FileChange(codebook, before, edited.content),) if edited.content != before else ())


def _check(uses: NameUses, renaming: Renaming) -> None:
    kind, old, new = renaming.kind, renaming.old, renaming.new
    if not new or new != new.strip() or not new.isprintable():
        raise UsageError(f'"{new}" cannot be the name of a {kind}; write one line without spaces at its ends')
    if kind is NameKind.KIND and old in _BUILT_IN:
        raise UsageError(f'the kind "{old}" is built in and keeps its name')
    if not uses.is_known(kind, old):
        raise UsageError(f'no {kind} is called "{old}"')
    owner = owner_of_alias(uses.codebook, kind, new)
    if owner and not renaming.matches(owner):
        raise UsageError(f'"{new}" is another name of {owner}; write {owner}')


def _renamed_codebook(codebook: RecordFile, renaming: Renaming) -> RecordFile:
    is_built_in = renaming.kind is NameKind.KIND and renaming.new in _BUILT_IN
    if is_built_in and renaming.old in entry_names(codebook, KINDS):
        return remove_entry(codebook, KINDS, renaming.old)
    return rename_declared(codebook, renaming)


def _change(uses: NameUses, file: RecordFile, edited: RecordFile, renaming: Renaming) -> FileChange:
    new_path = _path_of_annotator(uses, file.path, renaming) if renaming.kind is NameKind.ANNOTATOR else None
    return FileChange(file.path, file.content, edited.content, new_path)


def _path_of_annotator(uses: NameUses, path: Path, renaming: Renaming) -> Path | None:
    """Return the new path of a record file that is named after its annotator."""
    old, new = f"{file_slug(renaming.old)}.", f"{file_slug(renaming.new)}."
    if path.parent == uses.workspace.annotations or not path.name.startswith(old) or old == new or path.is_symlink():
        return None
    new_path = path.with_name(new + path.name.removeprefix(old))
    return None if new_path in uses.contents or not new_path.name.endswith(SUFFIX) else new_path


def _parsed(path: Path, contents: FileContents) -> RecordFile:
    return parse_file(path, contents.get(path, b""))
