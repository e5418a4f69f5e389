"""Change the items of a list in its file's text, each at its place."""

from collections.abc import Iterable, Iterator
from collections.abc import Sequence as AnySequence
from itertools import pairwise

from tui.storage.records.field_edits import TextEdit, line_end, line_start, newline_of, next_line
from tui.storage.yaml.emitter import plain_or_quoted
from tui.storage.yaml.nodes import Node, Scalar, Sequence


def item_edits(
    text: str, node: Sequence, values: AnySequence[str | None], added: AnySequence[str] = ()
) -> list[TextEdit] | None:
    """Return the edits that replace, remove and add items.

    A value of None removes its item. The comments stay, also that of an item that is removed. Return None if an item
    cannot be changed at its place, or if none is left.
    """
    items = [item for item in node.items if isinstance(item, Scalar)]
    if not len(items) == len(node.items) == len(values) or all(value is None for value in values):
        return None
    is_plain = _has_commas(text, items) if node.flow else all(_has_own_line(text, item) for item in items)
    if not is_plain:
        return None
    remove = _flow_removals if node.flow else _block_removals
    removed = [position for position, value in enumerate(values) if value is None]
    edits = [*_replacements(items, values, flow=node.flow), *remove(text, items, removed)]
    return edits + _additions(text, items[-1], added, flow=node.flow)


def _replacements(items: list[Scalar], values: AnySequence[str | None], *, flow: bool) -> Iterator[TextEdit]:
    for item, value in zip(items, values, strict=True):
        if value is not None and value != item.value:
            yield item.start, item.end, plain_or_quoted(value, flow=flow)


def _has_own_line(text: str, item: Node) -> bool:
    return text[line_start(text, item.start) : item.start].strip() == "-"


def _has_commas(text: str, items: list[Scalar]) -> bool:
    """Return whether each item but the last is followed by its comma."""
    return all(text[item.end : next_item.start].lstrip().startswith(",") for item, next_item in pairwise(items))


def _block_removals(text: str, items: list[Scalar], removed: Iterable[int]) -> Iterator[TextEdit]:
    for position in removed:
        item = items[position]
        end = line_end(text, item.end)
        comment = text[item.end : end].lstrip()
        if comment:
            dash = text.index("-", line_start(text, item.start))
            yield dash, end, comment
        else:
            yield line_start(text, item.start), next_line(text, item.end), ""


def _flow_removals(text: str, items: list[Scalar], removed: AnySequence[int]) -> Iterator[TextEdit]:
    """Yield the edits that remove items, each with the comma after or before."""
    last = max(position for position in range(len(items)) if position not in removed)
    for position in removed:
        item = items[position]
        if position < last:
            comma = text.index(",", item.end)
            spaces = len(text[comma + 1 :]) - len(text[comma + 1 :].lstrip(" "))
            yield item.start, comma + 1 + spaces, ""
            continue
        comma = text.index(",", items[position - 1].end)
        if text[comma + 1 : item.start].strip(" "):  # a line break, perhaps with a comment
            yield comma, comma + 1, ""
            yield item.start, item.end, ""
        else:
            yield comma, item.end, ""


def _additions(text: str, last: Scalar, added: AnySequence[str], *, flow: bool) -> list[TextEdit]:
    if not added:
        return []
    written = [plain_or_quoted(value, flow=flow) for value in added]
    if flow:
        return [(last.end, last.end, "".join(f", {value}" for value in written))]
    end, lead = line_end(text, last.end), newline_of(text) + text[line_start(text, last.start) : last.start]
    return [(end, end, "".join(lead + value for value in written))]
