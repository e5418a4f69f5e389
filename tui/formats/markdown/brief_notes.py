"""The notes of a brief: what annotators wrote, each with what it is on."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tui.analysis.survey import NumberedRecord, Survey
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.body import isolate_body
from tui.formats.markdown.footnotes import Cited, footnote_reference
from tui.formats.markdown.record_item import list_item
from tui.model import NOTE, Account, Annotation, Codebook

_NOUNS = ("note", "comment")


class _Body(NamedTuple):
    """What an annotator wrote, with what it is on."""

    annotation: Annotation
    account: Account | None = None
    record: NumberedRecord | None = None
    """The record that it is in or on, unless that does not exist."""


def note_items(survey: Survey, annotator: str | None, cited: Cited) -> Iterator[str]:
    """Yield each body of the records by `annotator`, or all if it is None."""
    for body in _bodies(survey):
        if _is_by(body.annotation, annotator, survey.codebook):
            yield _item(body, survey.codebook, cited)


def others_line(survey: Survey, annotator: str | None) -> str:
    """Return how many bodies `note_items` leaves out, or an empty string."""
    if annotator is None:
        return ""
    annotations = (body.annotation for body in _bodies(survey))
    others = (each for each in annotations if not _is_by(each, annotator, survey.codebook))
    counts = Counter(map(_noun, others))
    told = [phrasing.count_noun(counts[noun], noun) for noun in _NOUNS if counts[noun]]
    return f"*{phrasing.and_list(told)} by others left out.*" if told else ""


def _noun(annotation: Annotation) -> str:
    """Return what a body is: a note, or a comment on what it marks."""
    return _NOUNS[annotation.kind != NOTE.name]


def _is_by(annotation: Annotation, annotator: str | None, codebook: Codebook) -> bool:
    return annotator is None or codebook.is_same_annotator(annotation.annotator, annotator)


def _bodies(survey: Survey) -> Iterator[_Body]:
    """Yield those that are not empty, which few records have."""
    for account in survey.accounts:
        yield from _bodies_in(account, survey)
    yield from (_Body(note.annotation) for note in survey.collation.notes if note.annotation.body)


def _bodies_in(account: Account, survey: Survey) -> Iterator[_Body]:
    for record in survey.records(account):
        if record.placed.record.annotation.body:
            yield _Body(record.annotation, account, record)
        if record.notes:
            yield from (_Body(note.annotation, account, record) for note in record.notes if note.annotation.body)
    strays = survey.stray_notes(account)
    yield from (_Body(stray.annotation, account) for stray in strays if stray.annotation.body)


def _subject(body: _Body, codebook: Codebook) -> str:
    """Return what a body is on: a proposition, or the words of a record."""
    account, record = body.account, body.record
    if account is None:
        return codebook.proposition_text(body.annotation.about)
    if record is None:
        return ""
    quote = record.placed.words(account.article.text)
    return phrasing.in_quotes(phrasing.shorten(quote)) or account.article.title


def _item(body: _Body, codebook: Codebook, cited: Cited) -> str:
    annotation, account = body.annotation, body.account
    by, subject = phrasing.signature(annotation), _subject(body, codebook)
    parts = [escape.inline(" ".join(part.split())) for part in (by, subject and f"on {subject}") if part]
    reference = footnote_reference(account, cited) if account else ""
    heading = f"**{_noun(annotation).capitalize()}** {' · '.join(parts)}{reference}"
    return list_item(block for block in (heading, isolate_body(annotation.body)) if block)
