"""Read one record from a YAML mapping, and add what is wrong in it."""

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from tui.model import NOTE, Annotation, Codebook, Record, TextSelector
from tui.storage.records.schema import FIELDS, LISTS, OFFSETS, TEXTS
from tui.storage.records.value_warnings import warn_of_values
from tui.storage.yaml.diagnostics import Diagnostics, similar_name
from tui.storage.yaml.document import Document
from tui.storage.yaml.nodes import NESTED, Mapping, Node, Scalar, plain_value

_OFFSET = re.compile(r"[0-9]{1,15}")


class RecordContext(NamedTuple):
    """What a record must match."""

    codebook: Codebook
    article: str
    """The article's id; empty for the notes on propositions."""
    in_list: bool


def read_record(mapping: Mapping, diagnostics: Diagnostics, context: RecordContext) -> Record | None:
    """Return the record in a mapping, None if it is invalid, and add errors."""
    errors = diagnostics.errors
    values = _values(mapping, diagnostics)
    annotation = _annotation(values, context.article)
    if diagnostics.errors == errors:
        _check(annotation, mapping, diagnostics, context)
    if diagnostics.errors > errors or mapping.faulty:
        return None
    # A reference that does not resolve is reported, but its quote and its body are still good.
    _check_article(mapping, diagnostics, context)
    _check_names(annotation, mapping, diagnostics, context.codebook)
    warn_of_values(annotation, mapping, diagnostics)
    document = diagnostics.document
    line = document.line_column(mapping.start).line
    return Record(annotation, document.file, line, digest(document, mapping), context.in_list)


def digest(document: Document, mapping: Mapping) -> str:
    """Return the SHA-256 of a record's source text."""
    return sha256(document.text[mapping.start : mapping.end].encode()).hexdigest()


class _Values:
    """The fields of one record by their types."""

    __slots__ = ("extra", "lists", "offsets", "texts")

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.lists: dict[str, tuple[str, ...]] = {}
        self.offsets: dict[str, int | None] = {}
        self.extra: list[tuple[str, object]] = []


def _values(mapping: Mapping, diagnostics: Diagnostics) -> _Values:
    values = _Values()
    for name, (_, part) in mapping.raw.items():
        text = None if type(part) in NESTED else part.value
        if name in TEXTS:
            values.texts[name] = diagnostics.text(name, part) if text is None else text
        elif name in LISTS:
            single = (text,) if text else ()
            values.lists[name] = diagnostics.texts(name, part) if text is None else single
        elif name in OFFSETS and text and _OFFSET.fullmatch(text):
            values.offsets[name] = int(text)
        else:
            _add_other(values, name, mapping, diagnostics)
    return values


def _add_other(values: _Values, name: str, mapping: Mapping, diagnostics: Diagnostics) -> None:
    key, node = mapping.entries[name]
    if name in OFFSETS:
        values.offsets[name] = _offset(name, node, diagnostics)
        return
    values.extra.append((name, plain_value(node)))
    diagnostics.warn_of_misspelling(key, FIELDS)


def _offset(name: str, node: Node, diagnostics: Diagnostics) -> int | None:
    text = diagnostics.text(name, node)
    if not text:
        return None
    if _OFFSET.fullmatch(text):
        return int(text)
    diagnostics.error(node.start, f'{name} must be a whole number from 0, but is "{text[:20]}"; write {name}: 120')
    return None


def _annotation(values: _Values, article: str) -> Annotation:
    text, several = values.texts.get, values.lists.get
    return Annotation(
        text("id", ""),
        text("kind", ""),
        article,
        _target(values),
        several("speaker", ()),
        text("about", ""),
        text("cue", ""),
        text("body", ""),
        several("tags", ()),
        text("on", ""),
        several("was", ()),
        text("annotator", ""),
        text("created", ""),
        text("modified", ""),
        tuple(values.extra),
    )


def _target(values: _Values) -> TextSelector | None:
    text, offset = values.texts.get, values.offsets.get
    if not text("quote"):
        return None
    return TextSelector(text("quote", ""), text("prefix", ""), text("suffix", ""), offset("start"), offset("end"))


def _check(annotation: Annotation, mapping: Mapping, diagnostics: Diagnostics, context: RecordContext) -> None:
    _check_name(annotation, mapping, diagnostics)
    _check_kind(annotation, mapping, diagnostics, context.codebook)
    _check_target(annotation, mapping, diagnostics)
    if not context.article and not annotation.about:
        diagnostics.error(mapping.start, "a note on no proposition; write about: the proposition's slug")


def _check_name(annotation: Annotation, mapping: Mapping, diagnostics: Diagnostics) -> None:
    if not annotation.id.strip():
        diagnostics.error(_field_start(mapping, "id"), "a record without an id; write id: a-short-name")
    elif annotation.on == annotation.id:
        message = "a record cannot be a note on itself; write the id of another one"
        diagnostics.error(_field_start(mapping, "on"), message)


def _check_kind(annotation: Annotation, mapping: Mapping, diagnostics: Diagnostics, codebook: Codebook) -> None:
    if not annotation.kind:
        message = f"a record without a kind; write kind: {', '.join(codebook.kinds)}"
        diagnostics.error(_field_start(mapping, "kind"), message)


def _check_target(annotation: Annotation, mapping: Mapping, diagnostics: Diagnostics) -> None:
    target = annotation.target
    if target is None:
        _check_without_quote(annotation, mapping, diagnostics)
    elif not target.quote.strip():
        diagnostics.error(_field_start(mapping, "quote"), _EMPTY_QUOTE)
    elif target.start is not None and target.end is not None and target.end < target.start:
        message = "end is before start; write the offset behind the quote, or remove both"
        diagnostics.error(_field_start(mapping, "end"), message)


_EMPTY_QUOTE = "an empty quote; write the words it is about, or remove the line"


def _check_without_quote(annotation: Annotation, mapping: Mapping, diagnostics: Diagnostics) -> None:
    if "quote" in mapping.raw:
        diagnostics.error(_field_start(mapping, "quote"), _EMPTY_QUOTE)
    elif field := next((name for name in ("prefix", "suffix", "start", "end") if name in mapping.raw), None):
        message = f"{field} without a quote; write the quote too, or remove the line"
        diagnostics.error(_field_start(mapping, field), message)
    elif annotation.kind != NOTE.name:
        diagnostics.error(mapping.start, "a statement without a quote; write quote: the words it is about")


def _check_article(mapping: Mapping, diagnostics: Diagnostics, context: RecordContext) -> None:
    if "article" not in mapping.raw:
        return
    article = mapping.get("article")
    if not isinstance(article, Scalar) or article.value == context.article:
        return
    owner = f'of "{context.article}"' if context.article else "of the notes on propositions"
    message = f'article is "{article.value[:80]}" in a file {owner}; correct it or move the file'
    diagnostics.error(article.start, message)


def _check_names(annotation: Annotation, mapping: Mapping, diagnostics: Diagnostics, codebook: Codebook) -> None:
    """Add errors for a kind and a proposition that the codebook lacks."""
    if not codebook.complete:
        return
    kind, slug = annotation.kind, annotation.about
    if kind not in codebook.kinds:
        names = ", ".join(codebook.kinds)
        hint = _did_you_mean(kind, codebook.kinds) or f"write {names} or declare it in annotations/codebook.yaml"
        diagnostics.error(_field_start(mapping, "kind"), f'unknown kind "{kind[:40]}"; {hint}')
    if slug and slug not in codebook.propositions:
        hint = _did_you_mean(slug, codebook.propositions)
        hint = hint or "write one of annotations/codebook.yaml or add it there"
        diagnostics.error(_field_start(mapping, "about"), f'unknown proposition "{slug[:80]}"; {hint}')


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    similar = similar_name(name, tuple(known))
    return f'did you mean "{similar}"? Write it, or add "{name[:80]}" to annotations/codebook.yaml' if similar else ""


def _field_start(mapping: Mapping, name: str) -> int:
    """Return the offset of a field's value, or of the record without it."""
    entry = mapping.entries.get(name)
    if entry is None:
        return mapping.start
    key, value = entry
    return value.start if value.end > value.start else key.start
