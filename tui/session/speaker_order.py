"""The order in which a form offers speakers: the likeliest first."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.analysis.folding import fold
from tui.model.names import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.model import Account, Annotation, Codebook, Collation, Placed

NEAR = 1500
"""Code points before and after a statement in which a speaker may be named or may have spoken."""
SHORTEST_SURNAME = 4
"""Code points of the last word of a name, at least, for it to stand for the whole."""


def order_speakers(names: Sequence[str], collation: Collation, annotation: Annotation) -> tuple[str, ...]:
    """Return names by how near they are to an annotation's quote.

    A speaker is near who is named there or has a statement there. All others come by the number of their statements.
    """
    account = next((item for item in collation.accounts if item.article.id == annotation.article), None)
    start = annotation.target.start if annotation.target else None
    near = _distances(names, collation.codebook, account, start or 0) if account else {}
    book, spoken = collation.codebook, Counter[str]()
    for name, number in count_spellings(collation).items():
        spoken[book.canonical_name(name)] += number
    return tuple(sorted(names, key=lambda name: (near.get(name, NEAR), -spoken[book.canonical_name(name)], fold(name))))


def count_spellings(collation: Collation) -> Counter[str]:
    """Return how often each spelling of a speaker's name is written.

    They come in the order told.
    """
    speakers = attrgetter("record.annotation.speaker")  # no Python code runs for each of many records
    return Counter(chain.from_iterable(chain.from_iterable(map(speakers, one.placed) for one in collation.accounts)))


def _distances(names: Iterable[str], book: Codebook, account: Account, start: int) -> Mapping[str, int]:
    """Return how far from `start` each name is, in code points, if it is near."""
    first = max(0, start - NEAR)
    text = account.article.text[first : start + NEAR].casefold()
    spoken: dict[str, int] = {}
    for distance, placed in _placed_near(account.placed, start):
        for name in placed.annotation.speaker:
            key = fold_name(book.canonical_name(name))
            spoken[key] = min(distance, spoken.get(key, NEAR))
    distances = {}
    for name in names:
        named = [abs(first + offset - start) for form in _forms(name, book) for offset in _offsets(text, form)]
        distances[name] = min([NEAR, *named, spoken.get(fold_name(book.canonical_name(name)), NEAR)])
    return distances


def _placed_near(placed: Sequence[Placed], start: int) -> Iterable[tuple[int, Placed]]:
    """Yield the records that begin near a code point, with how far they are.

    `placed` are in reading order, those without a place last.
    """
    position = bisect_left(placed, start - NEAR, key=lambda one: one.span.start if one.span else start)
    while position < len(placed) and (span := placed[position].span) and span.start < start + NEAR:
        yield abs(span.start - start), placed[position]
        position += 1


def _forms(name: str, book: Codebook) -> set[str]:
    """Return the forms of a name that a text may use, folded.

    A last word in lower case is no surname: "meeting" of "Participants of the meeting" may be any meeting.
    """
    speaker = book.speakers.get(name)
    forms = {name, *(speaker.aliases if speaker else ())}
    last_words = {form.split()[-1] for form in forms if form.split()}
    surnames = {word for word in last_words if len(word) >= SHORTEST_SURNAME and not word[0].islower()}
    return {form.casefold() for form in forms | surnames if form}


def _offsets(text: str, form: str) -> Iterable[int]:
    offset = text.find(form)
    while offset >= 0:
        yield offset
        offset = text.find(form, offset + len(form))
