"""Values of a filter that nothing has, and the nearest that there are."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from tui.analysis.filters import Filter, is_among, share_value
from tui.analysis.folding import fold
from tui.formats.phrasing import and_list
from tui.model import Annotation, Collation

_NEAREST = 3
_LIKENESS = 0.7
"""How alike they are, from 0 to 1."""
_FEW = 8
"""If none is near, values are all named unless there are more."""


def unknown_value(criteria: Filter, collation: Collation, nothing: str = "no record") -> str:
    """Return what is wrong with a speaker, tag or reporter, or "".

    A speaker of the codebook is known, whether a record names them or not. An empty name is known too, though it
    matches no record. `nothing` is the subject of what is wrong.
    """
    found = next(_unknown(criteria, collation), None)
    if not found:
        return ""
    noun, value, values = found
    return f'{nothing} has the {noun} "{value}"{nearest_values(value, values)}'


def _unknown(criteria: Filter, collation: Collation) -> Iterator[tuple[str, str, Collection[str]]]:
    """Yield what each unknown value is called, the value, and those there are.

    They are in reading order, because the codebook keeps the first spelling of a name that it is asked about.
    """
    book = collation.codebook
    if criteria.speakers:
        speakers = [*book.speakers, *_names(record.speaker for record in _annotations(collation))]
        absent = (name for name in _named(criteria.speakers) if not is_among(name, speakers, book))
        yield from (("speaker", name, speakers) for name in absent)
    if criteria.tags:
        tags = _names(record.tags for record in _annotations(collation))
        absent = (tag for tag in _named(criteria.tags) if not share_value((tag,), tags))
        yield from (("tag", tag, tags) for tag in absent)
    if criteria.via:
        reporters = _names(record.via for record in _annotations(collation))
        absent = (name for name in _named(criteria.via) if not is_among(name, reporters, book))
        yield from (("reporter", name, reporters) for name in absent)


def _named(values: Iterable[str]) -> Iterator[str]:
    return (value for value in values if value.strip())


def nearest_values(typed: str, values: Iterable[str]) -> str:
    """Return a hint that names the values nearest to what was typed.

    As in `; did you mean "Ada Holm"?`. A word of a value counts as near too. If nothing is near, a few are all named.
    """
    known = sorted(_named(set(values)), key=lambda value: (fold(value), value))
    forms: dict[str, str] = {}
    for value in known:
        for form in (fold(value), *fold(value).split()):
            forms.setdefault(form, value)
    near = dict.fromkeys(forms[form] for form in get_close_matches(fold(typed), forms, _NEAREST, _LIKENESS))
    if near:
        return f"; did you mean {' or '.join(_quoted(near))}?"
    if not known:
        return "; there are none"
    if len(known) > _FEW:
        return f"; there are {len(known)}, such as {and_list(_quoted(known[:_NEAREST]))}"
    return f"; there {'is' if len(known) == 1 else 'are'} {and_list(_quoted(known))}"


def _quoted(values: Iterable[str]) -> list[str]:
    return [f'"{value}"' for value in values]


def _annotations(collation: Collation) -> Iterator[Annotation]:
    for account in collation.accounts:
        yield from (placed.annotation for placed in account.placed)
    yield from (note.annotation for note in collation.notes)


def _names(values: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(name for names in values for name in names))
