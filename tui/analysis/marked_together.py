"""Which records of several annotators mark the same statement."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.analysis.adjudication import is_result
from tui.analysis.annotators import one_name_each
from tui.analysis.statements import Statement
from tui.model import Codebook


class MarkedTogether(NamedTuple):
    """The records of a statement that several annotators marked or settled."""

    annotators: tuple[str, ...]
    """Who marked it, by their main names, in order. None if all its records settle a disagreement."""
    signed: Mapping[str, str]
    """The main name of who made each record, by its id."""
    results: frozenset[str] = frozenset()
    """The ids of the records that settle a disagreement: they are nobody's marks."""
    settled_by: tuple[str, ...] = ()
    """Who made these, in order."""

    def others(self, record_id: str) -> tuple[str, ...]:
        """Return who marked the statement besides who marked it by one record."""
        if record_id in self.results:
            return self.annotators
        return tuple(name for name in self.annotators if name != self.signed[record_id])

    def count_signers(self, record_ids: Iterable[str]) -> int:
        """Return how many annotators marked it by these of its records."""
        return len({self.signed[record_id] for record_id in record_ids if record_id not in self.results})


def marked_together(statements: Iterable[Statement], codebook: Codebook) -> Mapping[str, MarkedTogether]:
    """Return what several marked or settled in an account, by record id."""
    together: dict[str, MarkedTogether] = {}
    for statement in statements:
        if len(statement.annotators) > 1 or (statement.others and _has_result(statement)):
            together |= dict.fromkeys(*_of_statement(statement, codebook))
    return together


def _has_result(statement: Statement) -> bool:
    return any(is_result(placed.annotation) for placed in statement.records)


def _of_statement(statement: Statement, codebook: Codebook) -> tuple[list[str], MarkedTogether]:
    annotations = [placed.annotation for placed in statement.records]
    results = [one for one in annotations if is_result(one)]
    settled_by = one_name_each((one.annotator for one in results), codebook)
    main_names = {codebook.annotator_identity(name): name for name in (*settled_by, *statement.annotators)}
    signed = {one.id: main_names[codebook.annotator_identity(one.annotator)] for one in annotations}
    marked_by = statement.annotators if len(results) < len(annotations) else ()
    return [*signed], MarkedTogether(marked_by, signed, frozenset(one.id for one in results), settled_by)
