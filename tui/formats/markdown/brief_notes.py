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

    subject: str
    annotation: Annotation
    account: Account | None = None


def note_items(survey: Survey, annotator: str | None, cited: Cited) -> Iterator[str]:
    """Yield each body of the records by `annotator`, or all if it is None."""
    for subject, annotation, account in _bodies(survey):
        if annotation.body and _is_by(annotation, annotator, survey.codebook):
            yield _item(subject, annotation, account, cited)


def others_line(survey: Survey, annotator: str | None) -> str:
    """Return how many bodies `note_items` leaves out, or an empty string."""
    others = [each.annotation for each in _bodies(survey) if each.annotation.body]
    counts = Counter(_noun(annotation) for annotation in others if not _is_by(annotation, annotator, survey.codebook))
    told = [phrasing.count_noun(counts[noun], noun) for noun in _NOUNS if counts[noun]]
    return f"*{phrasing.and_list(told)} by others left out.*" if told else ""


def _noun(annotation: Annotation) -> str:
    """Return what a body is: a note, or a comment on what it marks."""
    return _NOUNS[annotation.kind != NOTE.name]


def _is_by(annotation: Annotation, annotator: str | None, codebook: Codebook) -> bool:
    return annotator is None or codebook.is_same_annotator(annotation.annotator, annotator)


def _bodies(survey: Survey) -> Iterator[_Body]:
    for account in survey.accounts:
        for record in survey.records(account):
            subject = _subject(record)
            for placed in (record.placed, *record.notes):
                yield _Body(subject, placed.annotation, account)
        for placed in survey.stray_notes(account):
            yield _Body("", placed.annotation, account)
    for note in survey.collation.notes:
        yield _Body(survey.codebook.proposition_text(note.annotation.about), note.annotation)


def _subject(record: NumberedRecord) -> str:
    quote = record.placed.words(record.account.article.text)
    return phrasing.in_quotes(phrasing.shorten(quote)) or record.account.article.title


def _item(subject: str, annotation: Annotation, account: Account | None, cited: Cited) -> str:
    by = phrasing.signature(annotation)
    parts = [escape.inline(" ".join(part.split())) for part in (by, subject and f"on {subject}") if part]
    reference = footnote_reference(account, cited) if account else ""
    heading = f"**{_noun(annotation).capitalize()}** {' · '.join(parts)}{reference}"
    return list_item(block for block in (heading, isolate_body(annotation.body)) if block)
