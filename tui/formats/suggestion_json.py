"""Read drafts in the shape that `suggest --json` prints."""

from collections.abc import Iterator, Mapping
from typing import Any

from tui.errors import FormatError
from tui.formats.foreign import ArticleHint, ForeignAnnotation, ForeignDocument, ImportFile, source_name
from tui.formats.json_values import items_in, mappings_in, offset_in, parse_json, text_in, texts_in
from tui.model import Annotation, TextPiece, TextSelector

SCORE, WHY = "score", "why"
"""The keys of an annotation's extra values that hold a draft's score and its reason."""
_ELLIPSIS = " … "
_SPAN_LENGTH = 2


def is_suggestion_list(file: ImportFile) -> bool:
    """Return whether a file looks like drafts of `suggest --json`."""
    return file.text.lstrip()[:1] == "[" and '"kind"' in file.text and '"@context"' not in file.text


def read_suggestions(file: ImportFile) -> ForeignDocument:
    """Return the drafts of a file, each as an annotation.

    Raise FormatError if one has no kind or no words.
    """
    return ForeignDocument(tuple(_annotations(file, items_in(parse_json(file.text)))))


def _annotations(file: ImportFile, shapes: list[object]) -> Iterator[ForeignAnnotation]:
    for number, shape in enumerate(shapes, start=1):
        if not isinstance(shape, dict) or not text_in(shape, "kind") or not _quotes(shape):
            raise FormatError(f'has no "kind" or no "quote" in draft {number}; write both')
        hint = ArticleHint(*(text_in(shape, name) for name in ("article", "url", "title", "file")))
        yield ForeignAnnotation(source_name("suggestion", file.name, str(number)), _annotation(shape), hint)


def _annotation(shape: Mapping[str, Any]) -> Annotation:
    score = shape.get(SCORE)
    return Annotation(
        id="",
        kind=text_in(shape, "kind"),
        target=_target(shape),
        speaker=texts_in(shape, "speaker"),
        about=_about(shape),
        cue=text_in(shape, "cue"),
        annotator=text_in(shape, "annotator") or text_in(shape, "creator"),
        extra=((SCORE, score if _is_score(score) else 1.0), (WHY, text_in(shape, WHY))),
        hedge=text_in(shape, "hedge"),
        via=texts_in(shape, "via"),
        speaker_words=text_in(shape, "as"),
        suggested=text_in(shape, "rule"),
    )


def _is_score(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _about(shape: Mapping[str, Any]) -> str:
    """Return the first proposition that a draft names, by its slug."""
    about = shape.get("about")
    if isinstance(about, str):
        return about
    return next((text_in(each, "id") for each in mappings_in(about)), "")


def _quotes(shape: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the pieces of the quote: a list, or a text with ellipses."""
    if isinstance(shape.get("quote"), list):
        return texts_in(shape, "quote")
    quote = text_in(shape, "quote")
    is_joined = len(items_in(shape.get("spans"))) == len(quote.split(_ELLIPSIS))
    return tuple(filter(str.strip, quote.split(_ELLIPSIS) if is_joined else [quote]))


def _target(shape: Mapping[str, Any]) -> TextSelector:
    quotes = _quotes(shape)
    places = [_place(span) for span in items_in(shape.get("spans"))]
    if len(places) != len(quotes):
        places = [(None, None)] * len(quotes)
    pieces = tuple(TextPiece(quote, *place) for quote, place in zip(quotes, places, strict=True))
    return TextSelector.of_pieces(pieces, text_in(shape, "prefix"), text_in(shape, "suffix"))


def _place(span: object) -> tuple[int | None, int | None]:
    if not isinstance(span, list) or len(span) != _SPAN_LENGTH:
        return None, None
    start, end = (offset_in({"offset": offset}, "offset") for offset in span)
    return start, end
