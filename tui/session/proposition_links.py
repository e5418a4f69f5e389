"""Find the statements of other accounts on the same proposition."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.model import NOTE, Account, Annotation, Codebook, Collation, Placed


class PropositionLinks(NamedTuple):
    """Statements with a known place, by account and proposition."""

    collation: Collation
    by_account: tuple[Mapping[str, tuple[Placed, ...]], ...]
    """For each account its statements in reading order, by slug."""

    @classmethod
    def of(cls, collation: Collation) -> "PropositionLinks":
        return cls(collation, tuple(_by_slug(account, collation.codebook) for account in collation.accounts))

    def partners(self, position: int, annotation: Annotation) -> tuple[Placed, ...]:
        """Return an account's other statements on the same proposition."""
        statements = self.by_account[position].get(annotation.about, ()) if annotation.about else ()
        return tuple(placed for placed in statements if placed.annotation != annotation)


def _by_slug(account: Account, codebook: Codebook) -> Mapping[str, tuple[Placed, ...]]:
    by_slug: dict[str, list[Placed]] = {}
    for placed in account.statements():
        annotation = placed.annotation
        slug = codebook.compared_slug(annotation.kind, annotation.about)
        if slug and annotation.kind != NOTE.name and placed.span:
            by_slug.setdefault(slug, []).append(placed)
    return {slug: tuple(statements) for slug, statements in by_slug.items()}


def next_partner(partners: Sequence[Placed], cursor: int, *, again: bool) -> int:
    """Return the index of the partner to go to, from 0.

    It is the first one, or `again` the first one after the cursor, a code point. After the last comes the first.
    """
    if not again:
        return 0
    starts = [placed.span.start for placed in partners if placed.span]
    return next((index for index, start in enumerate(starts) if start > cursor), 0)
