"""A REFI-QDA project: its description, and the texts of its sources."""

from collections.abc import Iterable, Iterator

from tui.analysis.survey import Survey
from tui.formats.export_format import ExportRequest
from tui.formats.phrasing import shorten
from tui.formats.qdpx.cases import Cases
from tui.formats.qdpx.codes import code_book, contradictions
from tui.formats.qdpx.record_words import created_by, user_guid, whole_comment
from tui.formats.qdpx.text_source import Selections, note_guid, selection_guids, source_guid, text_source
from tui.formats.qdpx.xml_text import element, text_element, written_attributes
from tui.model import NOTE, Annotation, Placed

NAMESPACE = "urn:QDA-XML:project:1.0"
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAME_LENGTH = 60


def project_files(request: ExportRequest) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the name of each file of the archive, and its text in pieces."""
    survey = request.chosen
    yield "project.qde", _project(survey, request.title, request.limits)
    for account in survey.accounts:
        yield f"sources/{source_guid(account.article.id)}.txt", (account.article.text,)


def _project(survey: Survey, title: str, scope: str) -> Iterator[str]:
    """Yield the description in pieces of one source or case at most."""
    attributes = written_attributes({"name": title, "origin": "Diptych", "xmlns": NAMESPACE})
    yield f"{_DECLARATION}<Project{attributes}>\n"
    yield from _list("Users", _users(survey))
    yield code_book(survey)
    # The sources come after the cases, but the ids of their selections are computed once.
    selections = [selection_guids(account) for account in survey.accounts]
    yield from _list("Cases", _cases(survey, selections))
    yield from _list("Sources", _sources(survey, selections))
    yield from _list("Notes", _notes(survey))
    yield from _list("Links", contradictions(survey))
    yield text_element("Description", f"Only what matches: {scope}" if scope else "")
    yield "</Project>\n"


def _list(name: str, elements: Iterator[str]) -> Iterator[str]:
    """Yield a list, or nothing if it is empty, which the schema forbids."""
    first = next(elements, "")
    if not first:
        return
    yield f"<{name}>\n"
    yield first
    yield from elements
    yield f"</{name}>\n"


def _cases(survey: Survey, selections: Iterable[Selections]) -> Iterator[str]:
    cases = Cases(survey.codebook)
    for account, guids in zip(survey.accounts, selections, strict=True):
        for placed, piece_guids in zip(account.placed, guids, strict=True):
            cases.add(placed.record.annotation.speaker, piece_guids)
    return cases.elements()


def _sources(survey: Survey, selections: Iterable[Selections]) -> Iterator[str]:
    for account, guids in zip(survey.accounts, selections, strict=True):
        yield text_source(account, survey.threads[account.article.id], guids)


def _users(survey: Survey) -> Iterator[str]:
    annotators = {annotation.annotator for annotation in _annotations(survey)}
    for name in sorted(annotators - {""}):
        yield element("User", {"guid": user_guid(name), "name": name})


def _annotations(survey: Survey) -> Iterator[Annotation]:
    yield from (placed.annotation for account in survey.accounts for placed in account.placed)
    yield from (record.annotation for record in survey.collation.notes)


def _notes(survey: Survey) -> Iterator[str]:
    """Yield what has no place in a text: notes, and quotes that are not there."""
    for account in survey.accounts:
        for placed in account.placed:
            if not placed.spans:
                yield _note(account.article.id, placed, survey)
    for record in survey.collation.notes:
        yield _note("", Placed(record), survey)


def _note(article: str, placed: Placed, survey: Survey) -> str:
    annotation = placed.annotation
    words = annotation.body if _is_plain_note(annotation) else whole_comment(placed, survey.codebook)
    name = shorten(words, _NAME_LENGTH)
    attributes = {"guid": note_guid(article, annotation.id), "name": name, **created_by(annotation)}
    return element("Note", attributes, (text_element("PlainTextContent", words),))


def _is_plain_note(annotation: Annotation) -> bool:
    return bool(annotation.kind == NOTE.name and annotation.body and not annotation.quote)
