"""The keys that the footer shows: those that apply to what is in front of the user."""

from collections.abc import Mapping
from typing import NamedTuple

from tui.reader.commands import command, keys_display
from tui.reader.widgets.key_bar import Hint


class FooterContext(NamedTuple):
    """What is in front of the user."""

    accounts: int
    selecting: bool
    on_annotation: bool
    can_undo: bool
    overlapping: bool = False
    unsure: bool = False
    """Whether there are quotes whose place only the user can tell."""
    changed: bool = False
    """Whether the words under the cursor changed since they were marked."""
    partner: str = ""
    """The siglum of the other account, "all" for several others; empty if the cursor is on no proposition."""
    placing: bool = False
    """Whether an annotation waits for its new place."""
    finding: bool = False
    """Whether the line to find words is open."""


NOTHING_OPEN = ("articles", "palette", "quit", "help")
SELECTING = ("mark.claim", "mark.denial", "mark.agreement", "mark.note", "annotation.copy")
FINDING = (
    Hint("Enter", "go to the first", "app.simulate_key('enter')"),
    Hint("Ctrl+T", "whole words", "app.simulate_key('ctrl+t')"),
    Hint("Ctrl+R", "pattern", "app.simulate_key('ctrl+r')"),
    Hint("Esc", "cancel", "app.simulate_key('escape')"),
)

Labelled = tuple[str, str]
"""A command's id, and its label if it is not the one of the table."""


def footer_hints(context: FooterContext, keymap: Mapping[str, str]) -> list[Hint]:
    """Return the hints in the order of use, the help last."""
    if context.finding:
        return [*FINDING]
    return [_hint(command_id, label, keymap) for command_id, label in _chosen(context)]


def _chosen(context: FooterContext) -> list[Labelled]:
    if not context.accounts:
        return _plain(NOTHING_OPEN)
    if context.selecting:
        placing = [("review", "put it here")] if context.placing else []
        return [*placing, *_plain(SELECTING), ("select.none", "clear"), ("help", "")]
    chosen = _plain(("annotation.next", *(["review"] if context.unsure else [])))
    chosen += _on_annotation(context) if context.on_annotation else _plain(SELECTING[:4])
    if not context.on_annotation:
        chosen += [("compare.table", "")]
    chosen += _plain(("find", "select.mode"))
    if context.accounts > 1:
        chosen += [("pane.next", "turn")]
    if context.can_undo:
        chosen += [("history.undo", "")]
    return [*chosen, *_plain(("export", "quit", "help"))]


def _on_annotation(context: FooterContext) -> list[Labelled]:
    return [
        *([("review.confirm", "confirm words")] if context.changed else []),
        ("annotation.open", "choose" if context.overlapping else "open"),
        ("mark.note", "note on it"),
        *([("compare.link", f"bring {context.partner} here")] if context.partner else []),
        *_plain(("compare.table", "annotation.edit", "annotation.delete", "annotation.copy")),
    ]


def _plain(command_ids: tuple[str, ...]) -> list[Labelled]:
    return [(each, "") for each in command_ids]


def _hint(command_id: str, label: str, keymap: Mapping[str, str]) -> Hint:
    shown = command(command_id)
    keys = keymap.get(command_id, shown.keys)
    return Hint(keys_display(keys.split(",")[0]), label or shown.label, shown.action)
