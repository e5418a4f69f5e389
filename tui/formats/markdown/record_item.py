"""One record as an item of a Markdown list, with its quote, its body and the notes on it.

Items begin with `-   `, so that their content stands at a column that is a multiple of four: an indented body
keeps the tabs that it would have alone (see `escape.indented`).
"""

from collections.abc import Iterable, Iterator

from tui.analysis.survey import NumberedRecord
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.body import self_contained
from tui.model import NOTE, Account, Annotation, Codebook, Kind, Placed

BULLET = "-   "


def record_item(record: NumberedRecord, codebook: Codebook) -> str:
    """Return a record as a list item, with the notes on it."""
    account, kind = record.account, codebook.kind(record.annotation.kind)
    blocks = (
        record_heading(record.annotation, kind, record.reference),
        *_content(record.placed, account, codebook),
        *(block for note in record.notes for block in note_blocks(note, account, codebook)),
    )
    return list_item(blocks)


def list_item(blocks: Iterable[str]) -> str:
    """Return blocks as one list item."""
    first, *others = blocks
    return "\n\n".join((f"{BULLET}{first}", *map(escape.indented, others)))


def record_heading(annotation: Annotation, kind: Kind, reference: str = "") -> str:
    """Return who says it and how: reference, kind, speakers, cue; for a note, its annotator and day."""
    name = " ".join(part for part in (reference, escape.inline(kind.glyph), escape.inline(kind.label)) if part)
    said = [f"**{name}**"]
    if annotation.speaker:
        said.append(escape.inline(phrasing.speaker_names(annotation)))
    if annotation.cue:
        said.append(f"“{escape.inline(annotation.cue)}”")
    if kind.name == NOTE.name and (signed := phrasing.signature(annotation)):
        said.append(escape.inline(signed))
    return " · ".join(said)


def note_blocks(note: Placed, account: Account, codebook: Codebook) -> Iterator[str]:
    """Yield a note on another record, to stand under it."""
    yield record_heading(note.annotation, codebook.kind(note.annotation.kind))
    yield from _content(note, account, codebook)


def proposition_note(annotation: Annotation, codebook: Codebook) -> str:
    """Return a note on a proposition as a list item."""
    blocks = (
        record_heading(annotation, codebook.kind(annotation.kind)),
        self_contained(annotation.body),
        *_tags(annotation),
    )
    return list_item(block for block in blocks if block)


def _content(placed: Placed, account: Account, codebook: Codebook) -> Iterator[str]:
    annotation = placed.annotation
    kind = codebook.kind(annotation.kind)
    if annotation.about:
        yield f"{phrasing.relation(kind)}: *{escape.inline(codebook.proposition_text(annotation.about))}*"
    if annotation.quote:
        yield escape.block_quote(annotation.quote)
    yield from _doubts(placed, account)
    if body := self_contained(annotation.body):
        yield body
    yield from _tags(annotation)
    if kind.name != NOTE.name and (signed := phrasing.signature(annotation)):
        yield f"Recorded by {escape.inline(signed)}"


def _doubts(placed: Placed, account: Account) -> Iterator[str]:
    if doubt := phrasing.anchor_doubt(placed):
        today = phrasing.current_words(account, placed)
        yield f"*{doubt}{':' if today else '.'}*"
        if today:
            yield escape.block_quote(today)


def _tags(annotation: Annotation) -> Iterator[str]:
    if annotation.tags:
        yield f"Tags: {', '.join(map(escape.inline, annotation.tags))}"
