"""Rename, merge or remove an entry of the codebook and its references."""

from tui.errors import SaveError
from tui.storage.records.codebook_edits import (
    ANNOTATORS,
    KINDS,
    PROPOSITIONS,
    SPEAKERS,
    entry_fields,
    entry_list,
    entry_names,
    remove_entry,
    rename_entry,
    replace_items,
    set_entry,
    set_fields,
)
from tui.storage.records.locate import RecordFile
from tui.storage.records.name_edits import NameKind, Renaming
from tui.storage.yaml.nodes import PlainValue

SECTION_OF = {
    NameKind.PROPOSITION: PROPOSITIONS,
    NameKind.KIND: KINDS,
    NameKind.SPEAKER: SPEAKERS,
    NameKind.ANNOTATOR: ANNOTATORS,
}
"""The section of the codebook that declares each kind of names."""
WITH_ALIASES = (NameKind.SPEAKER, NameKind.ANNOTATOR)
"""Those that have other names."""


def declared_name(file: RecordFile, kind: NameKind, name: str) -> str | None:
    """Return how the codebook writes a name, or None if it does not have it."""
    if kind not in SECTION_OF:
        return None
    key = Renaming(kind, name, name).key
    names = entry_names(file, SECTION_OF[kind]).values()
    return next((written for written in names if key(written) == key(name)), None)


def owner_of_alias(file: RecordFile, kind: NameKind, name: str) -> str | None:
    """Return the person of whom this is another name, or None."""
    if kind not in WITH_ALIASES:
        return None
    key, section = Renaming(kind, name, name).key, SECTION_OF[kind]
    people = entry_names(file, section).values()
    return next((main for main in people if key(name) in map(key, entry_list(file, section, main))), None)


def rename_declared(file: RecordFile, renaming: Renaming) -> RecordFile:
    """Return the codebook with a name replaced, and merged if both are in it."""
    kind = renaming.kind
    old = declared_name(file, kind, renaming.old)
    new = declared_name(file, kind, renaming.new)
    if old is not None and new is not None and old != new:
        file = _merged(file, kind, old, new)
    elif old is not None:
        file = _renamed(file, renaming, old)
    return _with_contradictions(file, renaming) if kind is NameKind.PROPOSITION else file


def remove_declared(file: RecordFile, kind: NameKind, name: str) -> RecordFile:
    """Return the codebook without a name, and without what refers to it."""
    written = declared_name(file, kind, name)
    if written is None:
        raise SaveError(f'has no {kind} "{name}" any more; nothing was written', file.path)
    file = remove_entry(file, SECTION_OF[kind], written)
    return _with_contradictions(file, Renaming(kind, written, "")) if kind is NameKind.PROPOSITION else file


def _renamed(file: RecordFile, renaming: Renaming, old: str) -> RecordFile:
    section = SECTION_OF[renaming.kind]
    file = rename_entry(file, section, old, renaming.new)
    if renaming.kind not in WITH_ALIASES:
        return file
    aliases = entry_list(file, section, renaming.new)
    swapped = tuple(old if renaming.key(alias) == renaming.key(renaming.new) else alias for alias in aliases)
    return file if swapped == aliases else set_entry(file, section, renaming.new, swapped)


def _merged(file: RecordFile, kind: NameKind, old: str, new: str) -> RecordFile:
    section = SECTION_OF[kind]
    if kind in WITH_ALIASES:
        aliases = (*entry_list(file, section, new), old, *entry_list(file, section, old))
        file = remove_entry(file, section, old)
        return set_entry(file, section, new, _each_once(aliases, kind, new))
    before, more = _contradictions(file, section, old, new)
    gained = _gained_fields(file, section, old, new)
    file = remove_entry(file, section, old)
    file = replace_items(file, section, new, "contradicts", before, more) if more else file
    return set_fields(file, section, new, gained) if gained else file


def _each_once(aliases: tuple[str, ...], kind: NameKind, name: str) -> tuple[str, ...]:
    key = Renaming(kind, name, name).key
    once: dict[str, str] = {}
    for alias in aliases:
        once.setdefault(key(alias), alias)
    return tuple(alias for folded, alias in once.items() if folded != key(name))


def _gained_fields(file: RecordFile, section: str, old: str, new: str) -> dict[str, PlainValue]:
    """Return what an entry has from the one merged into it: fields it lacks."""
    own, other = entry_fields(file, section, new), entry_fields(file, section, old)
    return {name: value for name, value in other.items() if name not in (*own, "contradicts")}


def _contradictions(file: RecordFile, section: str, old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what an entry contradicts, and what it gains from another."""
    before = _slugs(entry_fields(file, section, new).get("contradicts"))
    others = _slugs(entry_fields(file, section, old).get("contradicts"))
    return before, tuple(slug for slug in others if slug not in (*before, old, new))


def _with_contradictions(file: RecordFile, renaming: Renaming) -> RecordFile:
    """Replace a slug in all lists of contradicted propositions.

    An empty new name removes it, and no proposition contradicts itself.
    """
    for name in entry_names(file, PROPOSITIONS).values():
        slugs = _slugs(entry_fields(file, PROPOSITIONS, name).get("contradicts"))
        if not any(map(renaming.matches, slugs)):
            continue
        items: list[str | None] = []
        for slug in map(renaming.renamed, slugs):
            is_other = slug and slug not in items and renaming.key(slug) != renaming.key(name)
            items.append(slug if is_other else None)
        file = replace_items(file, PROPOSITIONS, name, "contradicts", items)
    return file


def _slugs(value: "PlainValue | None") -> tuple[str, ...]:
    items = value if isinstance(value, tuple) else (value,)
    return tuple(item for item in items if isinstance(item, str) and item)
