"""Which annotators there are, and names that nobody has."""

from collections.abc import Iterable

from tui.analysis.annotators import annotators_of
from tui.formats.phrasing import and_list
from tui.model import Codebook, Collation


def known_annotators(collation: Collation) -> tuple[str, ...]:
    """Return who made records, then who is only in the codebook."""
    return tuple(dict.fromkeys((*annotators_of(collation), *collation.codebook.annotators)))


def unknown_among(names: Iterable[str], known: Iterable[str], codebook: Codebook) -> list[str]:
    """Return the names that are those of nobody known."""
    identities = {codebook.annotator_identity(name) for name in known}
    return [name for name in names if codebook.annotator_identity(name) not in identities]


def unknown_annotator(name: str, known: Iterable[str], what: str = "anything") -> str:
    """Return what is wrong with a name, and the names that there are."""
    people = [each or 'records without a name ("")' for each in known]
    there = f"there are {and_list(people)}" if people else "there are no records yet"
    return f'nobody called "{name}" marked {what}; {there}'
