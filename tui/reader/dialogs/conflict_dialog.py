"""The same record in two versions: what was typed here, and what somebody else saved meanwhile."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.model import Annotation
from tui.reader.content import block_content
from tui.reader.dialogs.overlay import Overlay
from tui.session.conflicts import FieldDifference, Resolution, differing_fields

CHANGED = (
    (Resolution.MINE, "Keep mine: it takes the place of theirs"),
    (Resolution.THEIRS, "Keep theirs: discard what I typed"),
    (Resolution.BOTH, "Keep both: mine becomes a record of its own"),
)
DELETED = (
    (Resolution.MINE, "Keep mine: save it again"),
    (Resolution.THEIRS, "Leave it deleted"),
)


class ConflictDialog(Overlay[Resolution | None]):
    """Shows both versions; returns which to keep, or None to go on writing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Go on writing")]

    def __init__(self, mine: Annotation, theirs: Annotation | None) -> None:
        super().__init__()
        self.mine = mine
        self.theirs = theirs
        """None where the record was deleted."""
        self.answers: Sequence[tuple[Resolution, str]] = CHANGED if theirs else DELETED

    def compose(self) -> ComposeResult:
        """Yield what differs, and the answers."""
        with Vertical(classes="dialogue"):
            yield Static(Content(self._heading()), classes="dialogue-title")
            with VerticalScroll(classes="versions", can_focus=False):
                yield Static(Content("\n").join(self._lines()))
            yield OptionList(*(Content(words) for _, words in self.answers))
            yield Static(Content("↑ ↓ choose   Enter take   Esc go on writing"), classes="dialogue-keys")

    def on_mount(self) -> None:
        """Begin with the answers."""
        self.query_one(OptionList).focus()

    def _heading(self) -> str:
        done = "changed" if self.theirs else "deleted"
        return f"Somebody else {done} this record while you were writing"

    def _lines(self) -> list[Content]:
        found = differing_fields(self.mine, self.theirs or Annotation("", ""))
        lines = [line for each in found for line in self._versions(each)]
        return lines or [Content.styled("Both versions say the same.", "$quiet")]

    def _versions(self, field: FieldDifference) -> list[Content]:
        lines = [Content.styled(field.label, "bold"), *_version("mine", field.mine)]
        return [*lines, *_version("theirs", field.theirs)] if self.theirs else lines

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.answers[event.option_index][0])


def _version(name: str, words: str) -> list[Content]:
    first, *rest = block_content(words or "(nothing)").split("\n")
    return [
        Content.assemble(Content.styled(f"  {name:<8}", "$quiet"), first),
        *(Content.assemble(" " * 10, line) for line in rest),
    ]
