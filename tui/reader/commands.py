"""The table of commands: for bindings, footer, palette, help and docs."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tui.storage.files.read_only import is_read_only
from tui.terminal.capabilities import is_in_browser

if TYPE_CHECKING:
    from textual.binding import Binding


class Scope(StrEnum):
    """Where a command applies."""

    PANE = "pane"
    SCREEN = "screen"
    APP = "app"
    SUGGESTIONS = "suggestions"
    """On the screen while suggestions are shown; its keys go first then."""


class Command(NamedTuple):
    """A command: its keys, what it calls, and how it is described."""

    id: str
    """The id by which the config file gives it another key."""
    keys: str
    """Keys, comma-separated, as Textual writes them."""
    handler: str
    """A feature of the reading screen and its method, as in `find.open`, or a Textual action."""
    label: str
    """Two or three words for the footer and the palette."""
    description: str
    """One sentence for the help, the tooltip and the palette."""
    group: str
    arguments: tuple[str | int, ...] = ()
    """What the handler is called with."""
    scope: Scope = Scope.SCREEN
    in_palette: bool = True
    """Whether the command palette offers it: not if it is a movement."""

    @property
    def action(self) -> str:
        """The action that Textual runs."""
        is_run = "." in self.handler and self.scope in (Scope.SCREEN, Scope.SUGGESTIONS)
        return f"run('{self.id}')" if is_run else self.handler

    def binding(self) -> "Binding":
        """Return the binding for Textual."""
        from textual.binding import Binding  # noqa: PLC0415 - the settings are checked without Textual

        return Binding(self.keys, self.action, self.label, id=self.id, tooltip=self.description, show=False)


_Row = tuple[str, str, str, str, str] | tuple[str, str, str, str, str, str | int]
"""A command's id, keys, handler, label and description, and an argument for the handler if it takes one."""


def _group(name: str, *rows: _Row, scope: Scope = Scope.SCREEN, in_palette: bool = True) -> tuple[Command, ...]:
    return tuple(Command(*row[:5], name, row[5:], scope, in_palette) for row in rows)


def _move(name: str, keys: str, description: str) -> Command:
    action, label = f"move('{name.replace('-', '_')}')", name.replace("-", " ")
    return Command(f"move.{name}", keys, action, label, description, "Moving", (), Scope.PANE, in_palette=False)


def _extend(name: str, keys: str, description: str) -> Command:
    action, label = f"move('{name}', True)", f"select {name}"
    return Command(f"select.{name}", keys, action, label, description, "Selecting", (), Scope.PANE, in_palette=False)


_ANNOTATIONS = _group(
    "Annotations",
    ("annotation.next", "]", "navigate.step", "next", "Go to the next annotation.", 1),
    ("annotation.previous", "[", "navigate.step", "previous", "Go to the annotation before.", -1),
    ("annotation.open", "enter", "edit.open", "open", "Open what is under the cursor."),
    (
        "annotation.edit",
        "e",
        "edit.edit",
        "edit",
        "Edit the annotation under the cursor; a selection becomes its quote.",
    ),
    ("annotation.delete", "x", "edit.delete", "delete", "Delete the annotation under the cursor."),
    (
        "proposition.delete",
        "X",
        "unused_proposition.delete",
        "delete proposition",
        "Delete the proposition that the last change left unused.",
    ),
    ("annotation.copy", "y", "export.copy", "copy", "Copy the quote under the cursor with its source."),
    (
        "annotation.log",
        "H",
        "record_log.show",
        "changes",
        "Show from git who changed the annotation under the cursor, and when, or all of this account.",
    ),
    ("review", "r", "review.open", "review", "Review moved quotes."),
    ("review.confirm", "R", "review.confirm", "confirm", "Write today's words into the annotation under the cursor."),
)
_MARK_AS = "Mark the selection, or the sentence, as"
_MARKING = _group(
    "Marking",
    ("mark.claim", "c", "edit.mark", "claim", f"{_MARK_AS} a claim.", "claim"),
    ("mark.denial", "d", "edit.mark", "denial", f"{_MARK_AS} a denial.", "denial"),
    ("mark.agreement", "a", "edit.mark", "agreement", f"{_MARK_AS} an agreement.", "agreement"),
    (
        "mark.note",
        "n",
        "edit.note",
        "note",
        "Write a note: on the annotation under the cursor, else the selection, else the article.",
    ),
    ("mark.hits", "M", "mark_hits.open", "mark hits", "Mark every hit of a search, or of the selected words, at once."),
    (
        "suggestions",
        "S",
        "suggest.toggle",
        "suggestions",
        "Show drafts of who says what, to accept or refuse, or stop.",
    ),
    ("history.undo", "u", "edit.undo", "undo", "Undo the last change."),
    ("history.redo", "ctrl+r", "edit.redo", "redo", "Redo what was undone."),
    ("history.skip", "U", "edit.skip", "skip step", "Skip the step that could not be undone or redone."),
)
_COMPARING = _group(
    "Comparing",
    ("compare.link", "=", "follow.link", "same", "Bring the other accounts to the same proposition."),
    ("compare.number", "number_sign", "numbers.ask", "number", "Go to a proposition by its number."),
    ("compare.follow", "s", "follow.toggle", "linked reading", "Bring the others along as the cursor moves, or stop."),
    ("compare.table", "t", "compare.table", "compare", "Show who says what, and who is silent."),
    ("compare.people", "p", "compare.people", "people", "Show who speaks, and what each says in which account."),
    (
        "compare.annotators",
        "C",
        "agreement.open",
        "annotators",
        "Compare annotators: how far they agree, and where they do not.",
    ),
    ("compare.adjudicated", "J", "adjudicated.toggle", "adjudicated", "Leave out what was settled, or show it again."),
)
_SUGGESTIONS = _group(
    "While suggestions are shown",
    ("suggestion.next", "tab", "suggest.step", "next", "Go to the next suggestion.", 1),
    ("suggestion.previous", "shift+tab", "suggest.step", "previous", "Go to the suggestion before.", -1),
    ("suggestion.accept", "enter", "suggest.accept", "accept", "Accept the suggestion as an annotation."),
    ("suggestion.edit", "e", "suggest.edit", "edit", "Edit the suggestion in the form; saving accepts it."),
    ("suggestion.refuse", "x", "suggest.refuse", "refuse", "Refuse the suggestion: it does not come back."),
    (
        "suggestion.about",
        "p",
        "suggest.turn_about",
        "proposition",
        "Offer another proposition for the suggestion: a known one, a new one or none.",
    ),
    ("suggestion.accept-all", "A", "suggest.accept_all", "accept all", "Accept all suggestions that are shown."),
    ("suggestion.more", "minus", "suggest.move_threshold", "more", "Lower the score: more suggestions.", -1),
    ("suggestion.fewer", "plus", "suggest.move_threshold", "fewer", "Raise the score: fewer suggestions.", 1),
    ("suggestion.order", "o", "suggest.turn_order", "order", "Sort the suggestions by score, or by place."),
    scope=Scope.SUGGESTIONS,
)
_CODEBOOK = _group(
    "Comparing",
    (
        "codebook",
        "b",
        "codebook.open",
        "codebook",
        "Rename, merge and count propositions, speakers, kinds, tags and annotators.",
    ),
)
_FINDING = _group(
    "Finding",
    ("find", "/", "find.open", "find", "Find words in all accounts."),
    ("find.next", "f", "find.step", "next hit", "Go to the next hit.", 1),
    ("find.previous", "F", "find.step", "hit before", "Go to the hit before.", -1),
    ("articles", "o", "articles.choose", "open", "Choose which articles are open."),
    (
        "article.source",
        "I",
        "articles.source",
        "source",
        "Edit this account's title, outlet, author, date and address.",
    ),
    ("article.left-out", "O", "articles.left_out", "left out", "Show what of its page this account does not have."),
    ("article.read", "D", "resume.toggle_read", "read", "Mark this account as read, or as not read any more."),
    ("find.workspace", "ctrl+f", "articles.search", "search all", "Find words in every article there is."),
    ("find.records", "N", "filter.open", "records", "List notes and annotations, and filter them."),
    (
        "find.annotator",
        "W",
        "filter.choose_annotator",
        "annotator",
        "Show only what one annotator marked; again: what all did.",
    ),
)
_MOVING = (
    _move("left", "left,h", "One character back."),
    _move("right", "right,l", "One character on."),
    _move("up", "up,k", "One line up."),
    _move("down", "down,j", "One line down."),
    _move("word-left", "B,ctrl+left", "To the start of the word before."),
    _move("word-right", "w,ctrl+right", "To the start of the next word."),
    _move("row-start", "home", "To the start of the line."),
    _move("row-end", "end", "To the end of the line."),
    _move("paragraph-up", "{", "To the paragraph before."),
    _move("paragraph-down", "}", "To the next paragraph."),
    _move("page-up", "pageup", "One page up."),
    _move("page-down", "pagedown,space", "One page down."),
    _move("half-up", "ctrl+u", "Half a page up."),
    _move("half-down", "ctrl+d", "Half a page down."),
    _move("start", "g,ctrl+home", "To the beginning of the article."),
    _move("last", "G,ctrl+end", "To the end of the article."),
)
_SELECTING = (
    Command(
        "select.mode",
        "v",
        "select",
        "select",
        "Select words: start, then move or click, or stop.",
        "Selecting",
        (),
        Scope.PANE,
    ),
    _extend("left", "shift+left", "Select one character back."),
    _extend("right", "shift+right", "Select one character on."),
    _extend("up", "shift+up", "Select one line up."),
    _extend("down", "shift+down", "Select one line down."),
    *_group(
        "Selecting",
        ("select.quote", "Q", "requote.select", "quote", "Select the quote under the cursor; again: its other end."),
    ),
    *_group(
        "Selecting",
        ("select.none", "escape", "escape", "clear", "Clear the selection, else the search, the filter or a message."),
        in_palette=False,
    ),
)
_ACCOUNTS = (
    *_group(
        "Accounts",
        ("pane.next", "tab", "navigate.turn", "next account", "Go to the next account.", 1),
        ("pane.previous", "shift+tab", "navigate.turn", "previous account", "Go to the account before.", -1),
    ),
    *_group(
        "Accounts",
        *((f"pane.{n}", str(n), "navigate.pane", f"account {n}", f"Go to account {n}.", n) for n in range(1, 10)),
        in_palette=False,
    ),
    *_group(
        "Accounts",
        ("view.next", "V", "views.turn", "view", "Change what stands out: contrast, all, mine, none."),
        ("view.zoom", "z", "navigate.zoom", "zoom", "Show this account alone, or all of them again."),
        ("view.inspector", "i", "navigate.toggle_inspector", "inspector", "Hide or show the inspector."),
    ),
)
_PROGRAM = (
    *_group(
        "Program",
        ("export", "E", "export.export", "export", "Export as Markdown or in another format."),
        (
            "import",
            "ctrl+o",
            "import_records.ask",
            "import",
            "Import annotations from a file of another program, with a preview.",
        ),
        ("problems", "!", "program.problems", "problems", "List what is wrong in the files."),
        ("help", "question_mark,f1", "program.help", "help", "Show the legend of the signs, and every key."),
        ("theme", "T", "program.next_theme", "theme", "Change the colours: dark, light, high contrast, terminal."),
    ),
    *_group(
        "Program",
        ("palette", "ctrl+p", "app.command_palette", "palette", "Find a command by its name."),
        scope=Scope.APP,
        in_palette=False,
    ),
    *_group(
        "Program",
        ("suspend", "ctrl+z", "suspend_process", "to the shell", "Go to the shell; fg comes back."),
        ("quit", "q,ctrl+c,ctrl+q", "quit", "quit", "Quit Diptych."),
        scope=Scope.APP,
    ),
)
COMMANDS: tuple[Command, ...] = (
    _ANNOTATIONS
    + _MARKING
    + _SUGGESTIONS
    + _COMPARING
    + _CODEBOOK
    + _FINDING
    + _MOVING
    + _SELECTING
    + _ACCOUNTS
    + _PROGRAM
)


NOT_IN_BROWSER = frozenset({"import", "suspend"})
"""What reads the disk of the server, or leaves to its shell."""
CHANGING = frozenset(
    {
        *("annotation.edit", "annotation.delete", "proposition.delete", "review", "review.confirm"),
        *(command.id for command in _MARKING + _SUGGESTIONS + _CODEBOOK),
        *("article.source", "import"),
    }
)
"""What changes the files of a workspace."""


def offered_commands() -> tuple[Command, ...]:
    """Return the commands that there are, here and for this reader."""
    hidden = (NOT_IN_BROWSER if is_in_browser() else frozenset()) | (CHANGING if is_read_only() else frozenset())
    return tuple(command for command in COMMANDS if command.id not in hidden) if hidden else COMMANDS


def bindings(scope: Scope, commands: Iterable[Command] | None = None) -> "list[Binding]":
    """Return the Textual bindings of one scope."""
    return [command.binding() for command in commands or offered_commands() if command.scope is scope]


_BY_ID = {command.id: command for command in COMMANDS}


def command(command_id: str) -> Command:
    """Return the command with an id.

    Raise KeyError if there is none.
    """
    return _BY_ID[command_id]


def command_groups() -> Iterator[tuple[str, tuple[Command, ...]]]:
    """Yield each group's name with its commands, in the order of the table."""
    commands = offered_commands()
    for name in dict.fromkeys(command.group for command in commands):
        yield name, tuple(command for command in commands if command.group == name)


KEY_NAMES = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "tab": "Tab",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "question_mark": "?",
    "number_sign": "#",
    "minus": "-",
    "plus": "+",
    "f1": "F1",
}


def key_display(key: str) -> str:
    """Return one key as people write it: `ctrl+left` as `Ctrl+←`."""
    *modifiers, last = key.strip().split("+") if key.strip() != "+" else [key]
    names = [modifier.capitalize() for modifier in modifiers]
    name = KEY_NAMES.get(last, last)
    return "+".join([*names, name.upper() if modifiers and len(name) == 1 else name])


def keys_display(keys: str) -> str:
    """Return a command's keys as people write them, separated by spaces."""
    return " ".join(key_display(key) for key in keys.split(","))


def command_keys(command_id: str, keymap: Mapping[str, str]) -> str:
    """Return a command's keys, or those of the keymap, as people write them."""
    return keys_display(keymap.get(command_id, command(command_id).keys))
