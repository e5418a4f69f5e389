"""The keys that the footer shows for what is under the cursor."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.analysis.account_view import View
from tui.reader.commands import command, keys_display
from tui.reader.widgets.key_bar import Hint
from tui.storage.files.read_only import is_read_only


class FooterContext(NamedTuple):
    """What decides which keys the footer shows."""

    accounts: int
    selecting: bool
    on_annotation: bool
    can_undo: bool
    overlapping: bool = False
    has_unsure_quotes: bool = False
    """Whether there are quotes to review, or orphans."""
    has_adjusted_quote: bool = False
    """Whether words under the cursor changed since they were marked."""
    partner: str = ""
    """The siglum of the other account, "all" for several others; empty if the cursor is on no proposition."""
    reattaching: bool = False
    """Whether the user selects the new place of an orphan."""
    searching: bool = False
    """Whether the search line is open."""
    asking_number: bool = False
    """Whether the line for a number is open."""
    view: str = ""
    """The name of the view."""
    suggesting: bool = False
    """Whether suggestions are shown."""
    open_suggestions: int = 0
    """How many are left, 2 for more."""
    on_suggestion: bool = False
    """Whether the cursor is on one."""
    other_offers: bool = False
    """Whether another proposition can be chosen for it."""


LASTING = ("compare.table", "export", "help", "quit")
"""Commands at the end of the footer, at every width."""
NOTHING_OPEN = ("articles", "palette")
MARKING = ("mark.claim", "mark.denial", "mark.agreement")
"""Commands that are one hint together: `c d a mark`."""
FINDING = (
    Hint("Enter", "go to the first", "app.simulate_key('enter')"),
    Hint("Ctrl+T", "whole words", "app.simulate_key('ctrl+t')"),
    Hint("Ctrl+R", "pattern", "app.simulate_key('ctrl+r')"),
    Hint("Esc", "cancel", "app.simulate_key('escape')"),
)
ASKING_NUMBER = (
    Hint("Enter", "go there", "app.simulate_key('enter')"),
    Hint("Esc", "cancel", "app.simulate_key('escape')"),
)

SETTLING = ("suggestion.accept", "suggestion.edit", "suggestion.refuse")
"""Commands for the suggestion under the cursor."""
SCORING = ("suggestion.more", "suggestion.fewer")
"""Commands that are one hint together: `- + score`."""

LabelledId = tuple[str, str]
"""A command's id, and its label if it is not the command's own."""


def footer_hints(context: FooterContext, keymap: Mapping[str, str]) -> list[Hint]:
    """Return the hints that depend on the cursor, the most useful first."""
    return [*_hints_for(context, tuple(keymap.items()))]


@lru_cache(maxsize=64)
def _hints_for(context: FooterContext, keys: tuple[tuple[str, str], ...]) -> tuple[Hint, ...]:
    # Cached, because every key asks for them and few change them.
    if context.searching:
        return FINDING
    if context.asking_number:
        return ASKING_NUMBER
    keymap = dict(keys)
    return tuple(
        _together(_TOGETHER[command_id], keymap) if command_id in _TOGETHER else _hint(command_id, label, keymap)
        for command_id, label in _labelled_ids(context)
    )


def lasting_hints(context: FooterContext, keymap: Mapping[str, str]) -> list[Hint]:
    """Return the hints at the end of the footer."""
    if context.searching or context.asking_number:
        return []
    if context.suggesting:
        return [_hint(command_id, "", keymap) for command_id in LASTING[-2:]]
    return [_hint(command_id, "", keymap) for command_id in (LASTING if context.accounts else LASTING[2:])]


def unseen_sign(sigla: Sequence[str], unreadable: int, view: str = "") -> str:
    """Return what is not on the screen: `A B ‹C›  ! 1 unreadable  view: mine`.

    The sigla of accounts that do not fit are in marks. The default view needs no sign, nor what may be done by default.
    """
    accounts = " ".join(sigla) if any(siglum.startswith("‹") for siglum in sigla) else ""
    articles = f"! {unreadable} unreadable" if unreadable else ""
    own_view = f"view: {view}" if view not in ("", View.CONTRAST) else ""
    rights = "read only" if is_read_only() else ""
    return "  ".join(part for part in (accounts, articles, own_view, rights) if part)


def _labelled_ids(context: FooterContext) -> list[LabelledId]:
    if not context.accounts:
        return _default_labels(NOTHING_OPEN)
    if context.selecting:
        reattach = [("review", "put it here")] if context.reattaching else []
        requote = [("annotation.edit", "new quote")] if context.on_annotation else []
        return [
            *reattach,
            *_default_labels((MARKING[0],)),
            *requote,
            *_default_labels(("mark.note",)),
            ("select.none", "clear"),
            ("annotation.copy", ""),
        ]
    if context.suggesting:
        return _for_suggestions(context)
    ids = _default_labels(("annotation.next", *(["review"] if context.has_unsure_quotes else [])))
    ids += (
        _on_annotation(context)
        if context.on_annotation
        else [*_default_labels((MARKING[0], "mark.note")), ("view.next", context.view)]
    )
    ids += _default_labels(("find", "select.mode"))
    if context.accounts > 1:
        ids += [("pane.next", "turn")]
    if context.can_undo:
        ids += [("history.undo", "")]
    return ids


def _for_suggestions(context: FooterContext) -> list[LabelledId]:
    return [
        *_default_labels(SETTLING if context.on_suggestion else ()),
        *_default_labels(("suggestion.next",) if context.open_suggestions else ()),
        ("select.none", "end"),
        *_default_labels(("history.undo",) if context.can_undo else ()),
        *_default_labels(("suggestion.about",) if context.other_offers else ()),
        *_default_labels(("suggestion.accept-all",) if context.open_suggestions else ()),
        *_default_labels((SCORING[0],)),
        *_default_labels(("suggestion.order",) if context.open_suggestions > 1 else ()),
    ]


def _on_annotation(context: FooterContext) -> list[LabelledId]:
    return [
        *([("review.confirm", "confirm words")] if context.has_adjusted_quote else []),
        ("annotation.open", "choose" if context.overlapping else "open"),
        ("mark.note", "note on it"),
        *([("compare.link", f"show in {context.partner}")] if context.partner else []),
        ("view.next", context.view),
        *_default_labels(("annotation.edit", "annotation.delete", "annotation.copy")),
    ]


def _default_labels(command_ids: tuple[str, ...]) -> list[LabelledId]:
    return [(command_id, "") for command_id in command_ids]


_TOGETHER = {MARKING[0]: (MARKING, "mark"), SCORING[0]: (SCORING, "score")}
"""Commands that are one hint with a label, by the first of them."""


def _together(commands: tuple[tuple[str, ...], str], keymap: Mapping[str, str]) -> Hint:
    ids, label = commands
    hints = [_hint(command_id, "", keymap) for command_id in ids]
    return Hint(" ".join(hint.key for hint in hints), label, hints[0].action)


def _hint(command_id: str, label: str, keymap: Mapping[str, str]) -> Hint:
    row = command(command_id)
    keys = keymap.get(command_id, row.keys)
    return Hint(keys_display(keys.split(",")[0]), label or row.label, row.action)
