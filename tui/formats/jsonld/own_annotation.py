"""Read a Web Annotation that Diptych wrote."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from tui.formats.foreign import ArticleHint, ForeignAnnotation
from tui.formats.json_values import frozen_json, items_in, mappings_in, text_in
from tui.formats.jsonld.selectors import selector_of
from tui.formats.jsonld.vocabulary import ARTICLE, EXTRA, FIELD, PREFIX, SLUG, record_of_uri
from tui.model import Annotation

Shape = Mapping[str, Any]


def is_own_annotation(shape: Shape) -> bool:
    """Return whether Diptych wrote an annotation."""
    return isinstance(shape.get(ARTICLE), str) and record_of_uri(text_in(shape, "id")) is not None


def own_annotation(shape: Shape, hints: Mapping[str, ArticleHint]) -> ForeignAnnotation:
    """Return an annotation with every field of its record."""
    uri, article = text_in(shape, "id"), text_in(shape, ARTICLE)
    record = record_of_uri(uri)
    texts, slug = _fields(shape)
    targets = items_in(shape.get("target"))
    answered = [each for target in targets if isinstance(target, str) and (each := record_of_uri(target))]
    (creator,) = mappings_in(shape.get("creator"))[:1] or [{}]

    def text(field: str) -> str:
        return texts[field][0] if texts[field] else ""

    annotation = Annotation(
        id=record[1] if record else "",
        kind=text("kind"),
        target=selector_of(target for target in targets if isinstance(target, dict)),
        speaker=tuple(texts["speaker"]),
        about=slug,
        cue=text("cue"),
        body=text("body"),
        tags=tuple(texts["tags"]),
        on=answered[0][1] if answered else "",
        was=tuple(texts["was"]),
        annotator=text_in(creator, "name"),
        created=_time(shape, "created"),
        modified=_time(shape, "modified"),
        extra=tuple((name, frozen_json(value)) for name, value in _extra(shape).items()),
        hedge=text("hedge"),
        via=tuple(texts["via"]),
        speaker_words=text("as"),
        suggested=text("suggested"),
        resolves=tuple(texts["resolves"]),
    )
    return ForeignAnnotation(uri, annotation, hints.get(article, ArticleHint(article)), is_own=True)


def _fields(shape: Shape) -> tuple[Mapping[str, list[str]], str]:
    """Return the texts of each field, and the proposition's slug."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    slug = ""
    for body in mappings_in(shape.get("body")):
        texts[text_in(body, FIELD) or "body"].append(text_in(body, "value"))
        slug = text_in(body, SLUG) or slug
    return texts, slug


def _time(shape: Shape, name: str) -> str:
    return text_in(shape, f"{PREFIX}{name}") or text_in(shape, name)


def _extra(shape: Shape) -> Shape:
    extra = shape.get(EXTRA)
    return extra if isinstance(extra, dict) else {}
