"""The fields of a record as brat's notes, one line each."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import compress
from operator import attrgetter
from typing import Any

from tui.formats.json_text import json_line
from tui.formats.json_values import frozen_json
from tui.model import Annotation, TextPiece, TextSelector

BODY = "AnnotatorNotes"
"""The type of the notes that people write in brat."""
ID = "Id"
REPLY = "Reply"
"""A note on a record, for people who read in brat. It is not read back."""
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|(.))")
_NO_HINTS = "none"

_NAMES = (
    *(BODY, ID, "Kind"),
    *("Speaker", "As", "Via", "About", "Cue", "Hedge"),
    *("Quote", "Prefix", "Suffix", "Hints"),
    *("Tag", "On", "Was", "Annotator", "Created", "Modified", "Suggested", "Resolves", "Keys"),
)
"""The types of notes, in the order in which a record has them."""
_OWN_WORDS = attrgetter("body", "id")
_SAID = attrgetter("speaker", "speaker_words", "via", "about", "cue", "hedge")
_ORIGIN = attrgetter("tags", "on", "was", "annotator", "created", "modified", "suggested", "resolves")

Fields = Mapping[str, list[str]]


def escape_note(text: str) -> str:
    """Return a text on one line: a line end is a backslash and an `n`."""
    if _UNSAFE.search(text) is None:
        return text
    return _UNSAFE.sub(lambda match: _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04x}", text)


def unescape_note(text: str) -> str:
    """Return the text that `escape_note` wrote on one line."""
    letters = {"n": "\n", "r": "\r", "t": "\t"}
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else letters.get(match[2], match[2]), text)


def field_notes(annotation: Annotation, derived: TextSelector, kind: str) -> list[tuple[str, str]]:
    """Return the type and the text of each note on a record.

    `derived` and `kind` are what its text-bound line says already.
    """
    target = annotation.target or derived
    quotes, hints = _corrections(target, derived)
    own_kind = "" if annotation.kind == kind else annotation.kind
    keys = json_line(dict(annotation.extra)) if annotation.extra else ""
    own = (*_OWN_WORDS(annotation), own_kind, *_SAID(annotation))
    values = (*own, quotes, target.prefix, target.suffix, hints, *_ORIGIN(annotation), keys)
    notes: list[tuple[str, str]] = []
    for name, value in compress(zip(_NAMES, values, strict=True), values):
        if isinstance(value, str):
            notes.append((name, value))
        else:
            notes += [(name, text) for text in value if text]
    return notes


def _corrections(target: TextSelector, derived: TextSelector) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the quotes and hints of a record that differ from the derived."""
    if _hinted_quote(target) == _hinted_quote(derived):
        return (), ()
    quotes, hints = _quotes(target), _hints(target)
    return () if quotes == _quotes(derived) else quotes, () if hints == _hints(derived) else hints


def annotation_of_notes(notes: Iterable[tuple[str, str]], derived: TextSelector, kind: str) -> Annotation:
    """Return the record whose notes these are."""
    fields: defaultdict[str, list[str]] = defaultdict(list)
    for name, text in notes:
        fields[name].append(text)

    def one(name: str) -> str:
        return fields[name][0] if fields[name] else ""

    return Annotation(
        id=one(ID),
        kind=one("Kind") or kind,
        target=_target(fields, derived),
        speaker=tuple(fields["Speaker"]),
        about=one("About"),
        cue=one("Cue"),
        body="\n\n".join(fields[BODY]),
        tags=tuple(fields["Tag"]),
        on=one("On"),
        was=tuple(fields["Was"]),
        annotator=one("Annotator"),
        created=one("Created"),
        modified=one("Modified"),
        extra=_own_keys(one("Keys")),
        hedge=one("Hedge"),
        via=tuple(fields["Via"]),
        speaker_words=one("As"),
        suggested=one("Suggested"),
        resolves=tuple(fields["Resolves"]),
    )


def _target(fields: Fields, derived: TextSelector) -> TextSelector:
    quotes = fields["Quote"] or list(_quotes(derived))
    places = [_place(hint) for hint in fields["Hints"] or _hints(derived)]
    if len(places) != len(quotes):
        places = [(None, None)] * len(quotes)
    pieces = tuple(TextPiece(quote, *place) for quote, place in zip(quotes, places, strict=True))
    prefix, suffix = ("".join(fields[name][:1]) for name in ("Prefix", "Suffix"))
    return TextSelector.of_pieces(pieces, prefix, suffix)


def _pieces(target: TextSelector) -> tuple[TextPiece, ...]:
    return target.pieces or (TextPiece(target.quote, target.start, target.end),)


_hinted_quote = attrgetter("pieces", "quote", "start", "end")


def _quotes(target: TextSelector) -> tuple[str, ...]:
    return tuple(piece.quote for piece in _pieces(target))


def _hints(target: TextSelector) -> tuple[str, ...]:
    return tuple(
        " ".join(_NO_HINTS if offset is None else str(offset) for offset in (piece.start, piece.end))
        for piece in _pieces(target)
    )


def _place(hint: str) -> tuple[int | None, int | None]:
    offsets = [int(word) if word.isdecimal() else None for word in hint.split()[:2]]
    start, end = [*offsets, None, None][:2]
    return start, end


def _own_keys(text: str) -> tuple[tuple[str, object], ...]:
    try:
        value: Any = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return ()
    return tuple((name, frozen_json(item)) for name, item in value.items()) if isinstance(value, dict) else ()
