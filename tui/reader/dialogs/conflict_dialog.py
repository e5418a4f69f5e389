"""A record in two versions: as typed here, and as others saved it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.model import Annotation
from tui.reader.content import block_content, visible_line
from tui.reader.dialogs.marks_dialog import MarksDialog
from tui.reader.widgets.dialog_buttons import ButtonWords, DialogButtons
from tui.reader.widgets.marked_option_list import MarkedOptionList
from tui.session.conflicts import FieldDifference, Resolution, differing_fields

ANSWERS_IF_CHANGED = (
    (Resolution.MINE, "Keep mine: it takes the place of theirs"),
    (Resolution.THEIRS, "Keep theirs: discard what I typed"),
    (Resolution.BOTH, "Keep both: mine becomes a record of its own"),
)
ANSWERS_IF_COPIED = (
    (Resolution.MINE, "Keep the one shown: delete the copy"),
    (Resolution.THEIRS, "Keep the copy: it takes the place of the one shown"),
)
ANSWERS_IF_DELETED = (
    (Resolution.MINE, "Keep mine: save it again"),
    (Resolution.THEIRS, "Leave it deleted"),
)


class ConflictDialog(MarksDialog[Resolution | None]):
    """Show both versions.

    Return which to keep, or None to keep editing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Keep editing")]

    def __init__(self, mine: Annotation, theirs: Annotation | None, *, copy_name: str = "") -> None:
        super().__init__()
        self.mine = mine
        self.copy_name = copy_name
        """The name of the file if theirs is a sync program's copy."""
        self.theirs = theirs
        """None if the record was deleted."""
        self.answers: Sequence[tuple[Resolution, str]] = ANSWERS_IF_CHANGED if theirs else ANSWERS_IF_DELETED
        if copy_name:
            self.answers = ANSWERS_IF_COPIED

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self._heading()), classes="dialog-title")
            with VerticalScroll(classes="versions", can_focus=False):
                yield Static(Content("\n").join(self._lines()))
            yield MarkedOptionList(*(Content(answer) for _, answer in self.answers))
            leave = "decide later" if self.copy_name else "keep editing"
            yield DialogButtons(ButtonWords("Esc", leave, "dismiss(None)"), hint="↑ ↓ choose   Enter take")

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def _heading(self) -> str:
        if self.copy_name:
            return f"A copy of this record: {visible_line(self.copy_name)}"
        return f"Somebody else {'changed' if self.theirs else 'deleted'} this record while you were writing"

    def _lines(self) -> list[Content]:
        fields = differing_fields(self.mine, self.theirs or Annotation("", ""))
        lines = [line for field in fields for line in self._versions(field)]
        return lines or [Content.styled("Both versions say the same.", "$quiet")]

    def _versions(self, field: FieldDifference) -> list[Content]:
        mine, theirs = ("shown", "copy") if self.copy_name else ("mine", "theirs")
        lines = [Content.styled(field.label, "bold"), *_version(mine, field.mine)]
        return [*lines, *_version(theirs, field.theirs)] if self.theirs else lines

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.answers[event.option_index][0])


def _version(name: str, text: str) -> list[Content]:
    first, *rest = block_content(text or "(nothing)").split("\n")
    return [
        Content.assemble(Content.styled(f"  {name:<8}", "$quiet"), first),
        *(Content.assemble(" " * 10, line) for line in rest),
    ]
