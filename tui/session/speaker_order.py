"""The order in which a form offers speakers: the likeliest first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.analysis.folding import fold
from tui.model.names import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.model import Account, Annotation, Codebook, Collation

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
    spoken = Counter(collation.codebook.canonical_name(name) for name in _speakers(collation.accounts))
    book = collation.codebook
    return tuple(sorted(names, key=lambda name: (near.get(name, NEAR), -spoken[book.canonical_name(name)], fold(name))))


def _speakers(accounts: Iterable[Account]) -> Iterable[str]:
    return (name for account in accounts for placed in account.placed for name in placed.annotation.speaker)


def _distances(names: Iterable[str], book: Codebook, account: Account, start: int) -> Mapping[str, int]:
    """Return how far from `start` each name is, in code points, if it is near."""
    first = max(0, start - NEAR)
    text = account.article.text[first : start + NEAR].casefold()
    spoken = {
        fold_name(book.canonical_name(name)): abs(placed.span.start - start)
        for placed in sorted(account.placed, key=lambda placed: -abs(placed.span.start - start) if placed.span else 0)
        if placed.span
        for name in placed.annotation.speaker
    }
    distances = {}
    for name in names:
        named = [abs(first + offset - start) for form in _forms(name, book) for offset in _offsets(text, form)]
        distances[name] = min([NEAR, *named, spoken.get(fold_name(book.canonical_name(name)), NEAR)])
    return distances


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
