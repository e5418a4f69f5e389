"""Which keys the last line tells: those that apply here and now."""

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
    partner: str = ""
    """The siglum of the other account, "all" for several others; empty where the cursor is on no proposition."""
    unsure: bool = False
    """Whether there are quotes whose place only the user can tell."""
    changed: bool = False
    """Whether the words under the cursor changed since they were marked."""
    placing: bool = False
    """Whether an annotation waits for its new place."""


NOTHING_OPEN = ("articles", "palette", "quit", "help")
SELECTING = (
    ("mark.claim", ""),
    ("mark.denial", ""),
    ("mark.agreement", ""),
    ("mark.note", ""),
    ("annotation.copy", ""),
)


def footer_hints(situation: FooterContext, keymap: Mapping[str, str]) -> list[Hint]:
    """Return the hints in order of use, the help last."""
    return [_hint(command_id, label, keymap) for command_id, label in _chosen(situation)]


def _chosen(situation: FooterContext) -> list[tuple[str, str]]:
    if not situation.accounts:
        return [(each, "") for each in NOTHING_OPEN]
    if situation.selecting:
        chosen = [("review", "put it here")] if situation.placing else []
        return [*chosen, *SELECTING, ("select.none", "let go"), ("help", "")]
    chosen = [("annotation.next", ""), *([("review", "")] if situation.unsure else [])]
    if situation.on_annotation:
        chosen += [
            *([("review.confirm", "confirm words")] if situation.changed else []),
            ("annotation.open", "choose" if situation.overlapping else "open"),
            ("mark.note", "note on it"),
            *([("compare.link", f"bring {situation.partner} here")] if situation.partner else []),
            ("compare.table", ""),
            ("annotation.edit", ""),
            ("annotation.delete", ""),
            ("annotation.copy", ""),
        ]
    else:
        chosen += [("mark.claim", ""), ("mark.denial", ""), ("mark.agreement", ""), ("mark.note", "")]
        chosen += [("compare.table", "")]
    chosen += [("find", ""), ("select.mode", "")]
    if situation.accounts > 1:
        chosen += [("pane.next", "turn")]
    if situation.can_undo:
        chosen += [("history.undo", "")]
    return [*chosen, ("export", ""), ("quit", ""), ("help", "")]


def _hint(command_id: str, label: str, keymap: Mapping[str, str]) -> Hint:
    found = command(command_id)
    keys = keymap.get(command_id, found.keys)
    return Hint(keys_display(keys.split(",")[0]), label or found.label, found.action)
