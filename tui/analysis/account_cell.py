"""What one account says about one proposition."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from tui.analysis.statements import Statement
from tui.model import Codebook, Kind, Stance

CARRYING_STANCES = (Stance.ASSERTS, Stance.SHARES)
"""An account that makes a statement of one of these stances carries the proposition."""
REJECTING_STANCE = Stance.REJECTS
"""An account that makes a statement of this stance rejects the proposition."""


class CellLine(NamedTuple):
    """The statements of one kind in a cell, with those who make them."""

    kind: Kind
    statements: tuple[Statement, ...]

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who makes them, with an empty name for the account's own voice."""
        return speakers_of(self.statements)

    @property
    def adjusted(self) -> bool:
        """Whether the text has changed since one of them was marked."""
        return any(statement.is_adjusted for statement in self.statements)


class AccountCell(NamedTuple):
    """What one account says about one proposition."""

    article: str
    """The account's article id."""
    statements: tuple[Statement, ...] = ()
    """Those that count, in reading order."""
    doubtful: tuple[Statement, ...] = ()
    """Those whose quotes are not in today's text for certain. They do not count."""
    unresolved: tuple[Statement, ...] = ()
    """Those of a kind that the codebook lacks. They do not count."""

    @property
    def uncounted(self) -> tuple[Statement, ...]:
        return (*self.doubtful, *self.unresolved)

    @property
    def silent(self) -> bool:
        return not self.statements and not self.uncounted

    @property
    def carries(self) -> bool:
        return any(statement.kind.stance in CARRYING_STANCES for statement in self.statements)

    @property
    def rejects(self) -> bool:
        return any(statement.kind.stance is REJECTING_STANCE for statement in self.statements)

    @property
    def adjusted(self) -> int:
        """The number of statements whose words have changed."""
        return sum(statement.is_adjusted for statement in self.statements)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The people who speak, each once, in reading order."""
        return tuple(name for name in speakers_of(self.statements) if name)

    def count(self, stance: Stance) -> int:
        return sum([statement.kind.stance is stance for statement in self.statements])

    def lines(self, codebook: Codebook) -> tuple[CellLine, ...]:
        """Return a line for each kind, in the codebook's order, others last."""
        by_kind: dict[str, list[Statement]] = {}
        for statement in self.statements:
            by_kind.setdefault(statement.kind.name, []).append(statement)
        names = (*codebook.kinds, *by_kind) if len(by_kind) > 1 else by_kind
        lines = {name: by_kind[name] for name in names if name in by_kind}
        return tuple(CellLine(statements[0].kind, tuple(statements)) for statements in lines.values())


def make_cell(article_id: str, statements: Iterable[Statement]) -> AccountCell:
    """Return the cell of an account that makes these statements."""
    counted: list[Statement] = []
    doubtful: list[Statement] = []
    unresolved: list[Statement] = []
    for statement in statements:
        own = unresolved if not statement.kind.is_known else doubtful if statement.placed.is_doubtful else counted
        own.append(statement)
    return AccountCell(article_id, tuple(counted), tuple(doubtful), tuple(unresolved))


def speakers_of(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Return who speaks, with an empty name for the account's own voice."""
    return tuple(dict.fromkeys(chain.from_iterable([statement.speakers or ("",) for statement in statements])))
