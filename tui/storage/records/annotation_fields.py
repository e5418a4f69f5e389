"""Convert annotations to the fields and the text of their records."""

from dataclasses import replace

from tui.model import Annotation, TextSelector
from tui.model.names import compose_name
from tui.storage.records.field_edits import yaml_field
from tui.storage.records.schema import ATTRIBUTES, frozen_value


def record_fields(annotation: Annotation, *, in_list: bool) -> dict[str, object]:
    """Return an annotation's fields in order, and a list of one name as text."""
    target = annotation.target
    values: dict[str, object] = {name: getattr(annotation, attribute, "") for name, attribute in ATTRIBUTES.items()}
    if target:
        values |= {"prefix": target.prefix, "suffix": target.suffix, **_pieces(target)}
    if in_list:
        del values["article"]
    fields = {name: _single(value) for name, value in values.items() if value}
    return fields | {name: frozen_value(value) for name, value in annotation.extra}


def record_text(annotation: Annotation) -> str:
    """Return the text of a record file, or raise SaveError."""
    fields = record_fields(annotation, in_list=False)
    return "".join(f"{yaml_field(name, value, '', chr(10))}\n" for name, value in fields.items())


def changed_fields(old: Annotation, new: Annotation, *, in_list: bool) -> dict[str, object]:
    """Return the new values of the fields that differ, None if removed."""
    before, after = record_fields(old, in_list=in_list), record_fields(new, in_list=in_list)
    names = [*before, *(name for name in after if name not in before)]
    return {name: after.get(name) for name in names if before.get(name) != after.get(name)}


def compose_names(annotation: Annotation) -> Annotation:
    """Return the annotation with the names that others refer to in NFC."""
    return replace(
        annotation,
        id=compose_name(annotation.id),
        kind=compose_name(annotation.kind),
        article=compose_name(annotation.article),
        about=compose_name(annotation.about),
        tags=tuple(map(compose_name, annotation.tags)),
        on=compose_name(annotation.on),
        resolves=tuple(map(compose_name, annotation.resolves)),
        annotator=compose_name(annotation.annotator),
    )


def _pieces(target: TextSelector) -> dict[str, object]:
    """Return the quote with its hints, as lists if it is in pieces."""
    if not target.pieces:
        return {"quote": target.quote, "start": _digits(target.start), "end": _digits(target.end)}
    starts, ends = ([_digits(offset) for offset in offsets] for offsets in _offsets(target))
    hints = {"start": tuple(starts), "end": tuple(ends)} if all(starts) and all(ends) else {}
    return {"quote": tuple(piece.quote for piece in target.pieces), **hints}


def _offsets(target: TextSelector) -> tuple[list[int | None], list[int | None]]:
    return [piece.start for piece in target.pieces], [piece.end for piece in target.pieces]


def _digits(offset: int | None) -> str:
    return "" if offset is None else str(offset)


def _single(value: object) -> object:
    return value[0] if isinstance(value, tuple) and len(value) == 1 else value
