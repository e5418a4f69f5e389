"""An article as a source of a project, with its records as selections.

Positions count the code points of the text, which is UTF-8 with LF. The end is exclusive.
"""

from collections.abc import Iterator, Mapping, Sequence

from tui.analysis.threads import NoteThreads
from tui.formats.phrasing import shorten
from tui.formats.qdpx.codes import code_guids
from tui.formats.qdpx.record_words import comment, created_by, date_time, user_guid
from tui.formats.qdpx.xml_text import element, guid, reference, text_element, written_attributes
from tui.model import Account, Annotation, Placed, Span

_NAME_LENGTH = 60


def source_guid(article: str) -> str:
    """Return the id of an article's source."""
    return guid("article", article)


def selection_guid(article: str, record: str, piece: int = 0) -> str:
    """Return the id of a piece of a record's quote."""
    return guid("selection", article, record, str(piece))


def note_guid(article: str, record: str) -> str:
    """Return the id of the note that a record without a place becomes."""
    return guid("note", article, record)


def text_source(account: Account, threads: NoteThreads) -> str:
    """Return an article's element, with its selections and references."""
    article, byline = account.article, account.article.byline
    source = source_guid(article.id)
    about = (byline.outlet, byline.author, byline.date, byline.url)
    content = [text_element("Description", "\n".join(filter(None, about)))]
    referred: set[str] = set()
    without_place: list[str] = []
    for placed in account.placed:
        spans = placed.spans
        if spans:
            notes = [note.annotation.id for note in threads.thread(placed) if not note.spans]
            referred.update(notes)
            content += _selections(account, placed, spans, notes)
        else:
            without_place.append(placed.annotation.id)
    content += [reference("NoteRef", note_guid(article.id, name)) for name in without_place if name not in referred]
    return element(
        "TextSource", {"guid": source, "name": article.title, "plainTextPath": f"internal://{source}.txt"}, content
    )


def _selections(account: Account, placed: Placed, spans: Sequence[Span], notes: list[str]) -> Iterator[str]:
    """Yield a selection for each piece, the first with comment and notes."""
    annotation, article = placed.record.annotation, account.article
    coded_by, codes = written_attributes(created_by(annotation)), [*code_guids(annotation)]
    by = coded_by + written_attributes(_modified_by(annotation)) if annotation.modified else coded_by
    before = text_element("Description", comment(placed))
    behind = "".join([reference("NoteRef", note_guid(article.id, note)) for note in notes])
    for piece, (start, end) in enumerate(spans):
        selection = selection_guid(article.id, annotation.id, piece)
        name = written_attributes({"name": shorten(article.text[start:end], _NAME_LENGTH)})
        codings = "".join([_coding(guid(selection, code), code, coded_by) for code in codes])
        yield (
            f'<PlainTextSelection guid="{selection}"{name} startPosition="{start}" endPosition="{end}"{by}>\n'
            f"{before}{codings}{behind}</PlainTextSelection>\n"
        )
        before = behind = ""


def _coding(name: str, code: str, by: str) -> str:
    return f'<Coding guid="{name}"{by}><CodeRef targetGUID="{code}"/></Coding>\n'


def _modified_by(annotation: Annotation) -> Mapping[str, str]:
    modified = date_time(annotation.modified)
    return {"modifyingUser": user_guid(annotation.annotator), "modifiedDateTime": modified} if modified else {}
