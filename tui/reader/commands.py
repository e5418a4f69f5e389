"""Everything a user can do with a key: one table for bindings, footer, palette, help and the docs."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from textual.binding import Binding


class Scope(StrEnum):
    """What has to be in front of the user for a command to apply."""

    PANE = "pane"
    SCREEN = "screen"
    APP = "app"


class Command(NamedTuple):
    """One thing to do: its keys, what it calls, and how it is told."""

    id: str
    """The id by which the config file gives it another key."""
    keys: str
    """Keys, comma-separated, as Textual writes them."""
    action: str
    """The action that Textual runs."""
    label: str
    """Two or three words for the footer and the palette."""
    description: str
    """One sentence for the help screen, the tooltip and the palette."""
    group: str
    scope: Scope = Scope.SCREEN
    in_palette: bool = True
    """Whether the command palette offers it: not for movements."""

    def binding(self) -> Binding:
        """Return it as a Textual binding."""
        return Binding(self.keys, self.action, self.label, id=self.id, tooltip=self.description, show=False)


def _move(name: str, keys: str, description: str) -> Command:
    direction = name.replace("-", "_")
    label = name.replace("-", " ")
    return Command(
        f"move.{name}",
        keys,
        f"move('{direction}')",
        label,
        description,
        "Moving",
        Scope.PANE,
        in_palette=False,
    )


def _extend(name: str, keys: str, description: str) -> Command:
    direction = name.replace("-", "_")
    label = f"select {name.replace('-', ' ')}"
    action = f"move('{direction}', True)"
    return Command(f"select.{name}", keys, action, label, description, "Selecting", Scope.PANE, in_palette=False)


PANES = (
    Command("pane.next", "tab", "turn(1)", "next account", "Go to the next account.", "Accounts"),
    Command("pane.previous", "shift+tab", "turn(-1)", "previous account", "Go to the account before.", "Accounts"),
    *(
        Command(
            f"pane.{n}",
            str(n),
            f"pane({n})",
            f"account {n}",
            f"Go to account {n}.",
            "Accounts",
            in_palette=False,
        )
        for n in range(1, 10)
    ),
    Command("view.zoom", "z", "zoom", "zoom", "Show this account alone, or all of them again.", "Accounts"),
    Command(
        "view.inspector",
        "i",
        "toggle_inspector",
        "inspector",
        "Hide or show what is under the cursor.",
        "Accounts",
    ),
)

MOVES = (
    _move("left", "left,h", "One character back."),
    _move("right", "right,l", "One character on."),
    _move("up", "up,k", "One line up."),
    _move("down", "down,j", "One line down."),
    _move("word-left", "b,ctrl+left", "To the start of the word before."),
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

SELECTING = (
    Command("select.mode", "v", "select", "select", "Start or stop selecting; then move.", "Selecting", Scope.PANE),
    _extend("left", "shift+left", "Select one character back."),
    _extend("right", "shift+right", "Select one character on."),
    _extend("up", "shift+up", "Select one line up."),
    _extend("down", "shift+down", "Select one line down."),
    Command("select.none", "escape", "escape", "leave", "Let go of the selection.", "Selecting", in_palette=False),
)

ANNOTATIONS = (
    Command("annotation.next", "]", "step(1)", "next", "Go to the next annotation.", "Annotations"),
    Command("annotation.previous", "[", "step(-1)", "previous", "Go to the annotation before.", "Annotations"),
    Command("annotation.open", "enter", "open", "open", "Open what is under the cursor.", "Annotations"),
    Command("annotation.edit", "e", "edit", "edit", "Edit the annotation under the cursor.", "Annotations"),
    Command("annotation.delete", "x", "delete", "delete", "Delete the annotation under the cursor.", "Annotations"),
    Command(
        "annotation.copy",
        "y",
        "copy",
        "copy",
        "Copy the quote under the cursor with its source.",
        "Annotations",
    ),
    Command("review", "r", "review", "review", "Settle the quotes whose place is not sure.", "Annotations"),
    Command(
        "review.confirm",
        "R",
        "confirm",
        "confirm",
        "Write today's words into the annotation under the cursor.",
        "Annotations",
    ),
)

MARKING = (
    Command(
        "mark.claim",
        "c",
        "mark('claim')",
        "claim",
        "Mark the selection, or the sentence, as a claim.",
        "Marking",
    ),
    Command(
        "mark.denial",
        "d",
        "mark('denial')",
        "denial",
        "Mark the selection, or the sentence, as a denial.",
        "Marking",
    ),
    Command(
        "mark.agreement",
        "a",
        "mark('agreement')",
        "agreement",
        "Mark the selection, or the sentence, as an agreement.",
        "Marking",
    ),
    Command(
        "mark.note",
        "n",
        "note",
        "note",
        "Write a note: on the annotation under the cursor, else the selection, else the article.",
        "Marking",
    ),
    Command("history.undo", "u", "undo", "undo", "Undo the last change.", "Marking"),
    Command("history.redo", "ctrl+r", "redo", "redo", "Do again what was undone.", "Marking"),
)

COMPARING = (
    Command("compare.link", "=", "link", "same", "Bring the other accounts to the same proposition.", "Comparing"),
    Command(
        "compare.follow",
        "s",
        "toggle_link",
        "linked reading",
        "Bring the others along as the cursor moves, or stop.",
        "Comparing",
    ),
    Command("compare.table", "t", "compare", "compare", "Show who says what, and who is silent.", "Comparing"),
    Command("compare.people", "p", "people", "people", "Show who speaks, and what each says where.", "Comparing"),
)

FINDING = (
    Command("find", "/", "find", "find", "Find words in all accounts.", "Finding"),
    Command("find.next", "f", "find_next(1)", "next hit", "Go to the next hit.", "Finding"),
    Command("find.previous", "F", "find_next(-1)", "hit before", "Go to the hit before.", "Finding"),
    Command("articles", "o", "articles", "open", "Choose which articles are open.", "Finding"),
    Command("find.workspace", "ctrl+f", "search_all", "search all", "Find words in every article there is.", "Finding"),
    Command("find.records", "N", "records", "records", "List notes and annotations, and filter them.", "Finding"),
)

PROGRAM = (
    Command("export", "E", "export", "export", "Take the annotations away as Markdown.", "Program"),
    Command("problems", "!", "problems", "problems", "List what is wrong in the files.", "Program"),
    Command("help", "question_mark,f1", "help", "help", "Show every key.", "Program"),
    Command(
        "theme",
        "T",
        "next_theme",
        "theme",
        "Change the colours: dark, light, high contrast, terminal.",
        "Program",
    ),
    Command(
        "palette",
        "ctrl+p",
        "app.command_palette",
        "palette",
        "Find a command by its name.",
        "Program",
        Scope.APP,
        False,
    ),
    Command(
        "suspend", "ctrl+z", "suspend_process", "to the shell", "Go to the shell; fg comes back.", "Program", Scope.APP
    ),
    Command("quit", "q,ctrl+c,ctrl+q", "quit", "quit", "Leave Diptych.", "Program", Scope.APP),
)

COMMANDS: tuple[Command, ...] = ANNOTATIONS + MARKING + COMPARING + FINDING + MOVES + SELECTING + PANES + PROGRAM


def bindings(scope: Scope, commands: Iterable[Command] = COMMANDS) -> list[Binding]:
    """Return the Textual bindings of one scope."""
    return [command.binding() for command in commands if command.scope is scope]


_BY_ID = {each.id: each for each in COMMANDS}


def command(command_id: str) -> Command:
    """Return the command called `command_id`; raises KeyError where there is none."""
    return _BY_ID[command_id]


def command_groups() -> Iterator[tuple[str, tuple[Command, ...]]]:
    """Yield each group's name with its commands, in the order of the table."""
    names = dict.fromkeys(each.group for each in COMMANDS)
    for name in names:
        yield name, tuple(each for each in COMMANDS if each.group == name)


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
    "f1": "F1",
}


def key_display(key: str) -> str:
    """Return one key as people write it: `ctrl+left` as `Ctrl+←`."""
    *modifiers, last = key.strip().split("+") if key.strip() != "+" else [key]
    names = [modifier.capitalize() for modifier in modifiers]
    named = KEY_NAMES.get(last, last)
    return "+".join([*names, named.upper() if modifiers and len(named) == 1 else named])


def keys_display(keys: str) -> str:
    """Return a command's keys as people write them, separated by spaces."""
    return " ".join(key_display(key) for key in keys.split(","))
