"""A record as an item of a Markdown list, with the notes on it.

An item begins with `-   `, so that its content is indented by four columns (see `escape.indent_block`). Tab stops are
four columns apart, so a tab in a body means the same there as without the indent.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from tui.analysis.survey import NumberedRecord
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.body import isolate_body
from tui.formats.markdown.record_links import link_target, record_link
from tui.model import Account, Annotation, Codebook, Placed

BULLET = "-   "


def record_item(record: NumberedRecord, codebook: Codebook) -> str:
    """Return a record as a list item, with the notes on it."""
    account = record.account
    blocks = (
        f"{link_target(record.reference)}{_heading(record.annotation, codebook, record.reference)}",
        *_content(record.placed, account),
        *(block for note in record.notes for block in note_blocks(note, account, codebook)),
    )
    return list_item(blocks)


def repeated_item(record: NumberedRecord) -> str:
    """Return a list item that leads to a record under another heading."""
    return f"{BULLET}{record_link(record.reference, linked=True)}"


def list_item(blocks: Iterable[str]) -> str:
    """Return blocks as one list item."""
    first, *others = blocks
    return "\n\n".join((f"{BULLET}{first}", *map(escape.indent_block, others)))


def note_blocks(note: Placed, account: Account, codebook: Codebook) -> Iterator[str]:
    """Yield the blocks of a note on another record, to put under it."""
    yield _heading(note.annotation, codebook)
    yield from _content(note, account)


def proposition_note(annotation: Annotation, codebook: Codebook) -> str:
    """Return a note on a proposition as a list item."""
    blocks = (_heading(annotation, codebook, names_proposition=False), isolate_body(annotation.body))
    return list_item(block for block in blocks if block)


def _heading(annotation: Annotation, codebook: Codebook, reference: str = "", *, names_proposition: bool = True) -> str:
    kind = codebook.kind(annotation.kind)
    name = " ".join([part for part in (reference, escape.inline(kind.glyph), escape.inline(kind.label)) if part])
    parts = [f"**{name}**"]
    if attribution := _attribution(phrasing.attribution_parts(annotation)):
        parts.append(attribution)
    if annotation.about and names_proposition:
        sentence = escape.inline(codebook.proposition_text(annotation.about))
        parts.append(f"{phrasing.relation_label(kind)}: *{sentence}*")
    if annotation.tags:
        parts.append(f"Tags: {', '.join(map(escape.inline, annotation.tags))}")
    if signed := phrasing.record_signature(annotation):
        parts.append(escape.inline(signed))
    return " · ".join(parts)


@lru_cache(maxsize=4096)  # what somebody says again has the same
def _attribution(parts: tuple[str, ...]) -> str:
    return " · ".join(map(escape.inline, parts))


def _content(placed: Placed, account: Account) -> Iterator[str]:
    annotation = placed.annotation
    if annotation.quote:
        yield escape.block_quote(annotation.quote)
    if doubt := phrasing.anchor_doubt(placed):
        yield from _anchor_doubt(doubt, placed, account)
    if annotation.body and (body := isolate_body(annotation.body)):
        yield body


def _anchor_doubt(doubt: str, placed: Placed, account: Account) -> Iterator[str]:
    """Yield what is uncertain about a quote's place, with today's words there."""
    quote = phrasing.current_quote(account, placed)
    yield f"*{doubt}{':' if quote else '.'}*"
    if quote:
        yield escape.block_quote(quote)
