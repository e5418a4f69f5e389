"""The keys of the list of records: in its footer and in the help."""

from tui.reader.screens.records.rows import KIND_KEYS, OTHER_KEY
from tui.reader.widgets.key_bar import HELP, Hint

RECORDS_KEYS = (
    ("Enter", "Go to the record in the text."),
    ("/", "Show those with some words."),
    (" ".join((*KIND_KEYS.values(), OTHER_KEY)), "Show claims, denials, agreements, notes, other kinds."),
    ("s p w t", "Show those of a speaker, a proposition, an annotator, with a tag; again: of all."),
    ("Space", "Choose the record, or not."),
    ("*", "Choose all that are shown, or none."),
    ("v Shift+↑ Shift+↓", "Choose a range."),
    ("T", "Tag the chosen records, or the one under the cursor."),
    ("P K", "Set their proposition, or their kind."),
    ("x E", "Delete them, or export them."),
    ("u Ctrl+R", "Undo, redo."),
    ("q", "Close, and keep the filter in the text."),
    ("Esc", "Choose none, clear the filter, then close."),
)


def filter_hints(*, filtered: bool, empty: bool, can_undo: bool) -> list[Hint]:
    """Return the footer's keys if no record is chosen."""
    return [
        *([] if empty else [Hint("Enter", "go to it", "take"), Hint("Space", "choose", "choose")]),
        Hint("/", "words", "type"),
        Hint("s", "speaker", "field('speakers')"),
        Hint("p", "proposition", "field('about')"),
        Hint("w", "annotator", "field('annotators')"),
        Hint("t", "tag", "field('tags')"),
        *([] if empty else [Hint("*", "all", "choose_all")]),
        *_undo(can_undo=can_undo),
        *([Hint("q", "keep it, close", "leave")] if filtered else []),
        HELP,
        Hint("Esc", "clear" if filtered else "close", "back"),
    ]


def choice_hints(*, in_range: bool, can_undo: bool) -> list[Hint]:
    """Return the footer's keys if records are chosen."""
    return [
        *([Hint("v", "end the range", "choose_range")] if in_range else []),
        Hint("T", "tag", "many('tag')"),
        Hint("x", "delete", "many('delete')"),
        Hint("P", "proposition", "many('about')"),
        Hint("K", "kind", "many('kind')"),
        Hint("E", "export", "many('export')"),
        Hint("Space", "in or out", "choose"),
        Hint("*", "all shown", "choose_all"),
        *_undo(can_undo=can_undo),
        HELP,
        Hint("Esc", "choose none", "back"),
    ]


def _undo(*, can_undo: bool) -> list[Hint]:
    return [Hint("u", "undo", "many('undo')")] if can_undo else []
