"""Read a Web Annotation that another program wrote, such as Recogito."""

from collections.abc import Iterator, Mapping
from typing import Any

from tui.formats.foreign import ArticleHint, ForeignAnnotation
from tui.formats.json_values import items_in, mappings_in, text_in, texts_in
from tui.formats.jsonld.selectors import selector_of
from tui.formats.jsonld.vocabulary import is_model_time
from tui.model import NOTE, Annotation

Shape = Mapping[str, Any]


def plain_annotation(shape: Shape) -> ForeignAnnotation:
    """Return an annotation as a note, with its texts and tags.

    If it has several targets, those on the page of the first one are the pieces of its quote.
    """
    targets = [target for each in items_in(shape.get("target")) for target in _members(each)]
    sources = [_source(target) for target in targets]
    on_first = [target for target, source in zip(targets, sources, strict=True) if source == sources[0]]
    created, modified = (
        text_in(shape, name) if is_model_time(shape.get(name)) else "" for name in ("created", "modified")
    )
    annotation = Annotation(
        id="",
        kind=NOTE.name,
        target=selector_of(target for target in on_first if isinstance(target, dict)),
        body="\n\n".join(_texts(shape)),
        tags=tuple(dict.fromkeys(_tags(shape))),
        annotator=_name(shape.get("creator")),
        created=created,
        modified=modified,
    )
    source = sources[0] if sources else ""
    reply_to = source if shape.get("motivation") == "replying" else ""
    (identifier,) = texts_in(shape, "id")
    return ForeignAnnotation(identifier, annotation, _article(shape, source), reply_to)


def _members(target: object) -> list[object]:
    if isinstance(target, dict) and "items" in target:
        return items_in(target["items"])
    return [target]


def _source(target: object) -> str:
    if not isinstance(target, dict):
        return target if isinstance(target, str) else ""
    source = target.get("source", target.get("id"))
    if isinstance(source, dict):
        source = source.get("id")
    return next((each for each in items_in(source) if isinstance(each, str)), "")


def _article(shape: Shape, source: str) -> ArticleHint:
    titles = (text_in(target, "title") for target in mappings_in(shape.get("target")))
    return ArticleHint(url=source.partition("#")[0], title=next(filter(None, titles), ""))


def _bodies(shape: Shape) -> Iterator[object]:
    for body in items_in(shape.get("body")):
        members = _members(body)
        yield members[0] if members else ""


def _texts(shape: Shape) -> Iterator[str]:
    """Yield the texts, and the addresses of bodies that are pages."""
    if text := text_in(shape, "bodyValue").strip():
        yield text
    for body in _bodies(shape):
        if isinstance(body, dict) and "value" in body:
            text = text_in(body, "value").strip()
            if text and body.get("purpose") != "tagging":
                yield text
        elif source := _source(body):
            yield f"<{source}>"


def _tags(shape: Shape) -> Iterator[str]:
    for body in mappings_in(shape.get("body")):
        if body.get("purpose") == "tagging" and text_in(body, "value").strip():
            yield text_in(body, "value").strip()


def _name(creator: object) -> str:
    """Return a name of the first creator, or its address."""
    first = next(iter(items_in(creator)), "")
    if isinstance(first, dict):
        names = (name for key in ("name", "nickname", "id") for name in texts_in(first, key))
        return next(names, "").strip()
    return first.strip() if isinstance(first, str) else ""
