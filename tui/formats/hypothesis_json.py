"""Read the annotations of Hypothes.is, from its export or its API."""

from collections.abc import Iterator, Mapping
from typing import Any

from tui.errors import FormatError
from tui.formats.foreign import ArticleHint, ForeignAnnotation, ForeignDocument, ImportFile
from tui.formats.json_places import with_lines
from tui.formats.json_values import items_in, mappings_in, parse_json, text_in, texts_in
from tui.formats.jsonld.selectors import selector_of
from tui.model import NOTE, Annotation

Shape = Mapping[str, Any]
_LISTS = ("annotations", "rows", "replies")
"""The keys of the lists of annotations: of the export, and of what the API answers."""
_URI = "https://hypothes.is/a/"


def is_hypothesis(file: ImportFile) -> bool:
    """Return whether a file looks like annotations of Hypothes.is."""
    return '"uri"' in file.text and '"target"' in file.text and '"@context"' not in file.text


def read_hypothesis(file: ImportFile) -> ForeignDocument:
    """Return the annotations, page notes and replies of a file."""
    return ForeignDocument(tuple(_annotations(file.text, parse_json(file.text))))


def _annotations(text: str, value: object) -> Iterator[ForeignAnnotation]:
    listed = {key: value[key] for key in _LISTS if key in value} if isinstance(value, dict) else {}
    for key, shapes in (listed or {"": value}).items():
        for number, (line, shape) in enumerate(with_lines(text, items_in(shapes), key), start=1):
            if not isinstance(shape, dict) or not text_in(shape, "id") or not text_in(shape, "uri"):
                message = f'is not of Hypothes.is: annotation {number} has no "id" or no "uri"'
                raise FormatError(message, None, line)
            yield _annotation(shape, line)


def _annotation(shape: Shape, line: int) -> ForeignAnnotation:
    references = texts_in(shape, "references")
    annotation = Annotation(
        id="",
        kind=NOTE.name,
        target=selector_of(mappings_in(shape.get("target"))),
        body=text_in(shape, "text").strip(),
        tags=tuple(dict.fromkeys(tag.strip() for tag in texts_in(shape, "tags") if tag.strip())),
        annotator=_annotator(shape),
        created=text_in(shape, "created"),
        modified=text_in(shape, "updated") if shape.get("updated") != shape.get("created") else "",
    )
    reply_to = f"{_URI}{references[-1]}" if references else ""
    return ForeignAnnotation(f"{_URI}{shape['id']}", annotation, _article(shape), reply_to, line=line)


def _article(shape: Shape) -> ArticleHint:
    (document,) = mappings_in(shape.get("document"))[:1] or [{}]
    return ArticleHint(url=text_in(shape, "uri"), title=next(iter(texts_in(document, "title")), ""))


def _annotator(shape: Shape) -> str:
    """Return the name that is shown, else that of the account.

    `acct:ada@hypothes.is` is `ada`.
    """
    (info,) = mappings_in(shape.get("user_info"))[:1] or [{}]
    user = text_in(shape, "user").removeprefix("acct:")
    return text_in(info, "display_name").strip() or user.partition("@")[0]
