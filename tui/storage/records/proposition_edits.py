"""Add a proposition to the codebook's text or remove it, and nothing else."""

from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass

from tui.errors import SaveError
from tui.model import Proposition
from tui.storage.records.field_edits import apply_edits, edit_fields, line_start, newline_of, next_line, yaml_field
from tui.storage.records.locate import RecordFile, parse_file
from tui.storage.records.text_change import TextChange
from tui.storage.yaml.nodes import Mapping, Node, PlainValue, Scalar, plain_value, plain_values

_SECTION = "propositions"


@dataclass(frozen=True, slots=True)
class AddedProposition:
    """A proposition that was added, with what restores the codebook."""

    proposition: Proposition
    change: TextChange
    """What the addition changed in the codebook's text."""
    left: str
    """The fingerprint of the codebook with the proposition."""
    is_first: bool
    """Whether the codebook was created for it."""


def with_proposition(file: RecordFile, proposition: Proposition) -> bytes:
    """Return the codebook's bytes with a proposition, or raise SaveError."""
    _check(file, proposition)
    root = file.document.root
    if _sentence(_propositions(root).get(proposition.slug)) == proposition.text:
        return file.content
    edited = parse_file(file.path, file.with_text(_added(file.document.text, root, proposition)))
    before = plain_values(root) if isinstance(root, Mapping) else {}
    expected = {**before, _SECTION: {**_propositions(root), proposition.slug: proposition.text}}
    if edited.document.root is None or plain_value(edited.document.root) != expected:
        raise SaveError("cannot be changed so that it reads back the same; add the proposition by hand", file.path)
    return edited.content


def without_proposition(file: RecordFile, added: AddedProposition) -> bytes:
    """Return the codebook's bytes without a proposition, or raise SaveError.

    They are the bytes from before it was added, unless somebody has changed the codebook since.
    """
    text, root, slug = file.document.text, file.document.root, added.proposition.slug
    former = added.change.inverse.apply(text) if file.fingerprint == added.left else None
    edited = parse_file(file.path, file.with_text(_removed(text, root, slug) if former is None else former))
    remaining = {name: value for name, value in _propositions(root).items() if name != slug}
    if _values(edited.document.root) != {**_values(root), _SECTION: remaining}:
        raise SaveError("cannot be changed so that it reads back the same; remove the proposition by hand", file.path)
    return edited.content


def proposition_text(file: RecordFile | None, slug: str) -> "PlainValue | None":
    """Return a proposition's sentence in the codebook, or None."""
    return _sentence(_propositions(file.document.root).get(slug)) if file else None


def _sentence(value: "PlainValue | None") -> "PlainValue | None":
    """Return the text of a proposition that may be a mapping."""
    return value.get("text") if isinstance(value, AnyMapping) else value


def _check(file: RecordFile, proposition: Proposition) -> None:
    if not proposition.slug.strip() or "\n" in proposition.slug:
        raise SaveError("a proposition needs a slug: one short word or several with hyphens", file.path)
    if not proposition.text.strip():
        raise SaveError("a proposition needs a full sentence that one can assert or deny", file.path)
    root = file.document.root
    if root is not None and not isinstance(root, Mapping):
        raise SaveError("is no codebook; write propositions: and the propositions below it", file.path)
    text = _sentence(_propositions(root).get(proposition.slug))
    if text is not None and text != proposition.text:
        raise SaveError(f'the slug "{proposition.slug}" is used by another proposition; choose another', file.path)


def _added(text: str, root: Node | None, proposition: Proposition) -> str:
    section = root.get(_SECTION) if isinstance(root, Mapping) else None
    changes = {proposition.slug: proposition.text}
    if isinstance(section, Mapping) and section.entries:
        return edit_fields(text, section, changes, blocks=False)
    newline = newline_of(text)
    line = "  " + yaml_field(proposition.slug, proposition.text, "  ", newline, blocks=False)
    if section is None or not isinstance(root, Mapping):
        lead = "" if not text or text.endswith("\n") else newline
        return f"{text}{lead}{_SECTION}:{newline}{line}{newline}"
    key, _ = root.entries[_SECTION]
    text = text[: section.start].rstrip(" ") + text[section.end :] if section.end > section.start else text
    offset = next_line(text, key.end)
    lead = "" if text[:offset].endswith("\n") else newline
    return f"{text[:offset]}{lead}{line}{newline}{text[offset:]}"


def _removed(text: str, root: Node | None, slug: str) -> str:
    section = root.get(_SECTION) if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or not isinstance(section, Mapping):
        return text
    if len(section.entries) > 1:
        return edit_fields(text, section, {slug: None}, blocks=False)
    if section.flow:
        return apply_edits(text, [(section.start, section.end, "{}")])
    key, value = section.entries[slug]
    colon = text.index(":", root.entries[_SECTION][0].end) + 1
    line = (line_start(text, key.start), next_line(text, max(key.end, value.end)), "")
    return apply_edits(text, [(colon, colon, " {}"), line])


def _values(root: Node | None) -> dict[str, PlainValue]:
    """Return the codebook's values, with a section for propositions."""
    values = plain_values(root) if isinstance(root, Mapping) else {}
    return {**values, _SECTION: _propositions(root)}


def _propositions(root: Node | None) -> dict[str, PlainValue]:
    section = root.get(_SECTION) if isinstance(root, Mapping) else None
    if isinstance(section, Mapping):
        return plain_values(section)
    if section is None or (isinstance(section, Scalar) and not section.value):
        return {}
    return {"": "not a mapping"}
