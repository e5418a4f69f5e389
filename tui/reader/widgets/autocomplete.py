"""An input that offers what is already known, and takes what is not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList

from tui.analysis.folding import fold
from tui.reader.content import visible_line
from tui.reader.widgets.line_input import LineInput
from tui.session.name_list import SEPARATOR

MOST_OFFERED = 50
LONGEST_OFFER = 500
"""Code points of an offer that its line shows."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something known that may be meant."""

    value: str
    """What goes into the field."""
    label: str
    """What the list shows."""


def matching_offers(typed: str, offers: Sequence[Offer]) -> list[Offer]:
    """Return the offers that hold every typed word, those that begin with it first; case and accents do not count."""
    words = _plain(typed).split()
    scored = [
        (not _plain(offer.label).startswith(" ".join(words)), position, offer)
        for position, offer in enumerate(offers)
        if all(word in _plain(f"{offer.value} {offer.label}") for word in words)
    ]
    return [offer for _, _, offer in sorted(scored, key=lambda each: each[:2])][:MOST_OFFERED]


def _plain(text: str) -> str:
    return fold(text)


def _line(label: str) -> str:
    return visible_line(label if len(label) <= LONGEST_OFFER else f"{label[:LONGEST_OFFER]}…")


class AutocompleteInput(LineInput):
    """The line one types in; arrows and Enter go to the offers while they are shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "offer(1)", "Next offer", show=False),
        Binding("up", "offer(-1)", "Previous offer", show=False),
    ]

    @dataclass
    class Asked(Message):
        """The user wants another offer to be the chosen one."""

        by: int

    def action_offer(self, by: int) -> None:
        """Ask for the next or the previous offer."""
        self.post_message(self.Asked(by))


class Autocomplete(Vertical):
    """A field with its offers under it; `several` takes a list separated by semicolons."""

    def __init__(
        self,
        value: str,
        offers: Sequence[Offer],
        *,
        placeholder: str = "",
        several: bool = False,
        describe_new: Callable[[str], str] | None = None,
        field_id: str,
    ) -> None:
        super().__init__()
        self.offers = offers
        self.several = several
        self.describe_new = describe_new
        self.field = AutocompleteInput(value, placeholder=placeholder, entry_id=field_id)
        self.list = OptionList(compact=True)
        self.list.can_focus = False
        self.shown: list[Offer] = []

    def compose(self) -> ComposeResult:
        """Yield the field and, hidden, the offers."""
        yield self.field
        self.list.display = False
        yield self.list

    @property
    def value(self) -> str:
        """What the field holds."""
        return self.field.value

    @property
    def _typed(self) -> str:
        value = self.field.value
        return value.rpartition(SEPARATOR)[2].strip() if self.several else value.strip()

    @on(Input.Changed)
    def _changed(self) -> None:
        if self.field.has_focus:
            self._offer()

    def on_descendant_focus(self) -> None:
        """Offer as soon as one is in the field."""
        self._offer()

    def on_descendant_blur(self) -> None:
        """Put the offers away."""
        self.list.display = False

    def _offer(self) -> None:
        typed = self._typed
        self.shown = matching_offers(typed, self.offers)
        if any(typed in (offer.value, offer.label) for offer in self.shown):
            self.shown = []
        lines = [Content(_line(offer.label)) for offer in self.shown]
        if typed and self.describe_new and not self._known(typed):
            lines.append(Content.styled(_line(self.describe_new(typed)), "italic"))
        self.list.clear_options()
        self.list.add_options(lines)
        self.list.display = bool(lines)
        self.list.highlighted = 0 if self.shown and typed else None

    def _known(self, typed: str) -> bool:
        return any(typed in (offer.value, offer.label) for offer in self.offers)

    @on(AutocompleteInput.Asked)
    def _asked(self, event: AutocompleteInput.Asked) -> None:
        if not self.list.display:
            self._offer()
            return
        here = self.list.highlighted
        last = self.list.option_count - 1
        self.list.highlighted = max(0, min(last, (-1 if here is None else here) + event.by))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self.list.display and self.list.highlighted is not None:
            self._take(self.list.highlighted)
        else:
            self.screen.focus_next()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(event.option_index)
        self.field.focus()

    def _take(self, position: int) -> None:
        if position < len(self.shown):
            before = self.field.value.rpartition(SEPARATOR)[0] if self.several else ""
            lead = f"{before.strip()}{SEPARATOR} " if before.strip() else ""
            self.field.value = lead + self.shown[position].value
            self.field.cursor_position = len(self.field.value)
        self.list.display = False
        if not self.several or position >= len(self.shown):
            self.screen.focus_next()
