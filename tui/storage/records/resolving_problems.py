"""What is wrong with records that settle disagreements about others."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

from tui.analysis.adjudication import Result, standing_results
from tui.model import Annotation, Codebook, Problem, Record, Severity
from tui.model.names import compose_name
from tui.storage.yaml.diagnostics import Diagnostics, similar_name
from tui.storage.yaml.nodes import Mapping, Scalar
from tui.storage.yaml.nodes import Sequence as ListNode

Loaded: TypeAlias = "tuple[Record, Mapping, Diagnostics]"
"""A record, and what it was read from."""


def resolving_problems(loaded: Sequence[Loaded], ids: Collection[str], codebook: Codebook) -> list[Problem]:
    """Return warnings of ids that lead nowhere, and of double settlements.

    `ids` are those of the article's records.
    """
    resolving = [one for one in loaded if one[0].annotation.resolves]
    if not resolving:
        return []
    results = standing_results(record.annotation for record, *_ in resolving)
    circle = {record.annotation.id for record, *_ in resolving} - results.keys()
    circle -= {result.id for own in results.values() for result in own}
    problems = []
    for record, mapping, diagnostics in resolving:
        places = [*_places(mapping)]
        doubts = [(offset, _doubt(record.annotation, name, ids, circle)) for name, offset in places]
        seconds = [(offset, _second(record, name, results.get(name, ()), codebook)) for name, offset in places]
        # Two people settle all records of a place, which is one thing to say.
        for offset, message in [*filter(_is_said, doubts), *[*filter(_is_said, seconds)][:1]]:
            position = diagnostics.document.line_column(offset)
            problems.append(Problem(record.file, *position, message, Severity.WARNING))
    return problems


def _is_said(warning: tuple[int, str]) -> bool:
    return bool(warning[1])


def _places(mapping: Mapping) -> Iterator[tuple[str, int]]:
    """Yield each id that a record resolves, and its offset."""
    _, node = mapping.entries["resolves"]
    for item in node.items if isinstance(node, ListNode) else [node]:
        if isinstance(item, Scalar):
            yield compose_name(item.value), item.start


def _doubt(annotation: Annotation, name: str, ids: Collection[str], circle: Collection[str]) -> str:
    """Return why an id resolves nothing, or nothing."""
    if name == annotation.id:
        return "a record cannot resolve itself; write the ids of the records that it settles"
    if name not in ids:
        similar = similar_name(name, tuple(ids))
        hint = f'did you mean "{similar}"?' if similar else "write the id of a record of this article, or remove it"
        return f'resolves names no record here: "{name[:80]}"; {hint}'
    if annotation.id in circle and name in circle:
        return f'"{name[:80]}" resolves this record in turn, so neither counts; remove one of the two'
    return ""


def _second(record: Record, name: str, results: Sequence[Result], codebook: Codebook) -> str:
    """Return who settled it before somebody else did, or nothing."""
    annotation = record.annotation
    others = [one for one in results if not codebook.is_same_annotator(one.annotator, annotation.annotator)]
    if not others or annotation.id != results[-1].id:
        return ""
    by = codebook.annotator_name(others[0].annotator) or "somebody without a name"
    return f'"{name[:80]}" is settled by {by} too, in {others[0].id}; settle it anew, or delete one of the two'
