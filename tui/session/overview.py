"""What the lists show of the open accounts, computed once for a collation."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.analysis.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import Collation
    from tui.session.record_list import RecordList

QUICK_RECORDS = 1_000
"""Records that are compared in less time than a key may take."""


class Overview:
    """The survey and the records of one collation, computed when used."""

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self._panes: tuple[object, ...] = ()
        """What the panes show of the survey, once it is computed."""

    @cached_property
    def survey(self) -> Survey:
        return Survey(self.collation)

    @cached_property
    def is_quick(self) -> bool:
        """Whether everything can be computed while a key waits for it."""
        return sum(len(account.placed) for account in self.collation.accounts) <= QUICK_RECORDS

    def survey_in_time(self) -> Survey | None:
        """Return the survey, or None while the comparison would take too long."""
        if not self._panes and self.is_quick:
            self._compare()
        return self.survey if self._panes else None

    @cached_property
    def records(self) -> RecordList:
        """All records, as the list of records shows them."""
        from tui.session.record_list import RecordList, record_entries  # noqa: PLC0415 - not needed to open

        return RecordList(record_entries(self.survey), self.collation.codebook)

    def prepare(self) -> Iterator[object]:
        """Compute each part and yield it.

        A thread can stop between them.
        """
        yield self._compare()
        yield self.records
        yield self.survey.people
        yield self.records.texts

    def _compare(self) -> Survey:
        self._panes = self.survey.comparison.numbers, self.survey.counts
        return self.survey
