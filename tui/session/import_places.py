"""Find where the quotes of other programs are in an article today."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tui.anchoring import anchor, anchor_all, describe_pieces
from tui.formats.foreign import ForeignAnnotation
from tui.model import Account, Anchor, AnchorState, Span, TextSelector

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

    The places of another program count its own text. If none of them fits here, they mean nothing. A quote that is
    there letter for letter is described as if it had been marked here, and any other one keeps its words.
    """
    targets = {source: foreign.annotation.target for source, foreign in annotations.items()}
    hints_fit = any(target and _hint_fits(text, target) for target in targets.values())
    wanted = {
        source: target if annotations[source].is_own or hints_fit else _without_hints(target)
        for source, target in targets.items()
        if target
    }
    anchors = dict(zip(wanted, anchor_all(text, wanted.values()), strict=True))
    placed: dict[str, tuple[TextSelector | None, Anchor | None]] = dict.fromkeys(targets, (None, None))
    for source, target in wanted.items():
        found = anchors[source]
        placed[source] = (target if annotations[source].is_own else _described(text, target, found), found)
    return placed


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
