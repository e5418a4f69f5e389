"""Plain English for counts, days, stances and anchor states; no format's markup."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from tui.analysis.comparison import Comparison
from tui.anchoring import ChangeKind, word_changes
from tui.model import NOTE, Account, AnchorState, Annotation, Kind, Placed, Stance

_SPACE = re.compile(r"\s+")

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

STANCE_VERBS: Mapping[Stance, str] = MappingProxyType(
    {
        Stance.ASSERTS: "asserts",
        Stance.REJECTS: "denies",
        Stance.SHARES: "agrees",
        Stance.NEUTRAL: "leaves open",
    }
)
"""What a statement does with its proposition."""

_STATES = {
    AnchorState.ADJUSTED: "The quote was found changed in today's text",
    AnchorState.REVIEW: "It is not certain where the quote stands in today's text",
    AnchorState.ORPHAN: "The quote is not in today's text",
}


def count_noun(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, as in `1 statement` and `1,200 statements`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def day(when: str) -> str:
    """Return the day of an RFC 3339 time, as in `3 May 2026`; anything else comes back as it is."""
    year, _, rest = when.partition("T")[0].partition("-")
    month, _, date = rest.partition("-")
    parts = (year, month, date)
    if not all(part.isascii() and part.isdecimal() for part in parts) or not 1 <= int(month) <= len(MONTHS):
        return when
    return f"{int(date)} {MONTHS[int(month) - 1]} {year}"


def relation(kind: Kind) -> str:
    """Return how a record of this kind relates to its proposition, before a colon: `Denies`; `On` for a note."""
    return "On" if kind.name == NOTE.name else STANCE_VERBS[kind.stance].capitalize()


def signature(annotation: Annotation) -> str:
    """Return who made a record and on which day, as in `Ada, 3 May 2026`; either may be missing."""
    when = day(annotation.created) if annotation.created else ""
    return ", ".join(part for part in (annotation.annotator, when) if part)


def last_edit(annotation: Annotation, me: str = "") -> str:
    """Return who wrote a record and when it was last changed: `you, 2026-11-23 14:02`; `me` is who reads."""
    who = "you" if me and annotation.annotator == me else annotation.annotator
    when = (annotation.modified or annotation.created)[:16].replace("T", " ")
    return ", ".join(part for part in (who, when) if part)


def speaker_names(annotation: Annotation) -> str:
    """Return who speaks as the article names them: `A`, `A and B`, `A, B, C`, or an empty string."""
    return (", " if len(annotation.speaker) > 2 else " and ").join(annotation.speaker)


def anchor_doubt(placed: Placed) -> str:
    """Return what is doubtful about a record's place, or an empty string where it is exact or has no quote."""
    return _STATES.get(placed.state, "") if placed.state else ""


def current_words(account: Account, placed: Placed) -> str:
    """Return the words that stand today where an adjusted quote was found, else an empty string."""
    if placed.state is not AnchorState.ADJUSTED or placed.span is None:
        return ""
    return placed.span.of(account.article.text)


def byline_parts(account: Account) -> tuple[str, ...]:
    """Return what is known of an article beside its title: outlet, author, date."""
    known = account.article.byline
    return tuple(part for part in (known.outlet, known.author, day(known.date)) if part)


def shorten(text: str, limit: int = 240) -> str:
    """Return `text` on one line, cut at a word to at most `limit` characters and `…`."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def inline_changes(old: str, new: str, around: int = 24) -> str:
    """Return both wordings on one line: `[-what went-]`, `{+what came+}`, and some of the words that stayed."""
    changes = word_changes(old, new)
    parts = []
    for place, change in enumerate(changes):
        if change.kind is ChangeKind.KEPT:
            parts.append(_ends(change.new, around if place else 0, around if place < len(changes) - 1 else 0))
            continue
        went, came = (words.replace("\n", "␊") for words in (change.old, change.new))
        parts += [f"[-{went}-]" * bool(went), f"{{+{came}+}}" * bool(came)]
    return "".join(parts)


def in_context(text: str, start: int, end: int, around: int = 32) -> str:
    """Return the words of a place between «», with some of what stands before and after them, on one line."""
    before, after = _flat(text[max(0, start - around - 1) : start]), _flat(text[end : end + around + 1])
    head = f"…{ending(before, around)}" if start > around else before
    tail = f"{beginning(after, around)}…" if end + around < len(text) else after
    return f"{head}«{_ends(text[start:end], around, around)}»{tail}"


def beginning(line: str, length: int) -> str:
    """Return the beginning of a line, at most so many characters, without half a word at its end."""
    if len(line) <= length:
        return line
    return line[: line.rfind(" ", 0, length + 1) + 1].rstrip() or line[:length]


def ending(line: str, length: int) -> str:
    """Return the end of a line, at most so many characters, without half a word at its beginning."""
    if len(line) <= length:
        return line
    start = line.find(" ", len(line) - length - 1)
    return line[start + 1 :] if start >= 0 and line[start + 1 :].strip() else line[len(line) - length :]


def _ends(words: str, first: int, last: int) -> str:
    line = _flat(words)
    return line if len(line) <= first + last + 1 else f"{beginning(line, first)}…{ending(line, last)}"


def _flat(words: str) -> str:
    return _SPACE.sub(" ", words)


def speakers_or_nobody(annotation: Annotation) -> str:
    """Return a statement's speakers, or `nobody named`."""
    return speaker_names(annotation) or "nobody named"


def in_quotes(text: str) -> str:
    """Return `text` in quotation marks, or an empty string where there is none."""
    return f"“{text}”" if text else ""


def comparison_totals(comparison: Comparison) -> str:
    """Return how many propositions have each status, and what stands outside the comparison."""
    parts = [f"{number} {status}" for status, number in comparison.totals.items() if number]
    loose = sum(len(cell.statements) for cell in comparison.unplaced)
    if loose:
        parts.append(f"{count_noun(loose, 'statement')} without a proposition")
    if comparison.unspoken:
        parts.append(f"{count_noun(len(comparison.unspoken), 'proposition')} that nobody speaks of")
    return " · ".join(parts) or "No account says anything about a proposition."
