"""The old and the new quote of an annotation, before it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.formats.phrasing import count_noun
from tui.reader.content import annotation_line, line_content
from tui.reader.dialogs.marks_dialog import MarksDialog
from tui.reader.widgets.dialog_buttons import CANCEL, DialogButtons
from tui.reader.widgets.marked_option_list import MarkedOptionList
from tui.reader.word_diff import new_wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tui.layout.glyphs import Glyphs
    from tui.model import Codebook, Placed


class QuoteDialog(MarksDialog["Placed | None"]):
    """Ask whether words become the quote of one of some annotations.

    Return the annotation, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Cancel"),
        Binding("tab", "next", "Next annotation", priority=True),
    ]

    def __init__(self, words: str, annotations: Sequence[Placed], codebook: Codebook, *, glyphs: Glyphs) -> None:
        super().__init__()
        self.words = words
        self.annotations = annotations
        """The likeliest first."""
        self.codebook = codebook
        self.glyphs = glyphs

    def compose(self) -> ComposeResult:
        lines = (annotation_line(placed.annotation, self.codebook, glyphs=self.glyphs) for placed in self.annotations)
        with Vertical(classes="dialog"):
            yield Static("Make the selection the quote of this annotation?", classes="dialog-title")
            yield MarkedOptionList(*lines)
            with VerticalScroll(classes="versions", can_focus=False):
                yield Static(self._change(self.annotations[0]), id="change")
            choose = "   ↑ ↓ Tab another annotation" if len(self.annotations) > 1 else ""
            yield DialogButtons(CANCEL, hint=f"Enter change the quote{choose}")

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def action_next(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    @on(OptionList.OptionHighlighted)
    def _show_change(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#change", Static).update(self._change(self.annotations[event.option_index]))

    def _change(self, placed: Placed) -> Content:
        old = placed.annotation.quote
        lines = [
            Content.assemble(("old  ", "$quiet"), line_content(old)),
            Content.assemble(("new  ", "$quiet"), new_wording(old, self.words)),
        ]
        if pieces := len(placed.spans) - 1:
            lines.append(Content.styled(f"{count_noun(pieces + 1, 'piece')} become one.", "$warning"))
        return Content("\n").join(lines)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.annotations[event.option_index])
