"""Read Web Annotations, whoever wrote them."""

from collections.abc import Iterator, Mapping

from tui.errors import FormatError
from tui.formats.codebook_shapes import codebook_from_shapes
from tui.formats.foreign import ArticleHint, ForeignAnnotation, ForeignDocument, ImportFile
from tui.formats.json_places import item_line
from tui.formats.json_values import items_in, mappings_in, parse_json, text_in
from tui.formats.jsonld.musts import annotation_fault
from tui.formats.jsonld.own_annotation import is_own_annotation, own_annotation
from tui.formats.jsonld.plain_annotation import plain_annotation
from tui.formats.jsonld.vocabulary import ANNO, ARTICLES, CODEBOOK
from tui.model import Codebook

_PAGES = ("AnnotationPage", "AnnotationCollection")


def is_annotation_page(file: ImportFile) -> bool:
    """Return whether a file looks like Web Annotations."""
    return '"@context"' in file.text or ('"Annotation"' in file.text and '"uri"' not in file.text)


def read_annotation_page(file: ImportFile) -> ForeignDocument:
    """Return the annotations of a page, a list, or one annotation.

    Raise FormatError if one breaks a MUST of the model.
    """
    value = parse_json(file.text)
    page = value if isinstance(value, dict) and _is_page(value) else {}
    has_context = ANNO in items_in(page.get("@context"))
    hints = {text_in(shape, "id"): _hint(shape) for shape in mappings_in(page.get(ARTICLES))}
    annotations: list[ForeignAnnotation] = []
    for number, item in enumerate(_items(value), start=1):
        try:
            annotations.append(_annotation(item, number, hints, has_context=has_context))
        except FormatError as error:
            line = item_line(file.text, number, "items" if page else "")
            raise FormatError(error.message, None, line) from error
    return ForeignDocument(tuple(annotations), _codebook(page))


def _is_page(value: Mapping[str, object]) -> bool:
    return any(name in items_in(value.get("type")) for name in _PAGES)


def _items(value: object) -> Iterator[object]:
    """Yield the annotations of a page, of its pages, or of a list."""
    if isinstance(value, dict) and _is_page(value):
        yield from items_in(value.get("items"))
        for page in mappings_in(value.get("first")):
            yield from _items(page)
    else:
        yield from items_in(value)


def _annotation(item: object, number: int, hints: Mapping[str, ArticleHint], *, has_context: bool) -> ForeignAnnotation:
    if not isinstance(item, dict):
        raise FormatError(f"is not a page of annotations: item {number} is no object")
    if fault := annotation_fault(item, has_context=has_context):
        raise FormatError(f"breaks the Web Annotation model: annotation {number} is wrong, {fault}")
    return own_annotation(item, hints) if is_own_annotation(item) else plain_annotation(item)


def _hint(shape: Mapping[str, object]) -> ArticleHint:
    return ArticleHint(*(text_in(shape, name) for name in ("id", "url", "title", "file")))


def _codebook(page: Mapping[str, object]) -> Codebook:
    (shapes,) = mappings_in(page.get(CODEBOOK))[:1] or [{}]
    return codebook_from_shapes(shapes)
