"""Read the JSON that `export -f json` writes."""

from collections.abc import Iterator, Mapping
from typing import Any

from tui.errors import FormatError
from tui.formats.codebook_shapes import codebook_from_shapes
from tui.formats.foreign import ArticleHint, ForeignAnnotation, ForeignDocument, ImportFile
from tui.formats.json_places import item_line
from tui.formats.json_values import frozen_json, items_in, mappings_in, offset_in, parse_json, text_in, texts_in
from tui.formats.jsonld.vocabulary import annotation_uri
from tui.model import Annotation, TextPiece, TextSelector

Shape = Mapping[str, Any]
_PLACE = ("state", "start", "end", "spans", "reference", "pieces", "quote", "prefix", "suffix", "article")
_FIELDS = (
    *("id", "kind", "speaker", "as", "via", "about", "cue", "hedge", "body", "tags", "on", "was"),
    *("annotator", "created", "modified", "suggested", "resolves"),
)
_SPAN_LENGTH = 2


def is_json_document(file: ImportFile) -> bool:
    """Return whether a file looks like an export of Diptych."""
    return '"format": "diptych"' in file.text[:200]


def read_json_document(file: ImportFile) -> ForeignDocument:
    """Return the records of an export, with the codebook."""
    document = parse_json(file.text)
    if not isinstance(document, dict) or document.get("format") != "diptych":
        raise FormatError('is not an export of Diptych; its "format" must be "diptych"')
    if document.get("version") != 1:
        raise FormatError("was written by a later version of Diptych; export it as JSON-LD")
    hints = {text_in(shape, "id"): _hint(shape) for shape in mappings_in(document.get("accounts"))}
    codebook = codebook_from_shapes(document)
    return ForeignDocument(tuple(_annotations(file.text, document, hints)), codebook)


def _annotations(text: str, document: Shape, hints: Mapping[str, ArticleHint]) -> Iterator[ForeignAnnotation]:
    for number, shape in enumerate(items_in(document.get("records")), start=1):
        if not isinstance(shape, dict) or not text_in(shape, "id") or not text_in(shape, "kind"):
            line = item_line(text, number, "records")
            raise FormatError(f'is damaged: record {number} has no "id" or no "kind"', None, line)
        article = text_in(shape, "article")
        uri = annotation_uri(article, text_in(shape, "id"))
        yield ForeignAnnotation(uri, _annotation(shape), hints.get(article, ArticleHint(article)), is_own=True)


def _annotation(shape: Shape) -> Annotation:
    extra = {name: value for name, value in shape.items() if name not in (*_FIELDS, *_PLACE)}
    return Annotation(
        id=text_in(shape, "id"),
        kind=text_in(shape, "kind"),
        target=_target(shape),
        speaker=texts_in(shape, "speaker"),
        about=text_in(shape, "about"),
        cue=text_in(shape, "cue"),
        body=text_in(shape, "body"),
        tags=texts_in(shape, "tags"),
        on=text_in(shape, "on"),
        was=texts_in(shape, "was"),
        annotator=text_in(shape, "annotator"),
        created=text_in(shape, "created"),
        modified=text_in(shape, "modified"),
        extra=tuple((name, frozen_json(value)) for name, value in extra.items()),
        hedge=text_in(shape, "hedge"),
        via=texts_in(shape, "via"),
        speaker_words=text_in(shape, "as"),
        suggested=text_in(shape, "suggested"),
        resolves=texts_in(shape, "resolves"),
    )


def _target(shape: Shape) -> TextSelector | None:
    """Return the quote, with today's places as hints."""
    quotes = texts_in(shape, "pieces") or texts_in(shape, "quote")
    if not quotes:
        return None
    spans = [place for span in items_in(shape.get("spans")) if (place := _span(span))]
    places = spans if len(spans) == len(quotes) else [(None, None)] * len(quotes)
    pieces = tuple(TextPiece(quote, *place) for quote, place in zip(quotes, places, strict=True))
    return TextSelector.of_pieces(pieces, text_in(shape, "prefix"), text_in(shape, "suffix"))


def _span(value: object) -> tuple[int | None, int | None] | None:
    if not isinstance(value, list) or len(value) != _SPAN_LENGTH:
        return None
    start, end = (offset_in({"offset": offset}, "offset") for offset in value)
    return None if start is None or end is None else (start, end)


def _hint(shape: Shape) -> ArticleHint:
    return ArticleHint(*(text_in(shape, name) for name in ("id", "url", "title", "file")))
