"""Find the statements of other accounts on the same proposition."""

from collections.abc import Sequence

from tui.analysis.statements import Statement, statements_about
from tui.model import Annotation, Collation


class PropositionLinks:
    """The statements on each proposition, found when they are first asked for."""

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self._statements: dict[str, tuple[tuple[Statement, ...], ...]] = {}
        """Those of each account, by slug."""

    def partners(self, position: int, annotation: Annotation) -> tuple[Statement, ...]:
        """Return an account's other statements on the same proposition.

        They have a place in the text; doubtful ones have none.
        """
        return tuple(
            statement
            for statement in self._about(annotation.about)[position]
            if statement.placed.span and all(record.annotation != annotation for record in statement.records)
        )

    def has_only_doubtful(self, position: int, annotation: Annotation) -> bool:
        """Return whether all that an account says of the proposition is doubtful."""
        statements = self._about(annotation.about)[position]
        return bool(statements) and all(statement.is_doubtful for statement in statements)

    def _about(self, slug: str) -> tuple[tuple[Statement, ...], ...]:
        if slug not in self._statements:
            accounts, codebook = self.collation.accounts, self.collation.codebook
            self._statements[slug] = tuple(statements_about(account, slug, codebook) for account in accounts)
        return self._statements[slug]


def next_partner(partners: Sequence[Statement], cursor: int, *, again: bool) -> int:
    """Return the index of the partner to go to, from 0.

    It is the first one, or `again` the first one after the cursor, a code point. After the last comes the first.
    """
    if not again:
        return 0
    spans = (statement.placed.span for statement in partners)
    return next((index for index, span in enumerate(spans) if span and span.start > cursor), 0)
