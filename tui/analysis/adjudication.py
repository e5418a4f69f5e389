"""Settled disagreements: which records a result takes the place of.

A result is a record that resolves others of its article. What it resolves stays in the files.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from tui.model import Account, Annotation, Collation


class Result(NamedTuple):
    """A record that settles a disagreement, and who made it."""

    id: str
    annotator: str


def is_result(annotation: Annotation) -> bool:
    """Return whether an annotation settles a disagreement."""
    return bool(annotation.resolves)


def find_results(account: Account) -> Mapping[str, tuple[Result, ...]]:
    """Return the results that take the place of an account's records."""
    return standing_results([placed.annotation for placed in account.placed if is_result(placed.annotation)])


def standing_results(annotations: Iterable[Annotation]) -> Mapping[str, tuple[Result, ...]]:
    """Return the results that take the place of records, by the id of each.

    Only a result that no other one resolves stands. What it resolves is replaced, and so is what that resolved. Of
    results that resolve each other in a circle none stands, so none of them hides a record.
    """
    results = {annotation.id: annotation for annotation in annotations if is_result(annotation)}
    resolved = {name for own, result in results.items() for name in result.resolves if name != own}
    replaced: dict[str, tuple[Result, ...]] = {}
    for own, result in results.items():
        if own not in resolved:
            for name in _reached(own, results):
                replaced[name] = (*replaced.get(name, ()), Result(own, result.annotator))
    return replaced


def _reached(start: str, results: Mapping[str, Annotation]) -> Collection[str]:
    """Return the ids that a result resolves, and those that these resolved."""
    reached = {start: None}
    pending = [start]
    while pending:
        result = results.get(pending.pop())
        new = [name for name in result.resolves if name not in reached] if result else []
        reached |= dict.fromkeys(new)
        pending += new
    del reached[start]
    return reached


def adjudicated(collation: Collation) -> Collation:
    """Return a collation with what is replaced left out, and the notes on it.

    What nobody resolved stays: what people agree on, and disagreements that are not settled.
    """
    accounts = tuple(map(_adjudicated_account, collation.accounts))
    is_same = all(new is old for new, old in zip(accounts, collation.accounts, strict=True))
    return collation if is_same else replace(collation, accounts=accounts)


def _adjudicated_account(account: Account) -> Account:
    results = find_results(account)
    if not results:
        return account
    gone = _with_notes(account, results)
    return replace(account, placed=tuple([placed for placed in account.placed if placed.annotation.id not in gone]))


def _with_notes(account: Account, ids: Collection[str]) -> Collection[str]:
    """Return the ids of records, of the notes on them, and of notes on these."""
    gone, pending = set(ids), [*ids]
    while pending:
        notes = [note.annotation.id for note in account.notes_on(pending.pop())]
        new = [name for name in notes if name not in gone]
        gone.update(new)
        pending += new
    return gone
