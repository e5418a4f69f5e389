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
from tui.model import Account, Annotation, Codebook, Kind, Placed

BULLET = "-   "


def record_item(record: NumberedRecord, codebook: Codebook) -> str:
    """Return a record as a list item, with the notes on it."""
    annotation, reference = record.placed.record.annotation, record.reference
    item = f"{BULLET}{link_target(reference)}{_heading(annotation, codebook, reference)}"
    if quote := annotation.quote:
        item += f"\n\n{escape.block_quote(quote, escape.INDENT)}"
    blocks = _after_quote(record.placed, record.account)
    for note in record.notes:
        blocks += note_blocks(note, record.account, codebook)
    return _with_blocks(item, blocks)


def repeated_item(record: NumberedRecord) -> str:
    """Return a list item that leads to a record under another heading."""
    return f"{BULLET}{record_link(record.reference, linked=True)}"


def list_item(blocks: Iterable[str]) -> str:
    """Return blocks as one list item."""
    first, *others = blocks
    return _with_blocks(f"{BULLET}{first}", others)


def _with_blocks(item: str, blocks: list[str]) -> str:
    """Return an item with more blocks at its end."""
    if not blocks:
        return item
    rest = "\n\n".join(blocks)
    return f"{item}\n\n{escape.indent_block(rest)}"


def note_blocks(note: Placed, account: Account, codebook: Codebook) -> Iterator[str]:
    """Yield the blocks of a note on another record, to put under it."""
    yield _heading(note.annotation, codebook)
    if quote := note.annotation.quote:
        yield escape.block_quote(quote)
    yield from _after_quote(note, account)


def proposition_note(annotation: Annotation, codebook: Codebook) -> str:
    """Return a note on a proposition as a list item."""
    blocks = (_heading(annotation, codebook, names_proposition=False), isolate_body(annotation.body))
    return list_item(block for block in blocks if block)


def _heading(annotation: Annotation, codebook: Codebook, reference: str = "", *, names_proposition: bool = True) -> str:
    kind = codebook.kind(annotation.kind)
    heading = f"**{reference} {_kind_name(kind)}**" if reference else f"**{_kind_name(kind)}**"
    heading += _attribution(phrasing.attribution_parts(annotation))
    if annotation.about and names_proposition:
        heading += _relation(kind, codebook.proposition_text(annotation.about))
    if annotation.tags:
        heading += f" · Tags: {', '.join(map(escape.inline, annotation.tags))}"
    if annotation.annotator or annotation.created or annotation.resolves:
        heading += _remark(phrasing.record_signature(annotation))
    return heading


@lru_cache(maxsize=256)
def _kind_name(kind: Kind) -> str:
    return " ".join([part for part in (escape.inline(kind.glyph), escape.inline(kind.label)) if part])


@lru_cache(maxsize=4096)  # many records are about one proposition
def _relation(kind: Kind, sentence: str) -> str:
    return f" · {phrasing.relation_label(kind)}: *{escape.inline(sentence)}*"


@lru_cache(maxsize=4096)  # what somebody says again has the same
def _attribution(parts: tuple[str, ...]) -> str:
    return "".join(map(_remark, parts))


def _remark(text: str) -> str:
    return f" · {escape.inline(text)}" if text else ""


def _after_quote(placed: Placed, account: Account) -> list[str]:
    annotation = placed.record.annotation
    blocks: list[str] = []
    if not placed.is_certain:
        blocks += _anchor_doubt(placed, account)
    if annotation.body and (body := isolate_body(annotation.body)):
        blocks.append(body)
    return blocks


def _anchor_doubt(placed: Placed, account: Account) -> Iterator[str]:
    """Yield what is uncertain about a quote's place, with today's words there."""
    doubt = phrasing.anchor_doubt(placed)
    quote = phrasing.current_quote(account, placed)
    yield f"*{doubt}{':' if quote else '.'}*"
    if quote:
        yield escape.block_quote(quote)
