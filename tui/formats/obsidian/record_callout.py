"""A record as a callout of its kind, with the notes on it."""

import re
from functools import lru_cache

from tui.analysis.survey import NumberedRecord
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.obsidian.note_body import note_body
from tui.formats.obsidian.note_places import NotePlaces
from tui.formats.obsidian.properties import tag_names
from tui.model import NOTE, OWN_VOICE, Account, Annotation, Codebook, Kind, Placed

_NOT_IN_CALLOUT = re.compile(r"[^a-z0-9]+")


def record_callout(record: NumberedRecord, codebook: Codebook, places: NotePlaces) -> str:
    """Return a record with the notes on it, and its block id."""
    own = placed_callout(record.placed, record.account, codebook, places, record.reference)
    block = places.blocks[record.account.article.id][record.placed.record.annotation.id]
    if not record.notes:
        return f"{own}\n\n^{block}"
    notes = (placed_callout(note, record.account, codebook, places) for note in record.notes)
    nested = "".join(f"\n>\n{escape.quote_block(note)}" for note in notes)
    return f"{own}{nested}\n\n^{block}"


def placed_callout(
    placed: Placed, account: Account, codebook: Codebook, places: NotePlaces, reference: str = ""
) -> str:
    """Return a record as a callout, without the notes on it."""
    return annotation_callout(placed.record.annotation, codebook, places, reference, _doubt(placed, account))


def annotation_callout(
    annotation: Annotation, codebook: Codebook, places: NotePlaces, reference: str = "", doubt: tuple[str, ...] = ()
) -> str:
    """Return a callout whose first line says who does what."""
    kind = codebook.kind(annotation.kind)
    number = f"**{reference}** " if reference else ""
    head = " · ".join((_kind_name(kind), *_parts(annotation, codebook, places)))
    blocks = [f"> [!{callout_type(kind.name)}] {number}{head}"]
    if about := annotation.about:
        blocks.append(
            f"> {phrasing.relation_label(kind)}: {places.proposition(about, codebook.proposition_text(about))}"
        )
    if quote := annotation.quote:
        blocks.append(escape.block_quote(quote, "> "))
    if others := [block for block in (*doubt, _body(annotation), _end(annotation)) if block]:
        blocks.append(escape.quote_block("\n\n".join(others)))
    return "\n>\n".join(blocks)


@lru_cache(maxsize=256)
def _kind_name(kind: Kind) -> str:
    return f"{escape.inline(kind.glyph)} {escape.inline(kind.label)}"


@lru_cache(maxsize=256)
def callout_type(kind: str) -> str:
    """Return the type of a callout: `no-comment` for the kind `no-comment`."""
    return _NOT_IN_CALLOUT.sub("-", kind.lower()).strip("-") or "quote"


def speaker_links(names: tuple[str, ...], codebook: Codebook, places: NotePlaces) -> str:
    """Return links to speakers: `[[speakers/A|A]] and [[speakers/B|B]]`."""
    links = places.speaker_links.get(names)
    if links is None:
        links = phrasing.and_list([places.speaker(codebook.canonical_name(name), name) for name in names])
        places.speaker_links[names] = links
    return links


def _parts(annotation: Annotation, codebook: Codebook, places: NotePlaces) -> list[str]:
    parts = []
    if annotation.speaker:
        parts.append(speaker_links(annotation.speaker, codebook, places))
    elif annotation.kind != NOTE.name:
        parts.append(OWN_VOICE)
    parts += [_words(text) for text in (annotation.speaker_words, annotation.cue) if text]
    if annotation.hedge or annotation.via:
        parts += [escape.inline(_one_line(text)) for text in phrasing.qualifiers(annotation)]
    return parts


@lru_cache(maxsize=4096)  # many statements are told with the same words
def _words(text: str) -> str:
    return escape.inline(phrasing.in_quotes(_one_line(text)))


def _body(annotation: Annotation) -> str:
    return note_body(annotation.body) if annotation.body else ""


def _end(annotation: Annotation) -> str:
    if not (annotation.tags or annotation.annotator or annotation.created or annotation.resolves):
        return ""
    tags = " ".join([f"#{name}" for name in tag_names(annotation.tags)]) if annotation.tags else ""
    signed = escape.inline(_one_line(phrasing.record_signature(annotation)))
    recorder = f"— {signed}" if signed and annotation.kind == NOTE.name else signed
    return " · ".join([part for part in (tags, recorder) if part])


def _doubt(placed: Placed, account: Account) -> tuple[str, ...]:
    """Return what is uncertain about a quote's place, and today's words."""
    doubt = phrasing.anchor_doubt(placed)
    if not doubt:
        return ()
    quote = phrasing.current_quote(account, placed)
    return (f"*{doubt}:*", escape.block_quote(quote)) if quote else (f"*{doubt}.*",)


def _one_line(text: str) -> str:
    return " ".join(text.split())
