"""Read labelled spans of texts: doccano and Label Studio."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple, TypeVar

from tui.errors import FormatError
from tui.formats.counted_places import SpansInText, from_code_points, from_utf16, has_words
from tui.formats.foreign import (
    ArticleHint,
    ForeignAnnotation,
    ForeignDocument,
    ImportFile,
    kinds_used,
    source_name,
)
from tui.formats.json_places import with_lines
from tui.formats.json_values import items_in, mappings_in, offset_in, parse_json, text_in, texts_in
from tui.formats.whole_words import likeliest_count
from tui.model import NOTE, Annotation, Codebook, Span, TextSelector

Shape = Mapping[str, Any]
_SPAN_LENGTH = 3
_NOWHERE = Span(0, 0)
_T = TypeVar("_T")
_FILES = ("file", "filename", "file_name", "document")


class _LabelledText(NamedTuple):
    """A text with labels, each with its place as the file counts it."""

    text: str
    hint: ArticleHint
    labels: tuple[tuple[Span, Shape], ...]


def is_doccano(file: ImportFile) -> bool:
    """Return whether a file looks like an export of doccano."""
    first = file.text.lstrip()[:1]
    return first == "{" and any(f'"{name}"' in file.text for name in ("label", "labels", "entities"))


def read_doccano(file: ImportFile) -> ForeignDocument:
    """Return an annotation for each span, whose label is its kind."""
    rows = [(number, row) for number, row in enumerate(file.text.split("\n"), start=1) if row.strip()]
    texts = [_on_line(number, partial(_doccano_text, row)) for number, row in rows]
    count = likeliest_count([(each.text, [span for span, _ in each.labels]) for each in texts])
    return _document(
        replace(each, line=number)
        for (number, _), labelled in zip(rows, texts, strict=True)
        for each in _on_line(number, partial(_doccano_annotations, labelled, count))
    )


def _on_line(line: int, read: Callable[[], _T]) -> _T:
    """Return what is read from a line, or raise FormatError with it."""
    try:
        return read()
    except FormatError as error:
        raise FormatError(error.message, None, line, error.column) from error


def _doccano_text(row: str) -> _LabelledText:
    shape = parse_json(row)
    text = text_in(shape, "text") or text_in(shape, "data") if isinstance(shape, dict) else ""
    if not isinstance(shape, dict) or not text:
        raise FormatError('is not of doccano: a line has no "text"')
    meta = next(iter(mappings_in(shape.get("meta"))), {})
    labels = items_in(shape.get("entities") or shape.get("label") or shape.get("labels"))
    return _LabelledText(text, _hint({**meta, **shape}), tuple(filter(None, map(_doccano_label, labels))))


def _doccano_label(label: object) -> tuple[Span, Shape] | None:
    if isinstance(label, list) and len(label) == _SPAN_LENGTH:
        label = dict(zip(("start_offset", "end_offset", "label"), label, strict=True))
    return (_span(label, "start_offset", "end_offset"), label) if isinstance(label, dict) else None


def _doccano_annotations(labelled: _LabelledText, count: SpansInText) -> list[ForeignAnnotation]:
    spans = count([span for span, _ in labelled.labels], labelled.text)
    return [
        _foreign(
            "doccano",
            _name(label.get("id")),
            Annotation("", _kind(text_in(label, "label")), target=_target(labelled.text, span, "a line")),
            labelled.hint,
            labelled.text,
        )
        for span, (_, label) in zip(spans, labelled.labels, strict=True)
    ]


def is_label_studio(file: ImportFile) -> bool:
    """Return whether a file looks like the JSON of Label Studio."""
    return all(f'"{name}"' in file.text for name in ("data", "annotations", "result"))


def read_label_studio(file: ImportFile) -> ForeignDocument:
    """Return an annotation for each labelled region, with its comments."""
    tasks = with_lines(file.text, items_in(parse_json(file.text)))
    return _document(
        replace(each, line=line)
        for number, (line, task) in enumerate(tasks, start=1)
        for each in _on_line(line, partial(_task, number, task))
    )


def _task(number: int, task: object) -> list[ForeignAnnotation]:
    return list(_regions(number, task))


def _regions(number: int, task: object) -> Iterator[ForeignAnnotation]:
    data = task.get("data") if isinstance(task, dict) else None
    if not isinstance(task, dict) or not isinstance(data, dict):
        raise FormatError(f'is not of Label Studio: task {number} has no "data"')
    for annotation in mappings_in(task.get("annotations")):
        results = mappings_in(annotation.get("result"))
        bodies = {_name(each.get("id")): _value(each) for each in results if each.get("type") == "textarea"}
        for result in results:
            value = _value(result)
            label = next(iter(_labels(value)), "")
            if not label:
                continue
            text = text_in(data, str(result.get("to_name", ""))) or text_in(data, "text")
            target = _region(text, value, f"task {number}")
            region = _name(result.get("id"))
            record = Annotation(
                "",
                _kind(label),
                target=target,
                body="\n\n".join(texts_in(bodies.get(region, {}), "text")),
                tags=tuple(dict.fromkeys(_labels(value)[1:])),
                annotator=_annotator(annotation.get("completed_by")),
                created=text_in(annotation, "created_at"),
            )
            yield _foreign("label-studio", region, record, _hint(data), text)


def _region(text: str, value: Shape, where: str) -> TextSelector:
    r"""Return the words of a region at its place, else its words alone.

    Label Studio counts code points, and its older versions counted UTF-16 code units. In words, it writes a line end as
    a backslash and an `n`.
    """
    span, written = _span(value, "start", "end"), text_in(value, "text").strip()
    words = written.replace("\\n", "\n").strip()
    if not words and not text:
        raise FormatError(f"has no words for a region of {where}; export it as JSON with the texts")
    if not words:
        return _target(text, span, where)
    places = (count([span], text)[0] for count in (from_code_points, from_utf16))
    place = next((place for place in places if any(has_words([place], text, each) for each in (written, words))), None)
    return _target(text, _trimmed(place, text), where) if place else TextSelector(words)


def _trimmed(span: Span, text: str) -> Span:
    """Return a span without white space at its ends, inside its text.

    In `"a b "`, the span from 1 to 9 becomes that from 2 to 3, in code points.
    """
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _value(result: Shape) -> Shape:
    return next(iter(mappings_in(result.get("value"))), {})


def _labels(value: Shape) -> tuple[str, ...]:
    return texts_in(value, "labels") or texts_in(value, "hypertextlabels")


def _annotator(value: object) -> str:
    """Return an address or a name, and nothing for a number."""
    shape = value if isinstance(value, dict) else {"email": value}
    return text_in(shape, "email") or text_in(shape, "username")


def _span(shape: Shape, first: str, last: str) -> Span:
    """Return the places under two keys, or no place in any text."""
    start, end = offset_in(shape, first), offset_in(shape, last)
    return _NOWHERE if start is None or end is None else Span(start, end)


def _target(text: str, span: Span, where: str) -> TextSelector:
    start, end = span
    if not span.of(text).strip() or end > len(text):
        raise FormatError(f"has a span in {where} that is at no place of its text; export it again")
    return TextSelector(span.of(text), text[max(start - 32, 0) : start], text[end : end + 32], start, end)


def _kind(label: str) -> str:
    return "-".join(label.casefold().split()) or NOTE.name


def _name(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value) if isinstance(value, int) else ""


def _hint(shape: Shape) -> ArticleHint:
    file = next((text_in(shape, name) for name in _FILES if text_in(shape, name)), "")
    return ArticleHint(url=text_in(shape, "url"), title=text_in(shape, "title"), file=file)


def _foreign(program: str, name: str, annotation: Annotation, hint: ArticleHint, text: str) -> ForeignAnnotation:
    target = annotation.target
    place = (annotation.kind, str(target.start), annotation.quote) if target and not name else ()
    return ForeignAnnotation(source_name(program, name, hint.name or text, *place), annotation, hint)


def _document(spans: Iterator[ForeignAnnotation]) -> ForeignDocument:
    annotations = tuple(spans)
    return ForeignDocument(annotations, Codebook(kinds=kinds_used(annotations)))
