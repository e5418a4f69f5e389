"""Read one record from a YAML mapping, and add what is wrong in it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from tui.model import NOTE, Annotation, Codebook, Record, TextPiece, TextSelector
from tui.model.names import compose_name
from tui.storage.records.schema import FIELDS, LISTS, OFFSETS, TEXTS
from tui.storage.records.value_warnings import warn_of_values
from tui.storage.yaml.diagnostics import Diagnostics, similar_name
from tui.storage.yaml.document import Document
from tui.storage.yaml.nodes import NESTED, Mapping, Node, Scalar, Sequence, plain_value

OFFSET = re.compile(r"[0-9]{1,15}")


class RecordContext(NamedTuple):
    """What a record must match."""

    codebook: Codebook
    article: str
    """The article's id; empty for the notes on propositions."""
    in_list: bool


def read_record(mapping: Mapping, diagnostics: Diagnostics, context: RecordContext) -> Record | None:
    """Return the record in a mapping, None if it is invalid, and add errors."""
    errors = diagnostics.errors
    annotation = annotation_of(_values(mapping, diagnostics), context.article)
    if diagnostics.errors == errors:
        check_annotation(annotation, mapping, diagnostics, context)
    if diagnostics.errors > errors or mapping.faulty:
        return None
    report_doubts(annotation, mapping, diagnostics, context)
    document = diagnostics.document
    line = document.line_column(mapping.start).line
    return Record(annotation, document.file, line, digest(document, mapping), context.in_list)


def report_doubts(annotation: Annotation, mapping: Mapping, diagnostics: Diagnostics, context: RecordContext) -> None:
    """Add what hides no record: unknown names, and odd values.

    A reference that does not resolve is reported, but its quote and its body are still good.
    """
    _check_article(mapping, diagnostics, context)
    _check_names(annotation, mapping, diagnostics, context.codebook)
    warn_of_values(annotation, mapping, diagnostics)


def digest(document: Document, mapping: Mapping) -> str:
    """Return the SHA-256 of a record's source text."""
    return sha256(document.text[mapping.start : mapping.end].encode()).hexdigest()


_Value = TypeVar("_Value", str, tuple[str, ...])


class RecordValues:
    """The fields of one record by their types."""

    __slots__ = ("extra", "lists", "offsets", "texts")

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.lists: dict[str, tuple[str, ...]] = {}
        self.offsets: dict[str, tuple[int | None, ...]] = {}
        self.extra: list[tuple[str, object]] = []


def _values(mapping: Mapping, diagnostics: Diagnostics) -> RecordValues:
    values = RecordValues()
    for name, (_, part) in mapping.raw.items():
        text = None if type(part) in NESTED else part.value
        if name in TEXTS:
            values.texts[name] = diagnostics.text(name, part) if text is None else text
        elif name in LISTS:
            single = (text,) if text else ()
            values.lists[name] = diagnostics.texts(name, part) if text is None else single
        elif name in OFFSETS and text and OFFSET.fullmatch(text):
            values.offsets[name] = (int(text),)
        else:
            _add_other(values, name, mapping, diagnostics)
    return values


def _add_other(values: RecordValues, name: str, mapping: Mapping, diagnostics: Diagnostics) -> None:
    key, node = mapping.entries[name]
    if name in OFFSETS:
        items = node.items if isinstance(node, Sequence) else [node]
        values.offsets[name] = tuple(_offset(name, item, diagnostics) for item in items)
        return
    values.extra.append((name, plain_value(node)))
    diagnostics.warn_of_misspelling(key, FIELDS)


def _offset(name: str, node: Node, diagnostics: Diagnostics) -> int | None:
    text = diagnostics.text(name, node)
    if not text:
        return None
    if OFFSET.fullmatch(text):
        return int(text)
    diagnostics.error(node.start, f'{name} must be a whole number from 0, but is "{text[:20]}"; write {name}: 120')
    return None


def annotation_of(values: RecordValues, article: str) -> Annotation:
    """Return the annotation with these values of its fields.

    Values that many records have are one object, so that each takes little memory.
    """
    text, several = values.texts.get, values.lists.get
    return Annotation(
        compose_name(text("id", "")),
        _shared(compose_name(text("kind", ""))),
        article,
        _target(values),
        _shared(several("speaker", ())),
        _shared(compose_name(text("about", ""))),
        _shared(text("cue", "")),
        text("body", ""),
        _shared(tuple(map(compose_name, several("tags", ())))),
        compose_name(text("on", "")),
        several("was", ()),
        _shared(compose_name(text("annotator", ""))),
        _shared(text("created", "")),
        _shared(text("modified", "")),
        tuple(values.extra),
        text("hedge", ""),
        _shared(several("via", ())),
        text("as", ""),
        text("suggested", ""),
        tuple(map(compose_name, several("resolves", ()))),
    )


@lru_cache(maxsize=4096)
def _shared(value: _Value) -> _Value:
    """Return the equal value that was seen before, if there is one."""
    return value


def _target(values: RecordValues) -> TextSelector | None:
    text, quotes = values.texts.get, values.lists.get("quote", ())
    starts, ends = (values.offsets.get(name, ()) for name in ("start", "end"))
    if len(quotes) == 1:
        start, end = (offsets[0] if len(offsets) == 1 else None for offsets in (starts, ends))
        return TextSelector(quotes[0], text("prefix", ""), text("suffix", ""), start, end)
    if not quotes:
        return None
    pieces = tuple(TextPiece(*piece) for piece in zip_longest(quotes, starts[: len(quotes)], ends[: len(quotes)]))
    return TextSelector.of_pieces(pieces, text("prefix", ""), text("suffix", ""))


def check_annotation(
    annotation: Annotation, mapping: Mapping, diagnostics: Diagnostics, context: RecordContext
) -> None:
    """Add what is wrong with an annotation whose fields have the right types."""
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
    elif target.pieces:
        _check_pieces(target, mapping, diagnostics)
    elif name := _list_of_offsets(mapping):
        message = f"{name} needs one offset because the quote is in one piece; write {name}: 120"
        diagnostics.error(_field_start(mapping, name), message)
    elif not target.quote.strip():
        diagnostics.error(_field_start(mapping, "quote"), _EMPTY_QUOTE)
    elif target.start is not None and target.end is not None and target.end < target.start:
        message = "end is before start; write the offset behind the quote, or remove both"
        diagnostics.error(_field_start(mapping, "end"), message)


def _list_of_offsets(mapping: Mapping) -> str:
    """Return which hint is a list of several or no offsets, or nothing."""
    for name in ("start", "end"):
        # The raw field is enough: most records have none, and their nodes are made for each that is asked for.
        entry = mapping.raw.get(name)
        if entry and isinstance(entry[1], Sequence) and len(entry[1].items) != 1:
            return name
    return ""


def _check_pieces(target: TextSelector, mapping: Mapping, diagnostics: Diagnostics) -> None:
    if any(not piece.quote.strip() for piece in target.pieces):
        diagnostics.error(_field_start(mapping, "quote"), _EMPTY_QUOTE)
    for name in ("start", "end"):
        node = mapping.get(name)
        count = len(node.items) if isinstance(node, Sequence) else 1
        if node is not None and count != len(target.pieces):
            message = (
                f"{name} needs {len(target.pieces)} offsets, one for each piece of the quote; write them in brackets"
            )
            diagnostics.error(_field_start(mapping, name), message)
    offsets = [offset for piece in target.pieces for offset in (piece.start, piece.end) if offset is not None]
    if offsets != sorted(offsets):
        message = "the pieces overlap or are out of order; write them in the order of the text"
        diagnostics.error(_field_start(mapping, "start"), message)


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
    if not isinstance(article, Scalar) or compose_name(article.value) == context.article:
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
