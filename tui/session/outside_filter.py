"""Which annotations are outside a filter."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.analysis.filters import Filter
    from tui.analysis.survey import Survey
    from tui.model import Account, Annotation, Placed
    from tui.session.record_list import RecordList


@dataclass(frozen=True, slots=True)
class Outside:
    """The annotations outside a filter."""

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Their ids, by article."""
    counts: str = "…"
    """How many annotations of how many match, as in `3 of 12`."""


def outside(records: RecordList, survey: Survey, condition: Filter) -> Outside:
    """Return the annotations that `filter_collation` would leave out.

    Records that match bring the notes on them, and notes that match bring the record that they are on.
    """
    matching: defaultdict[str, list[Annotation]] = defaultdict(list)
    for entry in records.matching(condition):
        matching[entry.article].append(entry.annotation)
    for article, note in _stray_notes(survey):
        if condition.matches(note, article, survey.codebook):
            matching[article].append(note.annotation)
    ids = {account.article.id: _outside(account, matching[account.article.id]) for account in survey.accounts}
    number = sum(len(matching[account.article.id]) for account in survey.accounts)
    return Outside(ids, f"{number} of {sum(len(account.placed) for account in survey.accounts)}")


def _stray_notes(survey: Survey) -> Iterator[tuple[str, Placed]]:
    """Yield the notes on records that do not exist, with their articles.

    The list of records lacks them.
    """
    for account in survey.accounts:
        for note in survey.stray_notes(account):
            yield account.article.id, note


def _outside(account: Account, matching: Sequence[Annotation]) -> frozenset[str]:
    ids = {annotation.id for annotation in matching}
    with_subjects = ids.union(annotation.on for annotation in matching)
    annotations = (placed.record.annotation for placed in account.placed)
    return frozenset(one.id for one in annotations if one.id not in with_subjects and one.on not in ids)
