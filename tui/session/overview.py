"""What the lists show of the open accounts, computed once for a collation."""

from __future__ import annotations

from enum import Enum, auto
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from tui.analysis.account_cell import AccountCell
from tui.analysis.comparison import Comparison
from tui.analysis.survey import Survey
from tui.model.columns import without_collecting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.people import Person
    from tui.model import Collation
    from tui.session.record_list import RecordList

QUICK_RECORDS = 1_000
"""Records that are compared in less time than a key may take."""


class Part(Enum):
    """What is computed in one go, each after those before it."""

    COMPARISON = auto()
    RECORDS = auto()
    PEOPLE = auto()
    TEXTS = auto()
    """What the filter of the records searches."""


class Overview:
    """The survey and the records of one collation, computed when used."""

    def __init__(self, collation: Collation, *, is_adjudicated: bool = False) -> None:
        self.collation = collation
        self.is_adjudicated = is_adjudicated
        """Whether the collation lacks what was settled."""
        self._ready: set[Part] = set()
        self._locks = {part: Lock() for part in Part}
        """Two threads may need the same part."""

    @cached_property
    def survey(self) -> Survey:
        return Survey(self.collation)

    @cached_property
    def number_of_records(self) -> int:
        """How many records the open accounts have."""
        return sum(len(account.placed) for account in self.collation.accounts)

    @property
    def is_quick(self) -> bool:
        """Whether everything can be computed while a key waits for it."""
        return self.number_of_records <= QUICK_RECORDS

    def has(self, part: Part) -> bool:
        """Return whether a part is computed, or will be while a key waits."""
        return part in self._ready or self.is_quick

    def survey_in_time(self) -> Survey | None:
        """Return the survey, or None while the comparison would take too long."""
        return self.survey if self.has(Part.COMPARISON) else None

    def comparison_in_time(self) -> Comparison:
        """Return the comparison, or one without rows while it is computed."""
        survey = self.survey_in_time()
        return survey.comparison if survey else _without_rows(self.collation)

    def people_in_time(self) -> tuple[Person, ...]:
        """Return the people, or none while they are computed."""
        return self.survey.people if self.has(Part.PEOPLE) else ()

    def records_in_time(self) -> RecordList:
        """Return all records, or none while their list is computed."""
        if self.has(Part.RECORDS):
            return self.records
        from tui.session.record_list import RecordList  # noqa: PLC0415 - not needed to open

        return RecordList((), self.collation.codebook)

    @cached_property
    def records(self) -> RecordList:
        """All records, as the list of records shows them."""
        from tui.session.record_list import RecordList, record_entries  # noqa: PLC0415 - not needed to open

        return RecordList(record_entries(self.survey), self.collation.codebook)

    def prepare(self, *parts: Part) -> Iterator[Part]:
        """Compute parts, or all, and yield each when it is ready.

        A thread can stop between them.
        """
        for part in parts or Part:
            with self._locks[part]:
                if part not in self._ready:
                    with without_collecting():
                        self._compute(part)
                    self._ready.add(part)
            yield part

    def _compute(self, part: Part) -> object:
        if part is Part.COMPARISON:
            return self.survey.comparison.numbers, self.survey.counts
        if part is Part.PEOPLE:
            return self.survey.people
        records = self.records
        return records.texts if part is Part.TEXTS else (records.kind_counts, records.has_annotators)


def _without_rows(collation: Collation) -> Comparison:
    accounts = collation.articles_once
    unplaced = tuple(AccountCell(account.article.id) for account in accounts)
    return Comparison(accounts, collation.codebook, (), (), unplaced, (0,) * len(accounts))
