"""Read the note that Zotero makes from annotations, exported as Markdown.

Each annotation is a paragraph: its words in quotation marks, who wrote them with a link to the item, and a link to the
place in the PDF, the snapshot or the EPUB. What follows is the reader's comment.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from tui.formats.callouts import plain_text, properties_of
from tui.formats.foreign import ArticleHint, ForeignAnnotation, ForeignDocument, ImportFile, source_name
from tui.model import NOTE, Annotation, TextSelector

_OPENING = re.compile('[“„«"「]')
_CLOSING = re.compile(r'[”“»"」]\s*(?=\(\[[^\]\n]{0,300}\]\(zotero://)')
_LINK = re.compile(
    r"\(?\[([^\]\n]{0,300})\]\(zotero://(select|open[a-z-]*)/(library|groups/\d+)/items/(\w+)"
    r"([^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)\)?"
)
_ANNOTATION = re.compile(r"[?&]annotation=(\w+)")
_DECORATION = re.compile(r"</?(?:mark|span)\b[^<>]{0,200}>|!\[[^\]\n]{0,300}\]\([^()\n]{0,300}\)")
"""The colour of a highlight, and pictures."""
_ITEM = re.compile(r"[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?")
_DATE = re.compile(r"\([\d\s/.,:\u202fAPMapm-]+\)")
_TITLE = re.compile(r"[“„«]([^”“»]+)[”“»]")


class _Link(NamedTuple):
    """A link to Zotero."""

    text: str
    action: str
    """`select` for an item of the library, `open-pdf` and the like for a place in a document."""
    library: str
    item: str
    query: str

    @property
    def annotation(self) -> str:
        """The key of the annotation that it leads to, if any."""
        match = _ANNOTATION.search(self.query)
        return f"{self.library}:{match[1]}" if match else ""


def is_zotero_note(file: ImportFile) -> bool:
    """Return whether a note has annotations of Zotero, and no callouts."""
    return "](zotero://" in file.text and "[!" not in file.text


def read_zotero_note(file: ImportFile) -> ForeignDocument:
    """Return the annotations of a note, with the comments after them."""
    properties = properties_of(file.text)
    annotations: dict[str, ForeignAnnotation] = {}
    last = ""
    for paragraph in _paragraphs(file.text):
        found = list(_annotations(paragraph, file, properties))
        annotations |= {each.source_id: each for each in found}
        if found:
            last = found[-1].source_id
        elif last and paragraph and not _LINK.search(paragraph):
            annotations[last] = _with_comment(annotations[last], paragraph)
        elif not paragraph:
            last = ""
    return ForeignDocument(tuple(annotations.values()))


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs and list items of a note, and "" for a heading."""
    rows: list[str] = []
    body = text.partition("\n---")[2] if properties_of(text) else text
    for row in (*body.split("\n"), ""):
        content = row[_ITEM.match(row).end() :].strip()  # type: ignore[union-attr]  # it always matches
        begins = not content or content.startswith("#") or row.lstrip("> \t")[:2] in ("- ", "* ", "+ ")
        if begins and rows:
            yield "\n".join(rows)
            rows = []
        if content.startswith("#"):
            yield ""
        elif content and not _DATE.fullmatch(content):
            rows.append(content)


def _annotations(paragraph: str, file: ImportFile, properties: Mapping[str, str]) -> Iterator[ForeignAnnotation]:
    """Yield the annotations of a paragraph, which has one as a rule."""
    paragraph = _DECORATION.sub("", paragraph)
    quotes = list(_quotes(paragraph))
    if not quotes:
        if _LINK.search(paragraph):
            yield from _annotation("", paragraph, file, properties)
        return
    ends = [start for start, _, _ in quotes[1:]] + [len(paragraph)]
    for (start, end, quote), stop in zip(quotes, ends, strict=True):
        head = paragraph[:start] if len(quotes) == 1 else ""
        yield from _annotation(quote, f"{head}{paragraph[end:stop]}", file, properties)


def _quotes(paragraph: str) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each quote with a citation, and its words."""
    before = 0
    for closing in _CLOSING.finditer(paragraph):
        links = [link.end() for link in _LINK.finditer(paragraph, before, closing.start())]
        opening = _OPENING.search(paragraph, links[-1] if links else before, closing.start())
        before = closing.end()
        if opening:
            yield opening.start(), closing.end(), plain_text(paragraph[opening.end() : closing.start()]).strip()


def _annotation(quote: str, rest: str, file: ImportFile, properties: Mapping[str, str]) -> Iterator[ForeignAnnotation]:
    links = [_Link(*match.groups()) for match in _LINK.finditer(rest)]
    body = "\n".join(row.strip() for row in _LINK.sub("", rest).split("\n")).strip()
    if not (quote or body):
        return  # a picture
    key = next((link.annotation for link in links if link.annotation), "")
    items = tuple(link.item for link in links)
    source = source_name("zotero", key) if key else source_name("zotero", "", *items, quote or body)
    target = TextSelector(quote) if quote else None
    yield ForeignAnnotation(source, Annotation("", NOTE.name, target=target, body=body), _hint(links, file, properties))


def _hint(links: list[_Link], file: ImportFile, properties: Mapping[str, str]) -> ArticleHint:
    """Return what is known of the article.

    A page without an author is cited by its title.
    """
    cited = next((match[1] for link in links if (match := _TITLE.match(link.text))), "")
    url = next((properties[name] for name in ("url", "source", "link") if "://" in properties.get(name, "")), "")
    return ArticleHint(url=url, title=properties.get("title", "") or cited, file=file.name)


def _with_comment(before: ForeignAnnotation, paragraph: str) -> ForeignAnnotation:
    body = "\n\n".join(filter(None, (before.annotation.body, paragraph)))
    return replace(before, annotation=replace(before.annotation, body=body))
