"""A record as a callout of its kind, with the notes on it."""

import re
from functools import lru_cache
from typing import NamedTuple

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
    account, number, placed, notes = record
    own = placed_callout(placed, account, codebook, places, f"**{account.siglum}{number}** ")
    block = places.blocks[account.article.id][number - 1]
    if not notes:
        return f"{own}\n\n^{block}"
    callouts = (placed_callout(note, account, codebook, places) for note in notes)
    nested = "".join(f"\n>\n{escape.quote_block(callout)}" for callout in callouts)
    return f"{own}{nested}\n\n^{block}"


def placed_callout(placed: Placed, account: Account, codebook: Codebook, places: NotePlaces, number: str = "") -> str:
    """Return a record as a callout, without the notes on it."""
    return annotation_callout(placed.record.annotation, codebook, places, number, _doubt(placed, account))


def annotation_callout(
    annotation: Annotation, codebook: Codebook, places: NotePlaces, number: str = "", doubt: tuple[str, ...] = ()
) -> str:
    """Return a callout whose first line says who does what."""
    kind = codebook.kind(annotation.kind)
    speakers = speaker_links(annotation.speaker, codebook, places) if annotation.speaker else ""
    head = _head(kind, speakers, annotation.speaker_words, annotation.cue)
    callout = f"{head.type}{number}{head.words}"
    if annotation.hedge or annotation.via:
        callout += _qualifiers(annotation)
    if about := annotation.about:
        callout += f"\n>\n> {head.relation}: {places.proposition_links[about]}"
    if quote := annotation.quote:
        callout += f"\n>\n{escape.block_quote(quote, '> ')}"
    if others := _others(annotation, doubt):
        callout += f"\n>\n{escape.quote_block(others)}"
    return callout


def _others(annotation: Annotation, doubt: tuple[str, ...]) -> str:
    """Return the doubt, the body, and the tags with who made the record."""
    end = _end(annotation)
    if not (doubt or annotation.body):
        return end
    body = note_body(annotation.body) if annotation.body else ""
    return "\n\n".join(filter(None, (*doubt, body, end)))


class _Head(NamedTuple):
    """What begins a callout."""

    type: str
    words: str
    """The kind, the speakers and the cue, which are behind the record's number."""
    relation: str
    """How the kind relates to a proposition."""


@lru_cache(maxsize=4096)  # a speaker says many things with the same word
def _head(kind: Kind, speakers: str, speaker_words: str, cue: str) -> _Head:
    who = speakers or ("" if kind.name == NOTE.name else OWN_VOICE)
    said = [escape.inline(phrasing.in_quotes(_one_line(text))) for text in (speaker_words, cue) if text]
    name = f"{escape.inline(kind.glyph)} {escape.inline(kind.label)}"
    words = " · ".join([name, *([who] if who else []), *said])
    return _Head(f"> [!{callout_type(kind.name)}] ", words, phrasing.relation_label(kind))


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


def _qualifiers(annotation: Annotation) -> str:
    return "".join([f" · {escape.inline(_one_line(text))}" for text in phrasing.qualifiers(annotation)])


def _end(annotation: Annotation) -> str:
    if not (annotation.tags or annotation.annotator or annotation.created or annotation.resolves):
        return ""
    tags = " ".join([f"#{name}" for name in tag_names(annotation.tags)]) if annotation.tags else ""
    signed = escape.inline(_one_line(phrasing.record_signature(annotation)))
    recorder = f"— {signed}" if signed and annotation.kind == NOTE.name else signed
    return " · ".join([part for part in (tags, recorder) if part])


def _doubt(placed: Placed, account: Account) -> tuple[str, ...]:
    """Return what is uncertain about a quote's place, and today's words."""
    if placed.is_certain:
        return ()
    doubt = phrasing.anchor_doubt(placed)
    quote = phrasing.current_quote(account, placed)
    return (f"*{doubt}:*", escape.block_quote(quote)) if quote else (f"*{doubt}.*",)


def _one_line(text: str) -> str:
    return " ".join(text.split())
