"""What the lists show of the open accounts, computed once for a collation."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.survey import Survey
from tui.model import Collation
from tui.session.record_list import RecordList, record_entries


@dataclass(frozen=True)
class Overview:
    """The survey and the records of one collation, computed when used."""

    collation: Collation

    @cached_property
    def survey(self) -> Survey:
        return Survey(self.collation)

    @cached_property
    def records(self) -> RecordList:
        return RecordList(record_entries(self.survey), self.collation.codebook)

    def prepare(self) -> Iterator[object]:
        """Compute each part and yield it.

        A thread can stop between them.
        """
        yield self.survey.comparison
        yield self.records
        yield self.survey.people
        yield self.records.texts
