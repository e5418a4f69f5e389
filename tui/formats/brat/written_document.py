"""Write an account's records as brat's annotation file."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count

from tui.formats.brat.covered_words import derived_selector
from tui.formats.brat.field_notes import BODY, REPLY, escape_note, field_notes
from tui.formats.brat.kept_lines import current_lines, has_new_body, kept_lines
from tui.formats.brat.standoff import standoff_line, text_bound
from tui.model import Account, Annotation, Placed, Span, TextSelector

CUE, SPEAKER = "Cue", "Speaker"
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_NEAR = 300
"""How many code points around a quote its cue and its speaker are looked for."""


@lru_cache(maxsize=256)
def brat_type(kind: str) -> str:
    """Return a kind as a type that brat takes: `"x-a-b"` for `"a b"`.

    The types of cues and speakers are no kinds.
    """
    name = _UNSAFE.sub("-", kind).strip("-")
    return name if name and name == kind and name not in (CUE, SPEAKER) else f"x-{name}"


def written_document(account: Account) -> str:
    """Return the .ann file of an account's records that have a place."""
    return "\n".join([*_Writer(account).lines(), ""])


def replies(account: Account) -> Iterator[str]:
    """Yield the ids of the notes that are written as replies to a record."""
    for placed in account.placed:
        if placed.spans and not kept_lines(placed.annotation):
            yield from (reply.annotation.id for reply in _replies_to(placed.annotation, account))


def _replies_to(annotation: Annotation, account: Account) -> list[Placed]:
    return [note for note in account.notes_on(annotation.id) if not note.has_place]


class _Writer:
    """Numbers the lines of one file."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._text = account.article.text
        self._placed = [placed for placed in account.placed if placed.has_place]
        self._kept = sorted(
            line
            for placed in self._placed
            if kept_lines(placed.annotation)
            for line in current_lines(placed, self._text)
        )
        taken = {parsed.id for _, line in self._kept if (parsed := standoff_line(line))}
        self._texts, self._events, self._attributes, self._notes = (_free_numbers(letter, taken) for letter in "TEA#")

    def lines(self) -> list[str]:
        """Return the lines that came from brat as they were, then the others."""
        lines = [line for _, line in self._kept]
        for placed in self._placed:
            own = kept_lines(placed.annotation)
            if not own:
                lines += self._record(placed)
            elif has_new_body(placed.annotation) and placed.annotation.body:
                name = own[0][1].partition("\t")[0]
                lines.append(f"#{next(self._notes)}\t{BODY} {name}\t{escape_note(placed.annotation.body)}")
        return lines

    def _record(self, placed: Placed) -> list[str]:
        annotation, text, spans = placed.record.annotation, self._text, placed.spans
        kind = brat_type(annotation.kind)
        trigger, event = f"T{next(self._texts)}", f"E{next(self._events)}"
        lines = [text_bound(trigger, kind, spans, text)]
        arguments = ""
        words = annotation.speaker_words or "".join(annotation.speaker[:1])
        for role, entity, wanted in (("Source", SPEAKER, words), ("Cue", CUE, annotation.cue)):
            if span := self._near(wanted, spans):
                name = f"T{next(self._texts)}"
                lines.append(text_bound(name, entity, [span], text))
                arguments += f" {role}:{name}"
        lines.append(f"{event}\t{kind}:{trigger}{arguments}")
        if annotation.hedge:
            lines.append(f"A{next(self._attributes)}\tHedged {event}")
        if placed.is_adjusted:
            lines.append(f"A{next(self._attributes)}\tReworded {event}")
        notes = field_notes(annotation, derived_selector(spans, text) or TextSelector(""), kind)
        for reply in _replies_to(annotation, self._account):
            notes.append((REPLY, f"{reply.annotation.annotator}: {reply.annotation.body}".removeprefix(": ")))
        numbered = zip(notes, self._notes, strict=False)  # the numbers never end
        return lines + [f"#{number}\t{note} {event}\t{escape_note(value)}" for (note, value), number in numbered]

    def _near(self, words: str, spans: Sequence[Span]) -> Span | None:
        """Return the nearest place of words inside, before or behind a quote."""
        if not words.strip() or "\n" in words:
            return None
        text = self._text
        first, last = spans[0].start, spans[-1].end
        start = text.find(words, first, last)
        if start < 0:
            before, behind = text.rfind(words, max(0, first - _NEAR), first), text.find(words, last, last + _NEAR)
            is_before_nearer = before >= 0 and (behind < 0 or first - before <= behind - first)
            start = before if is_before_nearer else behind
        return Span(start, start + len(words)) if start >= 0 else None


def _free_numbers(letter: str, taken: set[str]) -> Iterator[int]:
    return (number for number in count(1) if f"{letter}{number}" not in taken) if taken else count(1)
