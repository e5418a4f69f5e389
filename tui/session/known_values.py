"""Values of a filter that nothing has, and the nearest that there are."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from tui.analysis.filters import Filter, is_among, share_value
from tui.analysis.folding import fold
from tui.formats.phrasing import and_list
from tui.model import Annotation, Collation

_NEAREST = 3
_LIKENESS = 0.7
"""How alike they are, from 0 to 1."""
_FEW = 8
"""So many values are all listed if none is near."""


def unknown_value(criteria: Filter, collation: Collation) -> str:
    """Return what is wrong with a speaker, tag or reporter, or "".

    A speaker of the codebook is known, whether a record names them or not.
    """
    return next(_unknown(criteria, collation), "")


def _unknown(criteria: Filter, collation: Collation) -> Iterator[str]:
    book = collation.codebook
    if criteria.speakers:
        speakers = {*book.speakers, *_names(record.speaker for record in _annotations(collation))}
        absent = (name for name in criteria.speakers if not is_among(name, speakers, book))
        yield from (f'no speaker is called "{name}"{nearest_values(name, speakers)}' for name in absent)
    if criteria.tags:
        tags = _names(record.tags for record in _annotations(collation))
        absent = (tag for tag in criteria.tags if not share_value((tag,), tags))
        yield from (f'no record has the tag "{tag}"{nearest_values(tag, tags)}' for tag in absent)
    if criteria.via:
        reporters = _names(record.via for record in _annotations(collation))
        absent = (name for name in criteria.via if not is_among(name, reporters, book))
        yield from (f'nobody called "{name}" reports a statement{nearest_values(name, reporters)}' for name in absent)


def nearest_values(typed: str, values: Iterable[str]) -> str:
    """Return a hint that names the values nearest to what was typed.

    As in `; did you mean "Ada Holm"?`. A word of a value counts as near too. If nothing is near, a few are all named.
    """
    known = sorted({value for value in values if value.strip()}, key=lambda value: (fold(value), value))
    forms: dict[str, str] = {}
    for value in known:
        for form in (fold(value), *fold(value).split()):
            forms.setdefault(form, value)
    near = dict.fromkeys(forms[form] for form in get_close_matches(fold(typed), forms, _NEAREST, _LIKENESS))
    if near:
        quoted = [f'"{value}"' for value in near]
        return f"; did you mean {' or '.join(quoted)}?"
    if len(known) > _FEW:
        return f"; there are {len(known)}, such as {and_list(known[:_NEAREST])}"
    return f"; there {'is' if len(known) == 1 else 'are'} {and_list(known) if known else 'none'}"


def _annotations(collation: Collation) -> Iterator[Annotation]:
    for account in collation.accounts:
        yield from (placed.annotation for placed in account.placed)
    yield from (note.annotation for note in collation.notes)


def _names(values: Iterable[tuple[str, ...]]) -> set[str]:
    return {name for each in values for name in each}
