"""The JSON that `check`, `compare` and `notes` print: stable keys, to which more may be added."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from tui.analysis.comparison import AccountCell, Comparison, ComparisonRow
from tui.analysis.people import Person, TwoWordings
from tui.layout.visible import make_visible
from tui.model import Annotation, Codebook, Collation, Placed, Problem, Severity, Stance

_NOT_ASCII = re.compile(r"[^\n\x20-\x7e]")


def json_text(shape: object, *, ascii_only: bool = False) -> str:
    """Return `shape` as JSON that is safe to show: what is invisible or commands a terminal is escaped."""
    return _NOT_ASCII.sub(_shown, json.dumps(shape, ensure_ascii=ascii_only, indent=2)) + "\n"


def check_shape(collation: Collation, problems: Iterable[Problem], name: Callable[[Path], str]) -> dict[str, Any]:
    """Return the findings of a check; `name` says how a file is called."""
    found = list(problems)
    return {
        "errors": [_problem(p, name) for p in found if p.severity is Severity.ERROR],
        "warnings": [_problem(p, name) for p in found if p.severity is Severity.WARNING],
        "articles": [account.article.id for account in collation.articles_once],
        "annotations": [
            {
                "id": placed.annotation.id,
                "article": account.article.id,
                "kind": placed.annotation.kind,
                **_place(placed),
            }
            for account in collation.articles_once
            for placed in account.placed
        ],
    }


def compare_shape(comparison: Comparison, rows: Iterable[ComparisonRow]) -> dict[str, Any]:
    """Return a comparison, with the rows given."""
    ids = [account.article.id for account in comparison.accounts]
    return {
        "accounts": ids,
        "propositions": [_row(row, comparison.codebook) for row in rows],
        "totals": {str(status): number for status, number in comparison.totals.items()},
        "without_proposition": {cell.article: len(cell.statements) for cell in comparison.unplaced},
        "notes": dict(zip(ids, comparison.notes, strict=True)),
        "unspoken": [proposition.slug for proposition in comparison.unspoken],
    }


def people_shape(everybody: Iterable[Person]) -> list[dict[str, Any]]:
    """Return the people with their statements by article and kind, contradictions and two wordings."""
    return [
        {
            "name": person.name,
            "variants": list(person.variants),
            "articles": dict(person.by_account),
            "kinds": {kind.name: number for kind, number in person.by_kind},
            "contradictions": [found.about for found in person.contradictions],
            "wordings": [_wordings(pair) for pair in person.wordings()],
        }
        for person in everybody
    ]


def record_shape(placed: Placed, article_id: str, name: Callable[[Path], str]) -> dict[str, Any]:
    """Return every field of a record, its file, and its place in today's text."""
    annotation = placed.annotation
    return {
        **dict(annotation.extra),
        **_fields(annotation, article_id),
        "file": name(placed.record.file),
        "line": placed.record.line,
        **_place(placed),
    }


def _fields(annotation: Annotation, article_id: str) -> Mapping[str, Any]:
    target = annotation.target
    return {
        "id": annotation.id,
        "kind": annotation.kind,
        "article": annotation.article or article_id,
        "speaker": list(annotation.speaker),
        "about": annotation.about,
        "cue": annotation.cue,
        "quote": annotation.quote,
        "prefix": target.prefix if target else "",
        "suffix": target.suffix if target else "",
        "body": annotation.body,
        "tags": list(annotation.tags),
        "on": annotation.on,
        "was": list(annotation.was),
        "annotator": annotation.annotator,
        "created": annotation.created,
        "modified": annotation.modified,
    }


def _place(placed: Placed) -> Mapping[str, Any]:
    start, end = placed.span or (None, None)
    return {"state": str(placed.state) if placed.state else None, "start": start, "end": end}


def _problem(problem: Problem, name: Callable[[Path], str]) -> Mapping[str, Any]:
    return {
        "file": name(problem.file),
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
    }


def _row(row: ComparisonRow, codebook: Codebook) -> Mapping[str, Any]:
    return {
        "id": row.proposition.slug,
        "text": row.proposition.text,
        "status": str(row.status),
        "cells": {cell.article: _cell(cell, codebook) for cell in row.cells},
    }


def _wordings(pair: TwoWordings) -> list[Mapping[str, Any]]:
    sides = ((pair.left, pair.difference.left), (pair.right, pair.difference.right))
    return [
        {
            "article": said.account.article.id,
            "id": said.annotation.id,
            "quote": said.annotation.quote,
            "differs": [list(span) for span in spans],
        }
        for said, spans in sides
    ]


def _cell(cell: AccountCell, codebook: Codebook) -> Mapping[str, Any]:
    counts = {str(stance): cell.count(stance) for stance in Stance}
    return {**counts, "speakers": list(cell.speakers(codebook))}


def _shown(found: re.Match[str]) -> str:
    return _escaped(found[0])


@lru_cache(maxsize=4096)
def _escaped(character: str) -> str:
    if make_visible(character) == character:
        return character
    return json.dumps(character)[1:-1]
