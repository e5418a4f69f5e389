"""The JSON that `check`, `compare` and `notes` print.

Keys are stable: more may be added, but none is renamed or removed. Long lists are iterators, which `json_pieces` writes
item by item.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tui.analysis.account_cell import AccountCell
from tui.analysis.comparison import Comparison, ComparisonRow
from tui.analysis.people import Person
from tui.analysis.quote_pairs import QuoteVariants
from tui.formats.phrasing import has_columns
from tui.model import Annotation, Collation, Placed, Problem, Proposition, Severity, Stance

_STANCES = tuple(map(str, Stance))


def check_shape(collation: Collation, problems: Iterable[Problem], file_name: Callable[[Path], str]) -> dict[str, Any]:
    """Return the result of a check. `file_name` names a file."""
    listed = list(problems)
    return {
        "errors": [_problem(problem, file_name) for problem in listed if problem.severity is Severity.ERROR],
        "warnings": [_problem(problem, file_name) for problem in listed if problem.severity is Severity.WARNING],
        "articles": [account.article.id for account in collation.articles_once],
        "annotations": (
            {
                "id": placed.annotation.id,
                "article": account.article.id,
                "kind": placed.annotation.kind,
                **_place(placed),
            }
            for account in collation.articles_once
            for placed in account.placed
        ),
    }


def compare_shape(comparison: Comparison, rows: Iterable[ComparisonRow]) -> dict[str, Any]:
    """Return a comparison, of which `rows` are shown."""
    ids = [account.article.id for account in comparison.accounts]
    return {
        "accounts": ids,
        "propositions": (_row(row, comparison) for row in rows),
        "totals": {str(status): number for status, number in comparison.totals.items()},
        "doubtful": dict(comparison.doubtful),
        "without_proposition": dict(zip(ids, comparison.without_proposition, strict=True)),
        "unresolved": dict(zip(ids, comparison.unresolved, strict=True)),
        "notes": dict(zip(ids, comparison.notes, strict=True)),
        "unspoken": [proposition.slug for proposition in comparison.unspoken],
    }


def people_shape(people: Iterable[Person]) -> Iterator[dict[str, Any]]:
    """Yield people with their statements in numbers, and what differs."""
    for person in people:
        yield {
            "name": person.name,
            "variants": list(person.variants),
            "articles": dict(person.by_account),
            "doubtful": len(person.doubtful),
            "kinds": {kind.name: number for kind, number in person.by_kind},
            "contradictions": [contradiction.about for contradiction in person.contradictions],
            "wordings": [_quote_variants(pair) for pair in person.quote_variants()],
        }


def exported_record(placed: Placed, article_id: str) -> dict[str, Any]:
    """Return every field of a record, and its place in code points."""
    own = _fields(placed.annotation, article_id)
    return {**dict(placed.annotation.extra), **own, **_place(placed), "spans": [list(span) for span in placed.spans]}


def record_shape(placed: Placed, article_id: str, file_name: Callable[[Path], str]) -> dict[str, Any]:
    """Return every field of a record, its file, and its place in code points."""
    annotation = placed.annotation
    return {
        **dict(annotation.extra),
        **_fields(annotation, article_id),
        "file": file_name(placed.record.file),
        "line": placed.record.line,
        **_place(placed),
        "spans": [list(span) for span in placed.spans],
    }


def _fields(annotation: Annotation, article_id: str) -> Mapping[str, Any]:
    target = annotation.target
    return {
        "id": annotation.id,
        "kind": annotation.kind,
        "article": annotation.article or article_id,
        "speaker": list(annotation.speaker),
        "as": annotation.speaker_words,
        "via": list(annotation.via),
        "about": annotation.about,
        "cue": annotation.cue,
        "hedge": annotation.hedge,
        "quote": annotation.quote,
        "pieces": [piece.quote for piece in target.pieces] if target else [],
        "prefix": target.prefix if target else "",
        "suffix": target.suffix if target else "",
        "body": annotation.body,
        "tags": list(annotation.tags),
        "on": annotation.on,
        "was": list(annotation.was),
        "annotator": annotation.annotator,
        "created": annotation.created,
        "modified": annotation.modified,
        "suggested": annotation.suggested,
        "resolves": list(annotation.resolves),
    }


def _place(placed: Placed) -> Mapping[str, Any]:
    start, end = placed.span or (None, None)
    state = str(placed.state) if placed.state else None
    return {"state": state, "start": start, "end": end}


def _problem(problem: Problem, file_name: Callable[[Path], str]) -> Mapping[str, Any]:
    name = file_name(problem.file)
    return {"file": name, "line": problem.line, "column": problem.column, "message": problem.message}


def _row(row: ComparisonRow, comparison: Comparison) -> Mapping[str, Any]:
    """Return a row, without the silent accounts if there are many accounts."""
    accounts = comparison.accounts
    cells = row.all_cells(accounts) if has_columns(len(accounts)) else row.cells
    return {
        "id": row.proposition.slug,
        "number": comparison.numbers.get(row.proposition.slug),
        "text": row.proposition.text,
        "status": str(row.status),
        "contradicts": list(comparison.codebook.contradicting(row.proposition.slug)),
        **verdict_shape(row.proposition),
        "cells": {cell.article: _cell(cell) for cell in cells},
    }


def verdict_shape(proposition: Proposition) -> Mapping[str, Any]:
    """Return what a fact checker says of a proposition."""
    return {
        "verdict": proposition.verdict,
        "because": proposition.because,
        "sources": list(proposition.sources),
        "checked": proposition.checked,
    }


def _cell(cell: AccountCell) -> Mapping[str, Any]:
    counts = dict.fromkeys(_STANCES, 0)
    names: dict[str, list[str]] = {stance: [] for stance in _STANCES}
    for statement in cell.statements:
        stance = statement.kind.stance
        counts[stance] += 1
        names[stance] += statement.speakers or ("",)
    return {
        **counts,
        "speakers": list(cell.speakers),
        "by": {stance: list(filter(None, dict.fromkeys(own))) if own else [] for stance, own in names.items()},
        "own_voice": [stance for stance, own in names.items() if "" in own],
        "adjusted": cell.adjusted,
        "doubtful": len(cell.doubtful),
        "unresolved": len(cell.unresolved),
    }


def _quote_variants(pair: QuoteVariants) -> list[Mapping[str, Any]]:
    sides = ((pair.left, pair.difference.left), (pair.right, pair.difference.right))
    return [
        {
            "article": statement.account.article.id,
            "id": statement.annotation.id,
            "quote": statement.words,
            "differs": [list(span) for span in spans],
        }
        for statement, spans in sides
    ]
