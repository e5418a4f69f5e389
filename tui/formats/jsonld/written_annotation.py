"""Write a record as a Web Annotation.

Each field of a record is a body with a text and a purpose, so that other programs show it. `diptych:field` says which
field it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from tui.formats.jsonld.vocabulary import (
    ARTICLE,
    EXTRA,
    FIELD,
    HINTS,
    PREFIX,
    SLUG,
    annotation_uri,
    article_uri,
    proposition_uri,
    utc_time,
    web_uri,
)
from tui.model import NOTE, Annotation, Article, Codebook, Placed, Span, TextSelector

_PURPOSES = (
    ("speaker", "identifying"),
    ("as", "describing"),
    ("via", "identifying"),
    ("cue", "describing"),
    ("hedge", "describing"),
    ("tags", "tagging"),
    ("was", "editing"),
    ("suggested", "describing"),
    ("resolves", "linking"),
)
"""Fields with the purpose of their bodies, in order."""
_values = attrgetter("speaker", "speaker_words", "via", "cue", "hedge", "tags", "was", "suggested", "resolves")
"""The values of these fields."""


@dataclass(frozen=True, slots=True)
class AnnotatedSource:
    """What an article's annotations have in common."""

    article: str = ""
    """The article's id, empty for notes on propositions."""
    url: str = ""
    uri: str = ""
    """The address of the article, else its URI."""

    @classmethod
    def of(cls, article: Article) -> "AnnotatedSource":
        """Return an article as the source of annotations."""
        url = web_uri(article.byline.url)
        return cls(article.id, url, url or article_uri(article.id))


def written_annotation(placed: Placed, source: AnnotatedSource, codebook: Codebook) -> dict[str, Any]:
    """Return a record in JSON-LD, without the context that all have."""
    annotation = placed.record.annotation
    shape: dict[str, Any] = {
        "id": annotation_uri(source.article, annotation.id),
        "type": "Annotation",
        "motivation": _motivation(annotation),
    }
    if annotation.annotator:
        shape["creator"] = {"type": "Person", "name": annotation.annotator}
    if annotation.created or annotation.modified:
        shape |= _times(annotation)
    if source.url:
        shape["via"] = source.url
    shape[ARTICLE] = source.article
    shape["body"] = _bodies(annotation, codebook)
    shape["target"] = _target(placed, source)
    if annotation.extra:
        shape[EXTRA] = dict(annotation.extra)
    return shape


def _motivation(annotation: Annotation) -> str:
    if annotation.on:
        return "replying"
    if annotation.kind != NOTE.name:
        return "classifying"
    return "commenting" if annotation.body else "highlighting"


def _times(annotation: Annotation) -> dict[str, str]:
    times = {"created": annotation.created, "modified": annotation.modified}
    in_utc = {name: utc_time(time) for name, time in times.items()}
    as_written = {f"{PREFIX}{name}": time for name, time in times.items() if time != in_utc[name]}
    return {**{name: time for name, time in in_utc.items() if time}, **as_written}


def _bodies(annotation: Annotation, codebook: Codebook) -> list[dict[str, str]]:
    bodies = [_body("kind", annotation.kind, "classifying")]
    if annotation.about:
        sentence = codebook.proposition_text(annotation.about)
        bodies.append({**_body("about", sentence, "describing"), SLUG: annotation.about})
    for (field, purpose), value in zip(_PURPOSES, _values(annotation), strict=True):
        if value:  # of most fields there is none
            texts = (value,) if isinstance(value, str) else value
            bodies += [_body(field, text, purpose) for text in texts if text]
    if annotation.body:
        purpose = "replying" if annotation.on else "commenting"
        bodies.append({**_body("body", annotation.body, purpose), "format": "text/markdown"})
    return bodies


def _body(field: str, text: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": text, "purpose": purpose, FIELD: field}


def _target(placed: Placed, source: AnnotatedSource) -> object:
    """Return the target, or one for each piece of the quote.

    A note on a record is about that record, and about its quote if it has one.
    """
    annotation = placed.record.annotation
    targets: list[object] = [annotation_uri(source.article, annotation.on)] if annotation.on else []
    if annotation.target:
        targets += _resources(annotation.target, placed.spans, source.uri)
    if not targets:
        targets = [source.uri or proposition_uri(annotation.about)]
    return targets[0] if len(targets) == 1 else targets


def _resources(selector: TextSelector, spans: Sequence[Span], source: str) -> list[dict[str, Any]]:
    pieces = selector.pieces
    if not pieces:  # as most have none
        quote = _quote_selector(selector.quote, selector.prefix, selector.suffix)
        place = spans[0] if len(spans) == 1 else None
        return [_resource(source, quote, place, (selector.start, selector.end))]
    places: Sequence[Span | None] = spans if len(spans) == len(pieces) else [None] * len(pieces)
    between = [""] * (len(pieces) - 1)
    prefixes, suffixes = [selector.prefix, *between], [*between, selector.suffix]
    return [
        _resource(source, _quote_selector(piece.quote, prefix, suffix), place, (piece.start, piece.end))
        for piece, place, prefix, suffix in zip(pieces, places, prefixes, suffixes, strict=True)
    ]


def _quote_selector(exact: str, prefix: str, suffix: str) -> dict[str, str]:
    selector = {"type": "TextQuoteSelector", "exact": exact}
    if prefix:
        selector["prefix"] = prefix
    if suffix:
        selector["suffix"] = suffix
    return selector


def _resource(
    source: str, quote: dict[str, str], place: Span | None, hint: tuple[int | None, int | None]
) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [quote]
    if place:
        selectors.append({"type": "TextPositionSelector", "start": place.start, "end": place.end})
    resource = {"type": "SpecificResource", "source": source, "selector": selectors}
    return resource if hint == (place or (None, None)) else {**resource, HINTS: list(hint)}
