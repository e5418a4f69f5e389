"""Write a record as a Web Annotation.

Each field of a record is a body with a text and a purpose, so that other programs show it. `diptych:field` says which
field it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tui.formats.jsonld.vocabulary import (
    ARTICLE,
    CONTEXT,
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
from tui.model import NOTE, Annotation, Article, Codebook, Placed, Span, TextPiece, TextSelector

_PURPOSES = {
    "speaker": "identifying",
    "as": "describing",
    "via": "identifying",
    "cue": "describing",
    "hedge": "describing",
    "tags": "tagging",
    "was": "editing",
    "suggested": "describing",
    "resolves": "linking",
}


def written_annotation(placed: Placed, article: Article | None, codebook: Codebook) -> dict[str, Any]:
    """Return a record in JSON-LD.

    Only a note on a proposition has no article.
    """
    annotation = placed.annotation
    article_id = article.id if article else ""
    url = web_uri(article.byline.url) if article else ""
    shape = {
        "@context": CONTEXT,
        "id": annotation_uri(article_id, annotation.id),
        "type": "Annotation",
        "motivation": _motivation(annotation),
        "creator": {"type": "Person", "name": annotation.annotator} if annotation.annotator else None,
        **_times(annotation),
        "via": url or None,
        ARTICLE: article_id,
        "body": list(_bodies(annotation, codebook)),
        "target": _target(placed, article_id, url or article_uri(article_id)),
        EXTRA: dict(annotation.extra) or None,
    }
    return {name: value for name, value in shape.items() if value is not None}


def _motivation(annotation: Annotation) -> str:
    if annotation.on:
        return "replying"
    if annotation.kind != NOTE.name:
        return "classifying"
    return "commenting" if annotation.body else "highlighting"


def _times(annotation: Annotation) -> Mapping[str, str]:
    times = {"created": annotation.created, "modified": annotation.modified}
    in_utc = {name: utc_time(time) for name, time in times.items()}
    as_written = {f"{PREFIX}{name}": time for name, time in times.items() if time != in_utc[name]}
    return {**{name: time for name, time in in_utc.items() if time}, **as_written}


def _bodies(annotation: Annotation, codebook: Codebook) -> Iterator[dict[str, str]]:
    yield _body("kind", annotation.kind, "classifying")
    if annotation.about:
        sentence = codebook.proposition_text(annotation.about)
        yield {**_body("about", sentence, "describing"), SLUG: annotation.about}
    values = {
        "speaker": annotation.speaker,
        "as": annotation.speaker_words,
        "via": annotation.via,
        "cue": annotation.cue,
        "hedge": annotation.hedge,
        "tags": annotation.tags,
        "was": annotation.was,
        "suggested": annotation.suggested,
        "resolves": annotation.resolves,
    }
    for field, value in values.items():
        for text in (value,) if isinstance(value, str) else value:
            if text:
                yield _body(field, text, _PURPOSES[field])
    if annotation.body:
        purpose = "replying" if annotation.on else "commenting"
        yield {**_body("body", annotation.body, purpose), "format": "text/markdown"}


def _body(field: str, text: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": text, "purpose": purpose, FIELD: field}


def _target(placed: Placed, article_id: str, source: str) -> object:
    """Return the target, or one for each piece of the quote.

    A note on a record is about that record, and about its quote if it has one.
    """
    annotation = placed.annotation
    targets: list[object] = [annotation_uri(article_id, annotation.on)] if annotation.on else []
    if annotation.target:
        targets += _resources(annotation.target, placed.spans, source)
    if not targets:
        targets = [source if article_id else proposition_uri(annotation.about)]
    return targets[0] if len(targets) == 1 else targets


def _resources(selector: TextSelector, spans: Sequence[Span], source: str) -> Iterator[dict[str, Any]]:
    pieces = selector.pieces or (TextPiece(selector.quote, selector.start, selector.end),)
    places: Sequence[Span | None] = spans if len(spans) == len(pieces) else [None] * len(pieces)
    for position, (piece, place) in enumerate(zip(pieces, places, strict=True)):
        prefix = selector.prefix if position == 0 else ""
        suffix = selector.suffix if position == len(pieces) - 1 else ""
        selectors: list[dict[str, Any]] = [_quote_selector(piece.quote, prefix, suffix)]
        if place:
            selectors.append({"type": "TextPositionSelector", "start": place.start, "end": place.end})
        resource = {"type": "SpecificResource", "source": source, "selector": selectors}
        own = [piece.start, piece.end]
        yield resource if own == (list(place) if place else [None, None]) else {**resource, HINTS: own}


def _quote_selector(exact: str, prefix: str, suffix: str) -> dict[str, str]:
    contexts = {name: text for name, text in (("prefix", prefix), ("suffix", suffix)) if text}
    return {"type": "TextQuoteSelector", "exact": exact, **contexts}
