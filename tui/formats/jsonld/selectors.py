"""Read quotes and places out of the selectors of targets."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui.formats.json_values import items_in, mappings_in, offset_in, text_in
from tui.formats.jsonld.vocabulary import HINTS
from tui.model import TextPiece, TextSelector

Shape = Mapping[str, Any]
_HINT_LENGTH = 2


def selector_of(targets: Iterable[Shape]) -> TextSelector | None:
    """Return what several targets quote, in the order of the text, or None."""
    quoted = [(target, quote) for target in targets if (quote := _quote_selector(target))]
    quoted.sort(key=lambda pair: _place(pair[0])[0] or 0)
    if not quoted:
        return None
    pieces = tuple(TextPiece(text_in(quote, "exact"), *_hint(target)) for target, quote in quoted)
    return TextSelector.of_pieces(pieces, text_in(quoted[0][1], "prefix"), text_in(quoted[-1][1], "suffix"))


def _quote_selector(target: Shape) -> Shape | None:
    """Return a selector with words, or None."""
    quotes = (each for each in _selectors(target.get("selector")) if each.get("type") == "TextQuoteSelector")
    return next((quote for quote in quotes if text_in(quote, "exact").strip()), None)


def _hint(target: Shape) -> tuple[int | None, int | None]:
    """Return the places that a record had, or those of the selectors."""
    own = target.get(HINTS)
    if isinstance(own, list) and len(own) == _HINT_LENGTH:
        start, end = (offset_in({"offset": offset}, "offset") for offset in own)
        return start, end
    return _place(target)


def _place(target: Shape) -> tuple[int | None, int | None]:
    positions = (each for each in _selectors(target.get("selector")) if each.get("type") == "TextPositionSelector")
    position = next(positions, {})
    return offset_in(position, "start"), offset_in(position, "end")


def _selectors(value: object) -> Iterator[Shape]:
    """Yield selectors, the more precise ones first."""
    for selector in mappings_in(value):
        yield from _selectors(items_in(selector.get("refinedBy")))
        yield selector
