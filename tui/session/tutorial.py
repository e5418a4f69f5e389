"""The steps of the tutorial, and how far the reader has come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.model import NOTE
from tui.storage.workspace.story import read_progress, write_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui.model import Annotation

_KEYS = re.compile(r"\{([a-z0-9.-]+)\}|\[([^\]]+)\]")


class Observation(NamedTuple):
    """What the user did just now."""

    command: str = ""
    """The id of the command that ran."""
    on_statement: bool = False
    """Whether the cursor is on a statement that names a proposition."""
    denied: bool = False
    """Whether somebody claims that proposition, and somebody denies it."""
    added: Annotation | None = None
    """The annotation that was saved as a new one."""
    changed_back: bool = False
    """Whether an annotation was corrected, or a change was redone."""
    found: bool = False
    """Whether the hits of a search are shown."""
    exported: bool = False


class TutorialStep(NamedTuple):
    """What the user is asked to do, and how it is noticed."""

    id: str
    title: str
    text: str
    """Its keys are `{ids of commands}` or `[what is typed]`."""
    is_done: Callable[[Observation], bool]
    command: str = ""
    """The id of the command whose dialog covers the text."""
    in_dialog: str = ""
    """What to do in that dialog, in one line."""


def text_pieces(text: str, key_of: Callable[[str], str]) -> Iterator[tuple[str, bool]]:
    """Yield a step's text in pieces, each with whether it is to be typed.

    `key_of` returns the key of a command.
    """
    end = 0
    for match in _KEYS.finditer(text):
        yield text[end : match.start()], False
        yield key_of(match[1]) if match[1] else match[2], True
        end = match.end()
    yield text[end:], False


def _is_claim(observation: Observation) -> bool:
    added = observation.added
    return added is not None and added.kind == "claim" and bool(added.speaker and added.about)


def _is_note(observation: Observation) -> bool:
    return observation.added is not None and observation.added.kind == NOTE.name


STEPS = (
    TutorialStep(
        "dispute",
        "Find a dispute",
        "A newspaper, a radio and a street paper tell of the same flood. A sign in the margin shows what is marked: a "
        "claim, a denial or an agreement. Press {annotation.next} to go from mark to mark, until the lines below name "
        "somebody who claims something and somebody who denies it.",
        lambda observation: observation.denied,
    ),
    TutorialStep(
        "link",
        "See what the others say",
        "You have found a dispute. Press {compare.link} and the other accounts move to their words on the same matter. "
        "{pane.next} takes you to the next account.",
        lambda observation: observation.command == "compare.link" and observation.on_statement,
    ),
    TutorialStep(
        "compare",
        "Compare the accounts",
        "Press {compare.table} for a table: a row for each thing that is said, a column for each account. “disputed” "
        "means that somebody denies it, or that it cannot be true together with another row: were 400 boxes wet, or "
        "150? Look around with the arrow keys; [Esc] brings you back.",
        lambda observation: observation.command == "compare.table",
    ),
    TutorialStep(
        "claim",
        "Mark a claim",
        "How high the water rose is not marked in A. Press {pane.1}, {move.start} and twice {move.paragraph-down}: the "
        "cursor is on “The water rose”. Press {mark.claim}. Who says so: type [fire], press [Enter] and [Tab]. What it "
        "is about: type [metre], press [Enter]. Save it with [Ctrl+S].",
        _is_claim,
        "mark.claim",
        "Type [fire], [Enter] and [Tab], then [metre] and [Enter]. [Ctrl+S] saves.",
    ),
    TutorialStep(
        "note",
        "Write a note",
        "What would you like to ask about this claim? Press {mark.note}, type a question such as [Who measured it?] "
        "and save it with [Ctrl+S]. Below you see it under the claim.",
        _is_note,
        "mark.note",
        "Type a question such as [Who measured it?] and save it with [Ctrl+S].",
    ),
    TutorialStep(
        "undo",
        "Take something back",
        "Nothing here is final. Press {history.undo} and the note is gone. Press {history.redo} and it is back. "
        "Another day, {annotation.edit} lets you correct the mark under the cursor.",
        lambda observation: observation.changed_back,
    ),
    TutorialStep(
        "find",
        "Find words",
        "Press {find}, type [leak] and press [Enter]. Then press {find.next}: it goes from one place to the next, "
        "through all accounts.",
        lambda observation: observation.found and observation.command == "find.next",
    ),
    TutorialStep(
        "export",
        "Take your work with you",
        "Press {export}, then [Enter]. Accounts, marks and notes are written into one document, whose name you see, "
        "in the folder in which you started. Any text editor opens it.",
        lambda observation: observation.exported,
        "export",
        "[Enter] writes the document.",
    ),
)
RESUMED_AT = {"link": "dispute", "undo": "note"}
"""The step to begin with if the reader was left at one that needs the step before it."""
END = TutorialStep(
    "end",
    "That was all",
    "You can read, compare, mark, note, find and export. {help} shows every key, and {quit} quits. To read texts of "
    "your own, type diptych init story, then diptych add -w story and the names of files or a web address, then "
    "diptych story. There, {suggestions} drafts who says what. [Esc] clears the search, and then closes these lines.",
    lambda _: False,
)


@dataclass
class Tutorial:
    """Knows the step that the user is at, and keeps it in the workspace."""

    root: Path
    position: int = 0
    """Of the step in `STEPS`; their number at the end."""

    @property
    def is_finished(self) -> bool:
        return self.position >= len(STEPS)

    @property
    def step(self) -> TutorialStep:
        return END if self.is_finished else STEPS[self.position]

    @property
    def heading(self) -> str:
        """The line above the step's text: `Step 2 of 8 · Compare the accounts`."""
        number = "The end" if self.is_finished else f"Step {self.position + 1} of {len(STEPS)}"
        return f"{number} · {self.step.title}"

    def observe(self, observation: Observation) -> bool:
        """Go on to the next step if this one is done, and return whether it is.

        After the last step the next start begins with the first.
        """
        if not self.step.is_done(observation):
            return False
        self.position += 1
        write_progress(self.root, "" if self.is_finished else self.step.id)
        return True


def resume_tutorial(root: Path) -> Tutorial:
    """Return the tutorial of a workspace at the step where it was left."""
    ids = [step.id for step in STEPS]
    stored = read_progress(root)
    step = RESUMED_AT.get(stored, stored)
    return Tutorial(root, ids.index(step) if step in ids else 0)
