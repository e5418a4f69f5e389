"""Decide which annotations of an account stand out, and their numbers."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from tui.model import NOTE, Account, Codebook, Placed, Stance


class View(StrEnum):
    """Which highlights stand out."""

    CONTRAST = "contrast"
    """What several accounts speak of, denials, what is open, and what the reader marked."""
    ALL = "all"
    MINE = "mine"
    """What the reader marked, without the marks of others."""
    NONE = "none"

    @property
    def following(self) -> "View":
        """The view after this one, and after the last one the first."""
        views = tuple(View)
        return views[(views.index(self) + 1) % len(views)]


class AccountView(NamedTuple):
    """What a view makes of annotations: those not named are highlighted."""

    numbers: Mapping[str, int] = MappingProxyType({})
    """The number of its proposition, by the id of each annotation that has one."""
    glyph_only: frozenset[str] = frozenset()
    """Ids of annotations with a dim glyph in the gutter and no highlight."""
    hidden: frozenset[str] = frozenset()
    """Ids of annotations without glyph and highlight."""

    @property
    def with_all(self) -> "AccountView":
        """The same numbers, with every annotation highlighted."""
        return AccountView(self.numbers) if self.glyph_only or self.hidden else self


def view_account(
    account: Account, codebook: Codebook, view: View, numbers: Mapping[str, int], annotator: str
) -> AccountView:
    """Return what a view makes of an account for one annotator.

    `numbers` are those of the shared propositions by slug. If nothing is shared, the contrast view shows all.
    """
    numbered = _numbered(account, codebook, numbers)
    if view is View.ALL or (view is View.CONTRAST and not numbers):
        return AccountView(numbered)
    anchored = account.anchored
    if view is View.NONE:
        return AccountView(numbered, hidden=frozenset(anchored))
    others = (
        key for key, placed in anchored.items() if not annotator or placed.record.annotation.annotator != annotator
    )
    if view is View.MINE:
        return AccountView(numbered, hidden=frozenset(others))
    return AccountView(
        numbered,
        frozenset(key for key in others if key not in numbered and not _stands_out(anchored[key], codebook)),
    )


def _numbered(account: Account, codebook: Codebook, numbers: Mapping[str, int]) -> Mapping[str, int]:
    """Return the number of each annotation whose proposition has one."""
    numbered: dict[str, int] = {}
    for key, placed in account.anchored.items() if numbers else ():
        annotation = placed.record.annotation
        number = numbers.get(annotation.about)
        if number and annotation.kind != NOTE.name and codebook.compared_slug(annotation.kind, annotation.about):
            numbered[key] = number
    return MappingProxyType(numbered)


def _is_by(annotator: str, placed: Placed) -> bool:
    return bool(annotator) and placed.record.annotation.annotator == annotator


def _stands_out(placed: Placed, codebook: Codebook) -> bool:
    """Return whether an annotation is highlighted whoever made it."""
    kind = codebook.kind(placed.record.annotation.kind)
    return kind.stance is Stance.REJECTS or (kind.stance is Stance.NEUTRAL and kind.name != NOTE.name)
