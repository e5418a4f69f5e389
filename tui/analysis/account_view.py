"""Decide which annotations of an account stand out, and their numbers."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from tui.analysis.marked_together import MarkedTogether
from tui.model import NOTE, Account, Codebook, Stance


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
    together: Mapping[str, MarkedTogether] = MappingProxyType({})
    """What several annotators marked, by the id of each record."""

    @property
    def with_all(self) -> "AccountView":
        """The same numbers, with every annotation highlighted."""
        return self._replace(glyph_only=frozenset(), hidden=frozenset()) if self.glyph_only or self.hidden else self


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
    own = own_names(map(_annotator, anchored.values()), annotator, codebook)
    others = [key for key, placed in anchored.items() if _annotator(placed) not in own] if own else [*anchored]
    if view is View.MINE:
        return AccountView(numbered, hidden=frozenset(others))
    quiet = {kind for kind in account.kind_counts if not _stands_out(kind, codebook)}
    left = (key for key in others if key not in numbered)
    return AccountView(numbered, frozenset(key for key in left if anchored[key].record.annotation.kind in quiet))


def own_names(names: Iterable[str], annotator: str, codebook: Codebook) -> frozenset[str]:
    """Return those of the names that an annotator signs with."""
    identity = codebook.annotator_identity(annotator)
    if not identity:
        return frozenset()
    return frozenset(name for name in set(names) if codebook.annotator_identity(name) == identity)


_annotator = attrgetter("record.annotation.annotator")
_said = attrgetter("record.annotation.kind", "record.annotation.about")


def _numbered(account: Account, codebook: Codebook, numbers: Mapping[str, int]) -> Mapping[str, int]:
    """Return the number of each annotation whose proposition has one.

    Each pair of kind and proposition is looked up once.
    """
    if not numbers:
        return MappingProxyType({})
    said = [*map(_said, account.anchored.values())]
    number_of = {pair: _number(*pair, codebook, numbers) for pair in set(said)}
    return MappingProxyType(
        {key: number_of[pair] for key, pair in zip(account.anchored, said, strict=True) if number_of[pair]}
    )


def _number(kind: str, about: str, codebook: Codebook, numbers: Mapping[str, int]) -> int:
    is_counted = kind != NOTE.name and codebook.compared_slug(kind, about)
    return numbers.get(about, 0) if is_counted else 0


def _stands_out(name: str, codebook: Codebook) -> bool:
    """Return whether annotations of a kind are highlighted whoever made them."""
    kind = codebook.kind(name)
    return kind.stance is Stance.REJECTS or (kind.stance is Stance.NEUTRAL and kind.name != NOTE.name)
