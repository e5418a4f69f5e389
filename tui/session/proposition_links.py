"""Find the statements of other accounts on the same proposition."""

from collections.abc import Mapping, Sequence

from tui.analysis.account_cell import CARRYING_STANCES
from tui.analysis.statements import Statement, statements_about
from tui.model import Collation, Record


class PropositionLinks:
    """The statements on each proposition, found when they are first asked for."""

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self._statements: dict[str, tuple[tuple[Statement, ...], ...]] = {}
        """Those of each account, by slug."""

    def partners(self, position: int, record: Record) -> tuple[Statement, ...]:
        """Return an account's other statements on a record's proposition.

        They have a place in the text; doubtful ones have none.
        """
        statements = self._about(record.annotation.about)[position]
        return tuple(
            statement for statement in statements if statement.placed.span and not statement.is_marked_by(record)
        )

    def placed(self, position: int, slug: str) -> tuple[Statement, ...]:
        """Return an account's statements on a proposition that have a place."""
        return tuple(statement for statement in self._about(slug)[position] if statement.placed.span)

    def by_article(self, slug: str) -> Mapping[str, tuple[Statement, ...]]:
        """Return the statements on a proposition, by article id."""
        pairs = zip(self.collation.accounts, self._about(slug), strict=True)
        # An article that is open twice has the same statements in both panes.
        return {account.article.id: statements for account, statements in pairs}

    def contrary(self, slug: str) -> Mapping[str, tuple[Statement, ...]]:
        """Return the statements that carry what contradicts one, by article id."""
        by_article: dict[str, tuple[Statement, ...]] = {}
        for other in self.collation.codebook.contradicting(slug):
            for article, statements in self.by_article(other).items():
                carrying = tuple(one for one in statements if one.stance in CARRYING_STANCES and not one.is_doubtful)
                by_article[article] = (*by_article.get(article, ()), *carrying)
        return {article: statements for article, statements in by_article.items() if statements}

    def has_only_doubtful(self, position: int, slug: str) -> bool:
        """Return whether all that an account says of a proposition is doubtful."""
        statements = self._about(slug)[position]
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
