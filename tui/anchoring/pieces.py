"""Find a quote in several pieces.

The piece that is most certain is found as any quote is. The others are looked for beside it, in the order of the text.
"""

from collections.abc import Callable, Sequence

from tui.anchoring.disambiguate import ORPHAN, review_anchor
from tui.anchoring.occurrences import occurrences
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.thresholds import MAX_PIECE_GAP
from tui.model import Anchor, AnchorState, Candidate, Span, TextPiece, TextSelector

_MAX_CHAINS = 10
"""How many places of the longest piece are tried if no piece is certain."""

FindOne = Callable[[SearchedText, TextSelector], Anchor]
"""What anchors a quote in one piece."""


def anchor_pieces(searched: SearchedText, selector: TextSelector, find_one: FindOne) -> Anchor:
    """Return the anchor of a quote in several pieces.

    It is `exact` if each piece is and `adjusted` if some piece has changed. It is `review` if only some of the pieces
    are there, or if one of them can be in several places.
    """
    if _hints_hold(searched.text, selector):
        spans = tuple(Span(piece.start or 0, piece.end or 0) for piece in selector.pieces)
        return Anchor(AnchorState.EXACT, spans[0].start, spans[-1].end, 1.0, (), spans)
    anchors = [find_one(searched, piece) for piece in _single_selectors(selector)]
    order = sorted(range(len(anchors)), key=lambda position: -len(selector.pieces[position].quote))
    certain = [position for position in order if anchors[position].start is not None]
    if certain:
        return _around(searched.text, selector.pieces, anchors, certain[0])
    return _doubtful(searched.text, selector.pieces, anchors, order[0])


def _hints_hold(text: str, selector: TextSelector) -> bool:
    """Return whether each piece, and the context, is where it was marked."""
    first, last = selector.pieces[0], selector.pieces[-1]
    if first.start is None or last.end is None or not text.startswith(selector.suffix, last.end):
        return False
    at_hints = all(p.start is not None and text[p.start : p.end] == p.quote for p in selector.pieces)
    return at_hints and text[: first.start].endswith(selector.prefix)


def _single_selectors(selector: TextSelector) -> list[TextSelector]:
    """Return a selector for each piece, the outermost ones with the context."""
    last = len(selector.pieces) - 1
    return [
        TextSelector(
            piece.quote,
            selector.prefix if position == 0 else "",
            selector.suffix if position == last else "",
            piece.start,
            piece.end,
        )
        for position, piece in enumerate(selector.pieces)
    ]


def _around(text: str, pieces: Sequence[TextPiece], anchors: Sequence[Anchor], pivot: int) -> Anchor:
    """Return the anchor of all pieces, given the place of one of them."""
    found = anchors[pivot]
    spans = _chain(text, pieces, anchors, (pivot, Span(found.start or 0, found.end or 0)))
    if spans is None:
        return _doubtful(text, pieces, anchors, pivot)
    as_quoted = all(span.of(text) == piece.quote for span, piece in zip(spans, pieces, strict=True))
    state = AnchorState.EXACT if as_quoted and found.state is AnchorState.EXACT else AnchorState.ADJUSTED
    score = min(anchor.score or 1.0 for anchor in anchors)
    return Anchor(state, spans[0].start, spans[-1].end, score, (), spans)


def _chain(
    text: str, pieces: Sequence[TextPiece], anchors: Sequence[Anchor], pivot: tuple[int, Span]
) -> tuple[Span, ...] | None:
    """Return the places of all pieces around one, or None if one is unsure."""
    position, place = pivot
    shift = place.start - (pieces[position].start or 0) if pieces[position].start is not None else None
    spans: dict[int, Span] = {position: place}
    for other in (*range(position + 1, len(pieces)), *range(position - 1, -1, -1)):
        room = _room(text, spans, other, other > position)
        span = _place(text, pieces[other], anchors[other], room, shift)
        if span is None:
            return None
        spans[other] = span
    return tuple(spans[number] for number in range(len(pieces)))


def _room(text: str, spans: dict[int, Span], position: int, forward: bool) -> Span:
    """Return where a piece can be, next to a neighbour that is placed."""
    if forward:
        start = spans[position - 1].end
        return Span(start, min(len(text), start + MAX_PIECE_GAP))
    end = spans[position + 1].start
    return Span(max(0, end - MAX_PIECE_GAP), end)


def _place(text: str, piece: TextPiece, anchor: Anchor, room: Span, shift: int | None) -> Span | None:
    """Return the one place of a piece in a room, or None if it is unsure."""
    length = len(piece.quote)
    starts = [room.start + start for start in occurrences(room.of(text), piece.quote)]
    if shift is not None and piece.start is not None and piece.start + shift in starts:
        return Span(piece.start + shift, piece.start + shift + length)
    if len(starts) == 1:
        return Span(starts[0], starts[0] + length)
    if anchor.start is None or anchor.end is None:
        return None
    span = Span(anchor.start, anchor.end)
    return span if room.covers(span) else None


def _doubtful(text: str, pieces: Sequence[TextPiece], anchors: Sequence[Anchor], pivot: int) -> Anchor:
    """Return the places to choose from, by those of the longest piece."""
    anchor = anchors[pivot]
    places = anchor.candidates
    if anchor.start is not None and anchor.end is not None:
        places = (Candidate(anchor.start, anchor.end, anchor.score),)
    if not places:
        return ORPHAN
    return review_anchor([_candidate(text, pieces, anchors, (pivot, place)) for place in places[:_MAX_CHAINS]])


def _candidate(
    text: str, pieces: Sequence[TextPiece], anchors: Sequence[Anchor], pivot: tuple[int, Candidate]
) -> Candidate:
    """Return a place of all pieces, or of the one that is found."""
    position, place = pivot
    spans = _chain(text, pieces, anchors, (position, Span(place.start, place.end)))
    if spans is None:
        return place
    return Candidate(spans[0].start, spans[-1].end, place.score, spans)
