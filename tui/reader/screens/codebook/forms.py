"""The fields of an entry's form, and the plan that saves what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import ConflictError
from tui.formats.phrasing import shorten
from tui.model import Stance
from tui.reader.dialogs.entry_form import Field
from tui.reader.widgets.autocomplete import Offer
from tui.session.codebook_changes import plan_kind, plan_names, plan_proposition
from tui.session.name_list import join_names, parse_names, split_names
from tui.storage.records.name_edits import NameKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model import Codebook
    from tui.session.codebook_changes import CodebookPlan
    from tui.storage.records.rename_plan import NameUses

WITH_FORM = (NameKind.PROPOSITION, NameKind.SPEAKER, NameKind.KIND, NameKind.ANNOTATOR)
"""The sections whose entries say more than a name."""
_LONGEST = 40
"""Code points shown of what somebody else wrote."""
_STANCES = {
    Stance.ASSERTS: "asserts: who says it holds the proposition true",
    Stance.REJECTS: "rejects: who says it holds the proposition false",
    Stance.SHARES: "shares: several hold the proposition true together",
    Stance.NEUTRAL: "neutral: leaves the proposition open",
}


def entry_fields_of(kind: NameKind, codebook: Codebook, name: str) -> list[Field]:
    """Return the fields of an entry, or of a new one if the name is empty."""
    if kind is NameKind.PROPOSITION:
        return _proposition_fields(codebook, name)
    return _kind_fields(codebook, name) if kind is NameKind.KIND else _name_fields(_aliases(kind, codebook, name), name)


def merged_values(
    kind: NameKind, codebook: Codebook, name: str, fields: Sequence[Field], values: Mapping[str, str]
) -> Mapping[str, str]:
    """Return typed values, with what others changed in the other fields.

    `fields` are those that the form was opened with. An entry that was deleted meanwhile gets all values of the form.
    Raise ConflictError if others changed a field that was typed in.
    """
    if not _is_declared(kind, codebook, name):
        return values
    now = entry_fields_of(kind, codebook, name)
    return {before.id: _merged(before, current, values[before.id]) for before, current in zip(fields, now, strict=True)}


def _is_declared(kind: NameKind, codebook: Codebook, name: str) -> bool:
    if kind is NameKind.PROPOSITION:
        return name in codebook.propositions
    return name in codebook.kinds if kind is NameKind.KIND else bool(_aliases(kind, codebook, name))


def _merged(before: Field, current: Field, typed: str) -> str:
    if typed == before.value:
        return current.value
    if before.multiple and _names_in(current.value) in (_names_in(before.value), _names_in(typed)):
        return typed
    if current.value not in (before.value, typed):
        theirs = shorten(current.value, _LONGEST) or "nothing"
        raise ConflictError(f"{before.label}: somebody else wrote “{theirs}” meanwhile; cancel, and look at it first")
    return typed


def _names_in(value: str) -> frozenset[str]:
    return frozenset(split_names(value))


def plan_entry(
    kind: NameKind, uses: NameUses, codebook: Codebook, name: str, values: Mapping[str, str]
) -> CodebookPlan:
    """Return the plan that saves the values of a form, or raise UsageError."""
    if kind is NameKind.PROPOSITION:
        contradicted = codebook.contradicting(name)
        return plan_proposition(
            uses,
            name,
            {
                "text": values["text"],
                "contradicts": parse_names(values["contradicts"], contradicted),
                "verdict": values["verdict"],
                "because": values["because"],
                "sources": parse_names(values["sources"], codebook.proposition(name).sources),
                "checked": values["checked"],
            },
        )
    if kind is NameKind.KIND:
        return plan_kind(uses, name, values, is_new=not name)
    aliases = parse_names(values["aliases"], _aliases(kind, codebook, name))
    return plan_names(uses, kind, name or values["name"], aliases)


def _proposition_fields(codebook: Codebook, slug: str) -> list[Field]:
    proposition = codebook.proposition(slug)
    offers = [Offer(other.slug, other.text) for other in codebook.propositions.values() if other.slug != slug]
    contradicted = join_names(codebook.contradicting(slug))
    placeholder = "what cannot be true as well; type words of it"
    return [
        Field("text", "Sentence", proposition.text, "a full sentence that one can assert or deny"),
        Field("contradicts", "Against", contradicted, placeholder, offers, multiple=True),
        Field("verdict", "Verdict", proposition.verdict, "what you found, in your own words"),
        Field("because", "Because", proposition.because, is_block=True),
        Field("sources", "Sources", join_names(proposition.sources), "separated by ;"),
        Field("checked", "Checked", proposition.checked, "the day, like 2016-12-31"),
    ]


def _kind_fields(codebook: Codebook, name: str) -> list[Field]:
    kind = codebook.kind(name)
    stances = [Offer(str(stance), label) for stance, label in _STANCES.items()]
    return [
        Field("label", "Label", kind.label, "what it is called, as in: Hints"),
        Field("glyph", "Glyph", kind.glyph if name else "", "one character for the gutter, as in: ~"),
        Field("stance", "Stance", str(kind.stance) if name else "", "what it does to a proposition", stances),
    ]


def _aliases(kind: NameKind, codebook: Codebook, name: str) -> tuple[str, ...]:
    person = codebook.speakers.get(name) if kind is NameKind.SPEAKER else codebook.annotators.get(name)
    return person.aliases if person else ()


def _name_fields(aliases: Sequence[str], name: str) -> list[Field]:
    also = Field("aliases", "Also", join_names(aliases), "other names, separated by ;")
    return [also] if name else [Field("name", "Name", "", "the name that stands for all others"), also]
