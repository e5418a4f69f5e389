"""The screen that shows an article beside what was left out of it."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.errors import ArticleError, DocumentError
from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.visible import make_visible, replace_controls
from tui.reader.content import line_content
from tui.reader.dialogs.overlay import Overlay
from tui.reader.screens.left_out.rows import article_rows, left_out_rows
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import ListView
from tui.session.left_out import LeftOut, read_left_out
from tui.storage.workspace.articles import read_article
from tui.terminal.capabilities import is_in_browser
from tui.terminal.clipboard import copy_to_system

if TYPE_CHECKING:
    from textual.app import App, ComposeResult

    from tui.model import Article, Byline, Workspace

_READING = "Reading the original …"
_NOTHING = "Nothing was left out."


class LeftOutScreen(Overlay[None]):
    """Shows what of the original did not become part of an article."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,O", "dismiss(None)", "Close"),
        Binding("tab,shift+tab", "turn", "Other side"),
        Binding("left,h", "focus_article", "Article"),
        Binding("right,l", "focus_left_out", "Left out"),
        Binding("y", "copy", "Copy"),
    ]

    def __init__(self, workspace: Workspace, article: Article, *, glyphs: Glyphs = UNICODE) -> None:
        super().__init__(classes="page")
        self.workspace = workspace
        self.article = article
        self.left_out: LeftOut | None = None
        self.article_list = ListView(glyphs=glyphs, empty_text="This article is empty.")
        self.left_out_list = ListView(glyphs=glyphs, empty_text=_READING)

    def compose(self) -> ComposeResult:
        yield Static(line_content(f"What was left out of “{self.article.title}”", "bold"), classes="page-title")
        with Horizontal(classes="two-columns"):
            with Vertical():
                yield Static(line_content(f"The article: {self.article.path.name}"), classes="page-head -side")
                yield self.article_list
            with Vertical(classes="right-column"):
                yield Static(Content("Left out"), id="left-out-head", classes="page-head -side")
                yield self.left_out_list
        yield KeyBar()

    def on_mount(self) -> None:
        self.article_list.show(article_rows(self.article.text))
        self.left_out_list.focus()
        self._read()

    @work
    async def _read(self) -> None:
        try:
            self.left_out = await to_thread(read_left_out, self.workspace, self.article)
        except DocumentError as error:
            name = f"{error.file.name} " if error.file else ""
            self.left_out_list.empty_text = make_visible(f"{name}{error.message}")
            self.left_out_list.refresh()
            return
        self._show_head(f"{len(self.left_out.parts):,} left out of {make_visible(self.left_out.original.name)}")
        self.left_out_list.empty_text = _NOTHING
        self.left_out_list.show(left_out_rows(self.left_out.parts))

    def _show_head(self, words: str) -> None:
        self.query_one("#left-out-head", Static).update(Content(words))

    def on_descendant_focus(self) -> None:
        other = ("article", "focus_article") if self.left_out_list.has_focus else ("left out", "focus_left_out")
        hints = [Hint("↑ ↓", "move", "turn"), Hint("Tab", *other), Hint("y", "copy", "copy")]
        self.query_one(KeyBar).show([*hints, Hint("Esc", "close", "dismiss(None)")])

    def action_turn(self) -> None:
        """Go to the other side."""
        (self.article_list if self.left_out_list.has_focus else self.left_out_list).focus()

    def action_focus_article(self) -> None:
        self.article_list.focus()

    def action_focus_left_out(self) -> None:
        self.left_out_list.focus()

    @work(exclusive=True, group="clipboard")
    async def action_copy(self) -> None:
        """Copy what was left out, as far as it is under the cursor."""
        if self.left_out is None or not self.left_out.parts:
            return
        words = replace_controls(self.left_out.parts[self.left_out_list.cursor].words)
        self.app.copy_to_clipboard(words)
        is_copied = is_in_browser() or await to_thread(copy_to_system, words)
        self.query_one(KeyBar).show_message("Copied." if is_copied else "Sent to the terminal, to be copied there.")


def show_left_out(app: App[None], workspace: Workspace, article_id: str, byline: Byline) -> None:
    """Show what an article does not have, or report that it cannot be read."""
    try:
        article = read_article(workspace, article_id, byline)
    except ArticleError as error:
        app.notify(make_visible(str(error)), severity="error", markup=False, timeout=8)
    else:
        app.push_screen(LeftOutScreen(workspace, article))
