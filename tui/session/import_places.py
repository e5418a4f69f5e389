"""Find where the quotes of other programs are in an article today."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tui.anchoring import anchor, anchor_all, describe_pieces
from tui.formats.counted_places import from_utf16
from tui.formats.foreign import ForeignAnnotation
from tui.model import Account, Anchor, AnchorState, Span, TextPiece, TextSelector

_STATES = tuple(AnchorState)
"""From the surest to none."""


def best_account(accounts: Sequence[Account], target: TextSelector | None) -> Account:
    """Return the account that has a quote most surely, else the first one."""
    if target is None or len(accounts) == 1:
        return accounts[0]
    return min(accounts, key=lambda account: _STATES.index(anchor(account.article.text, target).state))


def placed_targets(
    text: str, annotations: Mapping[str, ForeignAnnotation]
) -> dict[str, tuple[TextSelector | None, Anchor | None]]:
    """Return the selector and the anchor of each annotation of one article.

    The places of another program count its own text, in code points or, as browsers do, in UTF-16 code units. If none
    of them fits here, they mean nothing. A quote that is there letter for letter is described as if it had been marked
    here, and any other one keeps its words.
    """
    targets = {source: foreign.annotation.target for source, foreign in annotations.items()}
    own = {source for source in targets if annotations[source].is_own}
    targets |= _in_code_points(text, {source: each for source, each in targets.items() if each and source not in own})
    hints_fit = any(target and _hint_fits(text, target) for target in targets.values())
    wanted = {
        source: target if source in own or hints_fit else _without_hints(target)
        for source, target in targets.items()
        if target
    }
    anchors = dict(zip(wanted, anchor_all(text, wanted.values()), strict=True))
    placed: dict[str, tuple[TextSelector | None, Anchor | None]] = dict.fromkeys(targets, (None, None))
    for source, target in wanted.items():
        found = anchors[source]
        placed[source] = (target if source in own else _described(text, target, found), found)
    return placed


def _in_code_points(text: str, targets: Mapping[str, TextSelector]) -> Mapping[str, TextSelector]:
    """Return targets whose places count code points, as more of them then fit."""
    if max(text, default="") <= "\uffff":
        return targets
    converted = {source: _from_utf16(text, target) for source, target in targets.items()}
    return max(targets, converted, key=lambda each: sum(_hint_fits(text, target) for target in each.values()))


def _from_utf16(text: str, target: TextSelector) -> TextSelector:
    pieces = tuple(_piece_from_utf16(text, piece) for piece in target.pieces)
    whole = _piece_from_utf16(text, TextPiece(target.quote, target.start, target.end))
    return replace(target, start=whole.start, end=whole.end, pieces=pieces)


def _piece_from_utf16(text: str, piece: TextPiece) -> TextPiece:
    if piece.start is None or piece.end is None:
        return piece
    ((start, end),) = from_utf16([Span(piece.start, piece.end)], text)
    return piece._replace(start=start, end=end)


def _described(text: str, target: TextSelector, found: Anchor) -> TextSelector:
    if found.state is not AnchorState.EXACT or found.start is None or found.end is None:
        return _without_hints(target)
    return describe_pieces(text, found.pieces or (Span(found.start, found.end),))


def _hint_fits(text: str, target: TextSelector) -> bool:
    pieces = target.pieces or (target,)
    return all(piece.start is not None and text.startswith(piece.quote, piece.start) for piece in pieces)


def _without_hints(target: TextSelector) -> TextSelector:
    pieces = tuple(piece._replace(start=None, end=None) for piece in target.pieces)
    return replace(target, start=None, end=None, pieces=pieces)
