"""Plan changes of the codebook alone: what an entry says, and new entries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.errors import UsageError
from tui.session.slugs import new_slug
from tui.storage.records.codebook_edits import (
    KINDS,
    PROPOSITIONS,
    entry_fields,
    entry_list,
    entry_names,
    set_entry,
    set_fields,
)
from tui.storage.records.codebook_reader import read_codebook_document
from tui.storage.records.codebook_renames import SECTION_OF
from tui.storage.records.locate import RecordFile
from tui.storage.records.name_edits import NameKind
from tui.storage.records.rename_plan import ChangePlan, NameUses, codebook_plan
from tui.storage.yaml.diagnostics import Diagnostics

Values = Mapping[str, str | tuple[str, ...]]
"""The new values of an entry's fields; an empty one removes the field."""


@dataclass(frozen=True, slots=True)
class CodebookPlan:
    """A planned change, and the name of the entry that it makes or edits."""

    name: str
    plan: ChangePlan


def plan_proposition(uses: NameUses, slug: str, values: Values) -> CodebookPlan:
    """Plan a proposition's fields, or without a slug a new proposition."""
    file, text = uses.codebook, str(values["text"]).strip()
    if not text:
        raise UsageError("Write a full sentence that one can assert or deny.")
    names = entry_names(file, PROPOSITIONS)
    verb = "edit" if slug else "add"
    if not slug:
        slug = new_slug(text, uses.names(NameKind.PROPOSITION))
        file = set_entry(file, PROPOSITIONS, slug, text)
    elif slug not in names:
        file = set_entry(file, PROPOSITIONS, slug, text)
    wanted = tuple(values["contradicts"])
    own = _own_contradictions(file, slug, wanted)
    file = _changed(file, PROPOSITIONS, slug, {**values, "text": text, "contradicts": own})
    for other in names:
        listed = _contradicted(file, other)
        if slug in listed and other not in wanted:
            file = _changed(file, PROPOSITIONS, other, {"contradicts": tuple(name for name in listed if name != slug)})
    return _plan(uses, f'{verb} the proposition "{slug}"', slug, file)


def _own_contradictions(file: RecordFile, slug: str, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return what a proposition lists itself, unless the other lists it."""
    own = _contradicted(file, slug)
    return (
        *(other for other in own if other in wanted),
        *(other for other in wanted if other not in own and slug not in _contradicted(file, other)),
    )


def _contradicted(file: RecordFile, slug: str) -> tuple[str, ...]:
    value = entry_fields(file, PROPOSITIONS, slug).get("contradicts", ())
    items = value if isinstance(value, tuple) else (value,)
    return tuple(item for item in items if isinstance(item, str) and item)


def plan_kind(uses: NameUses, name: str, values: Values, *, is_new: bool) -> CodebookPlan:
    """Plan a kind's label, glyph and stance, or a new kind."""
    file = uses.codebook
    if is_new:
        label = str(values["label"]).strip()
        if not label:
            raise UsageError("Write what the kind is called, as in: Hints.")
        name = new_slug(label, uses.names(NameKind.KIND))
        file = set_entry(file, KINDS, name, {key: value for key, value in values.items() if value})
    else:
        file = _changed(file, KINDS, name, values)
    return _plan(uses, f'{"add" if is_new else "edit"} the kind "{name}"', name, file)


def plan_names(uses: NameUses, kind: NameKind, name: str, aliases: tuple[str, ...]) -> CodebookPlan:
    """Plan the other names of a speaker or an annotator, or a new entry."""
    name = name.strip()
    if not name:
        raise UsageError("Write the name that stands for all others.")
    file, section = uses.codebook, SECTION_OF[kind]
    is_new = name not in entry_names(file, section)
    if is_new or entry_list(file, section, name) != aliases:
        file = set_entry(file, section, name, aliases)
    return _plan(uses, f'{"add" if is_new else "edit"} the {kind} "{name}"', name, file)


def _changed(file: RecordFile, section: str, name: str, values: Values) -> RecordFile:
    """Return the codebook with those fields changed that differ."""
    before = entry_fields(file, section, name)
    changes: dict[str, object] = {}
    for field, value in values.items():
        old = before.get(field, "")
        is_same = value == old or (isinstance(value, tuple) and value == ((old,) if old else ()))
        if not is_same and (value or old):
            changes[field] = value or None
    return set_fields(file, section, name, changes) if changes else file


def _plan(uses: NameUses, title: str, name: str, edited: RecordFile) -> CodebookPlan:
    """Return the plan, or raise UsageError if the codebook has a new error."""
    before, after = _errors(uses.codebook), _errors(edited)
    new = [error for error in after if error not in before]
    if new:
        raise UsageError(f"{new[0][:1].upper()}{new[0][1:]}.")
    return CodebookPlan(name, codebook_plan(uses, title, edited))


def _errors(file: RecordFile) -> list[str]:
    diagnostics = Diagnostics(file.document)
    read_codebook_document(diagnostics)
    return [problem.message for problem in diagnostics.problems]
