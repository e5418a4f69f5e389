"""Read the codebook: propositions, kinds, speakers and annotators."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from tui.model import BUILT_IN_KINDS, NO_COMMENT, Annotator, Codebook, Kind, Proposition, Speaker, Stance
from tui.model.names import compose_name, fold_annotator, fold_name
from tui.storage.records.times import is_time
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.nodes import Mapping, Node, Scalar, Sequence, node_noun

_SECTIONS = ("propositions", "kinds", "speakers", "annotators")
_PROPOSITION_FIELDS = ("text", "contradicts", "verdict", "because", "sources", "checked")
_KIND_FIELDS = ("label", "glyph", "ascii", "stance")
_GLYPH_LENGTH = 8
"""In code points: a character with a few marks."""


def read_codebook_document(diagnostics: Diagnostics) -> Codebook:
    """Return the codebook in a document, and add what is wrong in it."""
    root = diagnostics.mapping("the codebook", diagnostics.document.root)
    if root is None:
        return replace(Codebook(), complete=not diagnostics.errors)
    for name, (key, _) in root.entries.items():
        if name not in _SECTIONS:
            diagnostics.warn_of_misspelling(key, _SECTIONS)
    propositions = _propositions(root, diagnostics)
    kinds = _kinds(root, diagnostics)
    people = _names(root, "speakers", fold_name, diagnostics)
    signers = _names(root, "annotators", fold_annotator, diagnostics)
    speakers = MappingProxyType({name: Speaker(name, aliases) for name, aliases in people.items()})
    annotators = MappingProxyType({name: Annotator(name, aliases) for name, aliases in signers.items()})
    return Codebook(propositions, kinds, speakers, not diagnostics.errors, annotators)


def _propositions(root: Mapping, diagnostics: Diagnostics) -> MappingProxyType[str, Proposition]:
    propositions: dict[str, Proposition] = {}
    section = _section(root, "propositions", diagnostics)
    slugs = {slug for slug, _, _ in section}
    for slug, key, node in section:
        proposition = _proposition(slug, node, slugs, diagnostics)
        if proposition.text.strip():
            propositions[slug] = proposition
        elif isinstance(node, Scalar | Mapping):
            diagnostics.error(key.start, f'the proposition "{slug}" has no text; write {slug}: a full sentence')
    return MappingProxyType(propositions)


def _proposition(slug: str, node: Node, slugs: set[str], diagnostics: Diagnostics) -> Proposition:
    """Return a proposition that is written as a sentence or as a mapping."""
    if not isinstance(node, Mapping):
        return Proposition(slug, diagnostics.text(slug, node))
    for name, (key, _) in node.entries.items():
        if name not in _PROPOSITION_FIELDS:
            diagnostics.warn_of_misspelling(key, _PROPOSITION_FIELDS)

    def text(name: str) -> str:
        value = node.get(name)
        return diagnostics.text(name, value) if value else ""

    def texts(name: str) -> tuple[str, ...]:
        value = node.get(name)
        return diagnostics.texts(name, value) if value else ()

    _check_contradictions(slug, node, slugs, diagnostics)
    checked = text("checked")
    _check_day(node, checked, diagnostics)
    return Proposition(
        slug,
        text("text"),
        tuple(other for other in map(compose_name, texts("contradicts")) if other in slugs and other != slug),
        text("verdict"),
        text("because"),
        texts("sources"),
        checked,
    )


def _check_day(node: Mapping, checked: str, diagnostics: Diagnostics) -> None:
    if checked and not is_time(checked):
        message = f'checked is no day of a calendar: "{checked[:40]}"; write it like 2016-12-31'
        diagnostics.warn(_value_start(node, "checked"), message)


def _check_contradictions(slug: str, node: Mapping, slugs: set[str], diagnostics: Diagnostics) -> None:
    value = node.get("contradicts")
    items = value.items if isinstance(value, Sequence) else [value]
    for item in items:
        if not isinstance(item, Scalar) or not item.value:
            continue
        other = compose_name(item.value)
        if other == slug:
            diagnostics.error(item.start, f'the proposition "{slug}" cannot contradict itself; write another slug')
        elif other not in slugs:
            message = f'unknown proposition "{item.value[:80]}"; write the slug of one of this file'
            diagnostics.warn(item.start, message)


def _kinds(root: Mapping, diagnostics: Diagnostics) -> MappingProxyType[str, Kind]:
    kinds = {kind.name: kind for kind in BUILT_IN_KINDS}
    built_in = frozenset(kinds)
    for name, key, node in _section(root, "kinds", diagnostics):
        if name in built_in and name != NO_COMMENT.name:
            diagnostics.error(key.start, f'the kind "{name}" is built in; choose another name')
        elif kind := _kind(name, node, diagnostics):
            kinds[name] = kind
    return MappingProxyType(kinds)


def _kind(name: str, node: Node, diagnostics: Diagnostics) -> Kind | None:
    if not isinstance(node, Mapping):
        example = f"{name}: {{label: {name.capitalize()}, glyph: '?', stance: neutral}}"
        diagnostics.error(node.start, f'the kind "{name}" must be a mapping, but is {node_noun(node)}; write {example}')
        return None
    for field, (key, _) in node.entries.items():
        if field not in _KIND_FIELDS:
            diagnostics.warn_of_misspelling(key, _KIND_FIELDS)
    fields = {field: diagnostics.text(field, node.entries[field][1]) for field in _KIND_FIELDS if field in node.entries}
    glyph = _glyph(name, node, fields.get("glyph", ""), diagnostics)
    ascii_glyph = _ascii_glyph(name, node, fields.get("ascii", ""), glyph, diagnostics)
    stance = _stance(name, node, fields.get("stance", ""), diagnostics)
    return Kind(name, fields.get("label") or name, glyph, stance, ascii_glyph)


def _glyph(name: str, node: Mapping, glyph: str, diagnostics: Diagnostics) -> str:
    from rich.cells import cell_len  # noqa: PLC0415 - few codebooks declare a kind

    if len(glyph) <= _GLYPH_LENGTH and cell_len(glyph) == 1 and glyph.isprintable() and not glyph.isspace():
        return glyph
    problem = f'glyph "{glyph[:20]}" must fill one cell' if glyph else f'the kind "{name}" has no glyph'
    diagnostics.error(_value_start(node, "glyph"), f"{problem}; write glyph: with one character, as in glyph: '?'")
    return "?"


def _ascii_glyph(name: str, node: Mapping, ascii_glyph: str, glyph: str, diagnostics: Diagnostics) -> str:
    if not ascii_glyph:
        # The first letter, because a question mark would make all such kinds look like `no-comment`.
        return glyph if glyph.isascii() else next((letter for letter in name if letter.isascii()), "?")
    if len(ascii_glyph) == 1 and "!" <= ascii_glyph <= "~":
        return ascii_glyph
    message = f'ascii must be one ASCII character, but is "{ascii_glyph[:20]}"; write ascii: "?"'
    diagnostics.error(_value_start(node, "ascii"), message)
    return "?"


def _stance(name: str, node: Mapping, stance: str, diagnostics: Diagnostics) -> Stance:
    if stance in frozenset(Stance):
        return Stance(stance)
    stances = ", ".join(Stance)
    problem = f'unknown stance "{stance[:40]}"' if stance else f'the kind "{name}" has no stance'
    diagnostics.error(_value_start(node, "stance"), f"{problem}; write stance: with one of {stances}")
    return Stance.NEUTRAL


def _names(
    root: Mapping, section: str, fold: Callable[[str], str], diagnostics: Diagnostics
) -> dict[str, tuple[str, ...]]:
    """Return the other names of people by their main names."""
    names: dict[str, tuple[str, ...]] = {}
    owners: dict[str, str] = {}  # by folded name
    for name, key, node in _section(root, section, diagnostics):
        aliases = diagnostics.texts(name, node)
        for form in (name, *aliases):
            owner = owners.setdefault(fold(form), name)
            if owner != name:
                diagnostics.error(key.start, f'"{form}" is a name of both {owner} and {name}; remove one of the two')
        names[name] = aliases
    return names


def _section(root: Mapping, name: str, diagnostics: Diagnostics) -> list[tuple[str, Scalar, Node]]:
    section = diagnostics.mapping(name, root.get(name))
    if section is None:
        return []
    entries: list[tuple[str, Scalar, Node]] = []
    seen: set[str] = set()
    for text, (key, value) in section.entries.items():
        composed = compose_name(text)
        if not text.strip():
            diagnostics.error(key.start, f"a name in {name} is empty; write name: value")
        elif composed in seen:
            diagnostics.error(key.start, f'"{text}" is in {name} twice, in two Unicode forms; remove one of the two')
        else:
            seen.add(composed)
            entries.append((composed, key, value))
    return entries


def _value_start(node: Mapping, name: str) -> int:
    entry = node.entries.get(name)
    return entry[1].start if entry else node.start
