"""Add a proposition to the codebook's text or remove it, and nothing else."""

from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass

from tui.errors import SaveError
from tui.model import Proposition
from tui.model.names import compose_name
from tui.storage.records.codebook_edits import PROPOSITIONS, remove_entry, set_entry
from tui.storage.records.locate import RecordFile, parse_file
from tui.storage.records.text_change import TextChange
from tui.storage.yaml.nodes import Mapping, Node, PlainValue, Scalar, plain_values


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
    if _sentence(file.document.root, proposition.slug) == proposition.text:
        return file.content
    return set_entry(file, PROPOSITIONS, proposition.slug, proposition.text).content


def without_proposition(file: RecordFile, added: AddedProposition) -> bytes:
    """Return the codebook's bytes without a proposition, or raise SaveError.

    They are the bytes from before it was added, unless somebody has changed the codebook since.
    """
    removed = remove_entry(file, PROPOSITIONS, added.proposition.slug)
    former = added.change.inverse.apply(file.document.text) if file.fingerprint == added.left else None
    if former is None:
        return removed.content
    restored = parse_file(file.path, file.with_text(former))
    is_same = _propositions(restored.document.root) == _propositions(removed.document.root)
    return restored.content if is_same else removed.content


def proposition_text(file: RecordFile | None, slug: str) -> "PlainValue | None":
    """Return a proposition's sentence in the codebook, or None."""
    return _sentence(file.document.root, slug) if file else None


def _check(file: RecordFile, proposition: Proposition) -> None:
    if not proposition.slug.strip() or "\n" in proposition.slug:
        raise SaveError("a proposition needs a slug: one short word or several with hyphens", file.path)
    if not proposition.text.strip():
        raise SaveError("a proposition needs a full sentence that one can assert or deny", file.path)
    root = file.document.root
    if root is not None and not isinstance(root, Mapping):
        raise SaveError("is no codebook; write propositions: and the propositions below it", file.path)
    text = _sentence(root, proposition.slug)
    if text is not None and text != proposition.text:
        raise SaveError(f'the slug "{proposition.slug}" is used by another proposition; choose another', file.path)


def _sentence(root: Node | None, slug: str) -> "PlainValue | None":
    """Return the sentence of a slug, in whatever Unicode form the slug is."""
    values = {compose_name(name): value for name, value in _propositions(root).items()}
    value = values.get(compose_name(slug))
    return value.get("text") if isinstance(value, AnyMapping) else value


def _propositions(root: Node | None) -> dict[str, PlainValue]:
    section = root.get(PROPOSITIONS) if isinstance(root, Mapping) else None
    if isinstance(section, Mapping):
        return plain_values(section)
    if section is None or (isinstance(section, Scalar) and not section.value):
        return {}
    return {"": "not a mapping"}
