"""Plain English for counts, days, stances and anchor states."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from tui.analysis.comparison import Comparison
from tui.anchoring import ChangeKind, word_changes
from tui.model import NO_COMMENT, NOTE, OWN_VOICE, Account, AnchorState, Annotation, Kind, Placed, Stance

MAX_COLUMNS = 12
"""With more accounts, tables count accounts instead of giving each a column."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_STANCE_VERBS: Mapping[Stance, str] = MappingProxyType(
    {Stance.ASSERTS: "Asserts", Stance.REJECTS: "Denies", Stance.SHARES: "Agrees", Stance.NEUTRAL: "On"}
)
"""What a statement does with its proposition. What a neutral one does is said by its kind's label."""

_DOUBTS = {
    AnchorState.ADJUSTED: "The quote was found changed in today's text",
    AnchorState.REVIEW: "It is not certain where the quote stands in today's text",
    AnchorState.ORPHAN: "The quote is not in today's text",
}


_SPACE = re.compile(r"\s+")
_OPENING_MARKS = frozenset('“”„‟"«»「『')
_CLOSING_MARKS = frozenset('”“"»«」』')
_ENDS = " \n\t.,;:!?…"
"""What can stand between a closing mark and the end of a quote."""


def with_article(noun: str) -> str:
    """Return a noun behind its article: `"an agreement"`."""
    return f"{'an' if noun.startswith(tuple('aeiou')) else 'a'} {noun}"


def count_noun(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, as in `1,200 statements`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def plural_label(label: str) -> str:
    """Return a kind's label in the plural: `claims`, but `no comment`."""
    return label if label.startswith("no ") or label.endswith("s") else f"{label}s"


def format_day(timestamp: str) -> str:
    """Return an RFC 3339 time as in `3 May 2026`, and other text as it is."""
    year, _, rest = timestamp.partition("T")[0].partition("-")
    month, _, day = rest.partition("-")
    if not all(part.isascii() and part.isdecimal() for part in (year, month, day)):
        return timestamp
    try:
        moment = date(int(year), int(month), int(day))
    except ValueError:
        return timestamp
    return f"{moment.day} {_MONTHS[moment.month - 1]} {year}"


def relation_label(kind: Kind) -> str:
    """Return how a record relates to its proposition: `Denies`, `On`."""
    return "Leaves open" if kind.name == NO_COMMENT.name else _STANCE_VERBS[kind.stance]


def signature(annotation: Annotation) -> str:
    """Return who made a record and when, if known: `Ada, 3 May 2026`."""
    if not (annotation.annotator or annotation.created):
        return ""
    day = format_day(annotation.created) if annotation.created else ""
    return ", ".join([part for part in (annotation.annotator, day) if part])


def record_signature(annotation: Annotation) -> str:
    """Return how a record is signed: `Recorded by Ada, 3 May 2026`.

    A note has its annotator's own words and the name alone. What settles a disagreement says so.
    """
    signed = signature(annotation)
    if annotation.resolves:
        return f"Settled by {signed or 'somebody without a name'}"
    return f"Recorded by {signed}" if signed and annotation.kind != NOTE.name else signed


def speaker_names(annotation: Annotation) -> str:
    """Return the speakers as the article names them: `A and B`."""
    return and_list(annotation.speaker)


def speakers_or_own_voice(annotation: Annotation) -> str:
    """Return the speakers, else `own voice`, or "" for a note."""
    return speaker_names(annotation) or ("" if annotation.kind == NOTE.name else OWN_VOICE)


def attribution_parts(annotation: Annotation) -> tuple[str, ...]:
    """Return the speakers, the cue, the hedge, and who reports it.

    As in `("Ann Lee (“he”)", "“said”", "hedged by “reportedly”", "via TASS")`, without what is unknown.
    """
    nobody = "" if annotation.kind == NOTE.name else OWN_VOICE
    said = _said_by(annotation.speaker, annotation.speaker_words, annotation.cue, nobody)
    return (*said, *qualifiers(annotation)) if annotation.hedge or annotation.via else said


@lru_cache(maxsize=4096)  # what somebody says again has the same
def _said_by(speakers: tuple[str, ...], speaker_words: str, cue: str, nobody: str) -> tuple[str, ...]:
    """Return the speakers, else `nobody`, and the cue, if they are known."""
    words = f" ({in_quotes(speaker_words)})" if speaker_words else ""
    names = (and_list(speakers) or nobody) + words
    return tuple([part for part in (names.strip(), in_quotes(cue)) if part])


def qualifiers(annotation: Annotation) -> tuple[str, ...]:
    """Return what weakens a statement and who reports it, if that is known.

    As in `("hedged by “reportedly”", "via TASS")`.
    """
    if not (annotation.hedge or annotation.via):
        return ()
    hedge = f"hedged by {in_quotes(annotation.hedge)}" if annotation.hedge else ""
    via = f"via {', '.join(annotation.via)}" if annotation.via else ""
    return tuple(part for part in (hedge, via) if part)


def and_list(names: Sequence[str]) -> str:
    """Return names as in `A and B` or `A, B, C`."""
    return names[0] if len(names) == 1 else (", " if len(names) > 2 else " and ").join(names)


def anchor_doubt(placed: Placed) -> str:
    """Return what is uncertain about a record's place, or an empty string."""
    anchor = placed.anchor
    return "" if anchor is None or anchor.state is AnchorState.EXACT else _DOUBTS[anchor.state]


def current_quote(account: Account, placed: Placed) -> str:
    """Return today's words of an adjusted quote, else an empty string."""
    return placed.words_in(account.article.text) if placed.state is AnchorState.ADJUSTED else ""


def byline_parts(account: Account) -> tuple[str, ...]:
    """Return those of an article's outlet, author and date that are known."""
    byline = account.article.byline
    return tuple(part for part in (byline.outlet, byline.author, format_day(byline.date)) if part)


def in_quotes(text: str) -> str:
    """Return text in quotation marks that differ from those at its ends."""
    opening, closing = outer_marks(text)
    return f"{opening}{text}{closing}" if text else ""


def outer_marks(text: str) -> tuple[str, str]:
    """Return the quotation marks to put around text.

    Text that begins and ends with marks of one quotation has its own and gets none. Text that has them at one end, or
    of several quotations (`“a” and “b”`), gets single ones, since `““Yes,” he said”` would be hard to read. Its single
    marks do not count.
    """
    if text.isascii() and '"' not in text:
        return "“", "”"
    words = text.lstrip().rstrip(_ENDS)
    marks = (words[:1] in _OPENING_MARKS, words[-1:] in _CLOSING_MARKS)
    if not any(marks):
        return "“", "”"
    return ("", "") if all(marks) and len(words) > 1 and _count_marks(words[1:-1]) < 2 else ("‘", "’")


def _count_marks(text: str) -> int:
    return sum(character in _CLOSING_MARKS or character in _OPENING_MARKS for character in text)


def comparison_totals(comparison: Comparison) -> str:
    """Return the number of rows of each status, and what does not count."""
    parts = [f"{number} {status.words}" for status, number in comparison.totals.items() if number]
    if unplaced := sum(comparison.without_proposition):
        parts.append(f"{count_noun(unplaced, 'statement')} without a proposition")
    if unresolved := sum(comparison.unresolved):
        parts.append(f"{count_noun(unresolved, 'statement')} of an unknown kind or proposition, not counted")
    if doubtful := sum(comparison.doubtful.values()):
        parts.append(f"{count_noun(doubtful, 'statement')} with a doubtful quote")
    if comparison.unspoken:
        parts.append(f"{count_noun(len(comparison.unspoken), 'proposition')} that nobody speaks of")
    return " · ".join(parts) or "No account says anything about a proposition."


def left_out_line(scope: str, rest: str, *, is_adjudicated: bool, is_blind: bool = False) -> str:
    """Return which records a page has, or an empty string if it has all.

    `scope` describes the filter that chose them, and `rest` is said of the others.
    """
    filtered = f"Only what matches: {scope}. {rest}" if scope else ""
    settled = "What a settled disagreement has replaced is left out." if is_adjudicated else ""
    blind = "Blind mode: what other annotators marked is left out." if is_blind else ""
    return " ".join(filter(None, (filtered, settled, blind)))


def has_columns(accounts: int) -> bool:
    """Return whether tables have a column for each of so many accounts."""
    return accounts <= MAX_COLUMNS


def silent_accounts(comparison: Comparison, speaking: Iterable[str]) -> str:
    """Return which accounts say nothing: `silent: A, D–W`, or an empty string.

    `speaking` are the ids of the articles that do.
    """
    runs = [_run(first.siglum, last.siglum) for first, last in comparison.silent(speaking)]
    return f"silent: {', '.join(runs)}" if runs else ""


def shorten(text: str, limit: int = 240) -> str:
    """Return text on one line, at most `limit` code points and ` …`."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def first_words(line: str, length: int) -> str:
    """Return the first words of a line, at most `length` code points.

    `first_words("one two", 5)` is `"one"`.
    """
    if len(line) <= length:
        return line
    return line[: line.rfind(" ", 0, length + 1) + 1].rstrip() or line[:length]


def last_words(line: str, length: int) -> str:
    """Return the last words of a line, at most `length` code points.

    `last_words("one two", 5)` is `"two"`.
    """
    if len(line) <= length:
        return line
    start = line.find(" ", len(line) - length - 1)
    return line[start + 1 :] if start >= 0 and line[start + 1 :].strip() else line[len(line) - length :]


def inline_changes(old: str, new: str, around: int = 24) -> str:
    """Return two wordings on one line, as in `16 [-killed-]{+wounded+}`.

    Of words that stay, up to `around` code points beside each change are shown.
    """
    changes = word_changes(old, new)
    parts = []
    for position, change in enumerate(changes):
        if change.kind is ChangeKind.KEPT:
            parts.append(_ends(change.new, around if position else 0, around if position < len(changes) - 1 else 0))
            continue
        removed, added = (wording.replace("\n", "␊") for wording in (change.old, change.new))
        parts += [f"[-{removed}-]" * bool(removed), f"{{+{added}+}}" * bool(added)]
    return "".join(parts)


def in_context(text: str, start: int, end: int, around: int = 32) -> str:
    """Return a part of a text in «», with some words around it, on one line.

    All numbers are code points. `in_context("one two three", 4, 7)` is `"one «two» three"`.
    """
    before, after = _one_line(text[max(0, start - around - 1) : start]), _one_line(text[end : end + around + 1])
    head = f"…{last_words(before, around)}" if start > around else before
    tail = f"{first_words(after, around)}…" if end + around < len(text) else after
    return f"{head}«{_ends(text[start:end], around, around)}»{tail}"


def _run(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _ends(text: str, first: int, last: int) -> str:
    line = _one_line(text)
    return line if len(line) <= first + last + 1 else f"{first_words(line, first)}…{last_words(line, last)}"


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text)
