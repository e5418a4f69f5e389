"""Where the user is in the open articles, from one start to the next."""

from collections.abc import Mapping, Sequence

from tui.storage.workspace.reader_state import Place

WORDS = 48
"""Code points of the text at a cursor that are stored with its place."""


def place_at(text: str, cursor: int, rows_above: int) -> Place:
    """Return the place of a cursor, with the words there."""
    return Place(cursor, rows_above, text[cursor : cursor + WORDS])


def landing(place: Place, text: str) -> int:
    """Return the code point of a place in what may be another text.

    It is where the words are, nearest to where they were. `landing(Place(4, 0, "fog"), "A new fog")` is 6.
    """
    cursor = max(0, min(place.cursor, len(text)))
    if not place.words or text.startswith(place.words, cursor):
        return cursor
    after, before = text.find(place.words, cursor), text.rfind(place.words, 0, cursor + len(place.words))
    found = [offset for offset in (after, before) if offset >= 0]
    return min(found, key=lambda offset: abs(offset - cursor), default=cursor)


def with_places(
    old: Mapping[str, Sequence[Place]], panes: Sequence[tuple[str, Place]]
) -> Mapping[str, tuple[Place, ...]]:
    """Return the places with those of the open panes, by article, last."""
    places = {article: tuple(of_article) for article, of_article in old.items()}
    for article, _ in panes:
        places.pop(article, None)
    for article, place in panes:
        places[article] = (*places.get(article, ()), place)
    return places
