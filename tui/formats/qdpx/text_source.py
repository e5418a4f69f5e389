"""An article as a source of a project, with its records as selections.

Positions count the code points of the text, which is UTF-8 with LF. The end is exclusive.
"""

from collections.abc import Iterable, Sequence

from tui.analysis.threads import NoteThreads
from tui.formats.phrasing import shorten
from tui.formats.qdpx.codes import code_guids
from tui.formats.qdpx.record_words import comment, created_by, modified_by
from tui.formats.qdpx.xml_text import attribute, element, guid, reference, text_element, written_attributes
from tui.model import Account, Placed, Span

_NAME_LENGTH = 60
Selections = Sequence[Sequence[str]]
"""The ids of the pieces of each record's quote, in the order of the records."""


def source_guid(article: str) -> str:
    """Return the id of an article's source."""
    return guid("article", article)


def selection_guid(article: str, record: str, piece: int = 0) -> str:
    """Return the id of a piece of a record's quote."""
    return guid("selection", article, record, str(piece))


def note_guid(article: str, record: str) -> str:
    """Return the id of the note that a record without a place becomes."""
    return guid("note", article, record)


def selection_guids(account: Account) -> Selections:
    """Return the ids of the pieces of each record's quote."""
    article = account.article.id
    return [
        [selection_guid(article, placed.record.annotation.id, piece) for piece in range(len(placed.spans))]
        for placed in account.placed
    ]


def text_source(account: Account, threads: NoteThreads, selections: Selections) -> str:
    """Return an article's element, with its selections and references.

    `selections` is what `selection_guids` returns.
    """
    article, byline = account.article, account.article.byline
    source = source_guid(article.id)
    about = (byline.outlet, byline.author, byline.date, byline.url)
    content = [text_element("Description", "\n".join(filter(None, about)))]
    referred: set[str] = set()
    without_place: list[str] = []
    for placed, guids in zip(account.placed, selections, strict=True):
        annotation, spans = placed.record.annotation, placed.spans
        if not spans:
            without_place.append(annotation.id)
            continue
        notes = [note.annotation.id for note in threads.by_id.get(annotation.id, ()) if not note.spans]
        referred.update(notes)
        behind = "".join([reference("NoteRef", note_guid(article.id, note)) for note in notes])
        content += _selections(article.text, placed, zip(guids, spans, strict=True), behind)
    content += [reference("NoteRef", note_guid(article.id, name)) for name in without_place if name not in referred]
    return element(
        "TextSource", {"guid": source, "name": article.title, "plainTextPath": f"internal://{source}.txt"}, content
    )


def _selections(text: str, placed: Placed, pieces: Iterable[tuple[str, Span]], behind: str) -> list[str]:
    """Return a selection for each piece, the first with comment and notes."""
    annotation = placed.record.annotation
    coded_by = by = written_attributes(created_by(annotation)) if annotation.annotator or annotation.created else ""
    if annotation.modified:
        by += written_attributes(modified_by(annotation))
    codes = code_guids(annotation.kind, annotation.about, annotation.tags)
    before = text_element("Description", comment(placed))
    selections = []
    for selection, (start, end) in pieces:
        name = attribute("name", shorten(text[start:end], _NAME_LENGTH))
        codings = "".join(
            [
                f'<Coding guid="{guid(selection, code)}"{coded_by}><CodeRef targetGUID="{code}"/></Coding>\n'
                for code in codes
            ]
        )
        selections.append(
            f'<PlainTextSelection guid="{selection}"{name} startPosition="{start}" endPosition="{end}"{by}>\n'
            f"{before}{codings}{behind}</PlainTextSelection>\n"
        )
        before = behind = ""
    return selections
