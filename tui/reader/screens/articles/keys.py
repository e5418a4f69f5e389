"""The keys of the list of articles: in its footer and in the help."""

from tui.reader.widgets.key_bar import HELP, Hint

ARTICLES_KEYS = (
    ("Enter", "Open the article too, or exactly those that are chosen."),
    ("Tab", "Choose the article, or not."),
    ("Ctrl+T", "Open it once more, in another pane."),
    ("Shift+↑ Shift+↓", "Put its pane before or after the next one."),
    ("Ctrl+O", "Sort: in common, by date, by title and so on."),
    ("Ctrl+E", "Edit its source: title, outlet, author, date, address."),
    ("Ctrl+D", "Mark it as read, or not."),
    ("Ctrl+A", "Add a document: a page, PDF, Word file, e-mail."),
    ("Ctrl+L", "See what was left out of the document it was taken from."),
    ("Esc", "Close, and change nothing."),
)


def article_hints(chosen: int, *, changed: bool) -> list[Hint]:
    """Return the footer's keys, with how many articles Enter opens."""
    return [
        Hint("Enter", f"open these {chosen}" if changed else "open it too", "take"),
        Hint("Tab", "choose", "toggle_article"),
        Hint("Ctrl+A", "add", "add_document"),
        Hint("Ctrl+E", "source", "source"),
        Hint("Ctrl+O", "order", "order"),
        Hint("Ctrl+D", "read", "toggle_read"),
        Hint("Ctrl+L", "left out", "left_out"),
        Hint("Ctrl+T", "more", "add_again"),
        Hint("Shift+↑ ↓", "move", "shift(1)"),
        HELP._replace(key="F1"),
        Hint("Esc", "close", "dismiss(None)"),
    ]
