"""Which records of several annotators mark the same statement."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.analysis.statements import Statement
from tui.model import Codebook


class MarkedTogether(NamedTuple):
    """The records of a statement that several annotators marked."""

    annotators: tuple[str, ...]
    """By their main names, in order."""
    signed: Mapping[str, str]
    """The main name of who made each record, by its id."""

    def others(self, record_id: str) -> tuple[str, ...]:
        """Return who marked the statement besides who made one record."""
        return tuple(name for name in self.annotators if name != self.signed[record_id])

    def count_signers(self, record_ids: Iterable[str]) -> int:
        """Return how many annotators made these of its records."""
        return len({self.signed[record_id] for record_id in record_ids})


def marked_together(statements: Iterable[Statement], codebook: Codebook) -> Mapping[str, MarkedTogether]:
    """Return what several annotators marked in an account, by record id."""
    together: dict[str, MarkedTogether] = {}
    for statement in statements:
        if len(statement.annotators) > 1:
            together |= dict.fromkeys(*_of_statement(statement, codebook))
    return together


def _of_statement(statement: Statement, codebook: Codebook) -> tuple[list[str], MarkedTogether]:
    main_names = {codebook.annotator_identity(name): name for name in statement.annotators}
    annotations = [placed.annotation for placed in statement.records]
    signed = {one.id: main_names[codebook.annotator_identity(one.annotator)] for one in annotations}
    return [*signed], MarkedTogether(statement.annotators, signed)
