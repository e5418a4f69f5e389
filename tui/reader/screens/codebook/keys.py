"""The keys of the codebook's screen: in its footer and in the help."""

from tui.reader.widgets.key_bar import HELP, Hint

CODEBOOK_KEYS = (
    ("Tab ← → 1 – 5", "Go to propositions, speakers, kinds, tags, annotators."),
    ("Enter e", "Edit what the codebook says: the sentence, what contradicts it, the verdict, other names."),
    ("r", "Rename it in every file."),
    ("m", "Merge it into another, in every file."),
    ("a", "Add one."),
    ("x", "Delete it if no record uses it."),
    ("n", "Show only what no record uses, or all."),
    ("/", "Show those with some words."),
    ("B", "Begin blind mode, which hides what others marked, or lift it."),
    ("u Ctrl+R", "Undo, redo."),
    ("Esc", "Show all, then close."),
    ("A B … else", "The columns: how many records of each open article, and of all others, use it."),
)


def codebook_hints(*, has_form: bool, can_undo: bool, filtered: bool) -> list[Hint]:
    """Return the footer's keys, more for a section whose entries have a form."""
    return [
        *([Hint("Enter", "edit", "edit")] if has_form else []),
        Hint("m", "merge into", "merge"),
        Hint("r", "rename", "rename"),
        *([Hint("a", "add", "add"), Hint("x", "delete", "delete")] if has_form else []),
        *([Hint("u", "undo", "undo")] if can_undo else []),
        Hint("n", "unused", "unused"),
        Hint("/", "words", "type"),
        Hint("Tab", "section", "turn(1)"),
        HELP,
        Hint("Esc", "clear" if filtered else "close", "back"),
    ]
