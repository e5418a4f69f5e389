"""An input that offers known values and accepts new ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList

from tui.analysis.folding import fold
from tui.reader.content import visible_line
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.marked_option_list import MarkedOptionList
from tui.session.name_list import SEPARATOR

MAX_OFFERS = 50
LONGEST_OFFER = 500
"""Code points shown of an offer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A known value that can be offered."""

    value: str
    """What is put into the input."""
    label: str
    """What is shown in the list."""


def matching_offers(typed: str, offers: Sequence[Offer]) -> list[Offer]:
    """Return the offers with every typed word, ignoring case and accents.

    Those that begin with the words come first: "talks" matches "talks failed", then "the talks".
    """
    words = fold(typed).split()
    matches = [offer for offer in offers if all(word in fold(f"{offer.value} {offer.label}") for word in words)]
    return sorted(matches, key=lambda offer: not fold(offer.label).startswith(" ".join(words)))[:MAX_OFFERS]


def _is_known(typed: str, offers: Sequence[Offer]) -> bool:
    return any(typed in (offer.value, offer.label) for offer in offers)


def _line(label: str) -> str:
    return visible_line(label if len(label) <= LONGEST_OFFER else f"{label[:LONGEST_OFFER]}…")


class AutocompleteInput(LineInput):
    """The input of an autocomplete.

    Up and down move in the offers.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "offer(1)", "Next offer", show=False),
        Binding("up", "offer(-1)", "Previous offer", show=False),
    ]

    # Not by messages: the next key of a fast typist would come before the highlight or the focus has moved.

    def action_offer(self, by: int) -> None:
        self.query_ancestor(Autocomplete).move_highlight(by)

    async def action_submit(self) -> None:
        self.query_ancestor(Autocomplete).take_highlighted()


class Autocomplete(Vertical):
    """An input with offers below it.

    With `multiple`, it takes multiple values, separated by semicolons.
    """

    def __init__(
        self,
        value: str,
        offers: Sequence[Offer],
        *,
        placeholder: str = "",
        multiple: bool = False,
        describe_new: Callable[[str], str] | None = None,
        new_prefix: str = "",
        likely: Sequence[Offer] = (),
        open_end: str = "",
        field_id: str,
    ) -> None:
        super().__init__()
        self.offers = offers
        self.likely = likely
        """What is offered until something is typed, if anything."""
        self._value_before = value
        self.multiple = multiple
        self.describe_new = describe_new
        self.new_prefix = new_prefix
        """What is put before a new value that the user takes from the list, if nothing else makes it one."""
        self.open_end = open_end
        """What a value that goes on ends with: of its offers none is highlighted, and Enter takes it as it is."""
        self.field = AutocompleteInput(value, placeholder=placeholder, entry_id=field_id)
        self.list = MarkedOptionList(compact=True)
        self.list.can_focus = False
        self.matches: list[Offer] = []

    def compose(self) -> ComposeResult:
        yield self.field
        self.list.display = False
        yield self.list

    @property
    def _typed(self) -> str:
        value = self.field.value
        return value.rpartition(SEPARATOR)[2].strip() if self.multiple else value.strip()

    @on(Input.Changed)
    def _text_changed(self) -> None:
        if self.field.has_focus:
            self._show_offers()

    def on_descendant_focus(self) -> None:
        self._show_offers()

    def on_descendant_blur(self) -> None:
        self.hide_offers()

    def hide_offers(self) -> None:
        """Hide the offers until the next key or focus shows them."""
        self.list.display = False

    def _show_offers(self) -> None:
        typed = self._typed
        if self.likely and self.field.value == self._value_before:
            self._show_likely()
            return
        if self.new_prefix and typed.startswith(self.new_prefix.strip()):
            self.list.display = False
            return
        self.matches = matching_offers(typed, self.offers)
        if _is_known(typed, self.matches):
            self.matches = []
        lines = [Content(_line(offer.label)) for offer in self.matches]
        if typed and self.describe_new and not _is_known(typed, self.offers):
            lines.append(Content.styled(_line(self.describe_new(typed)), "italic"))
        self.list.clear_options()
        self.list.add_options(lines)
        self.list.display = bool(lines)
        is_open = bool(self.open_end) and typed.endswith(self.open_end)
        self.list.highlighted = 0 if self.matches and typed and not is_open else None

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer other values from now on."""
        self.offers = offers
        if self.field.has_focus:
            self._show_offers()

    def _show_likely(self) -> None:
        """Offer what is likely instead of the value, which stays otherwise."""
        self.matches = [offer for offer in self.likely if offer.value != self.field.value]
        self.list.clear_options()
        self.list.add_options(Content(_line(offer.label)) for offer in self.matches)
        self.list.display = bool(self.matches)
        self.list.highlighted = None

    def move_highlight(self, by: int) -> None:
        """Move the highlight by so many offers, from the first up to the last."""
        if not self.list.display:
            self._show_offers()
            return
        current, count = self.list.highlighted, self.list.option_count
        self.list.highlighted = (current + by) % count if current is not None else min(0, by) % count

    def take_highlighted(self) -> None:
        """Take the highlighted offer, or go to the next field if there is none.

        If a new value would have to be taken, and nothing else is offered, it is highlighted first.
        """
        if self.list.display and self.list.highlighted is not None:
            self._accept(self.list.highlighted)
        elif self.list.display and self.new_prefix and not self.matches:
            self.list.highlighted = 0
        elif self.open_end:
            self.field.post_message(Input.Submitted(self.field, self.field.value))
        else:
            self.screen.focus_next()

    @on(OptionList.OptionSelected)
    def _offer_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._accept(event.option_index)
        self.field.focus()

    def _accept(self, position: int) -> None:
        if position < len(self.matches):
            others = self.field.value.rpartition(SEPARATOR)[0].strip() if self.multiple else ""
            prefix = f"{others}{SEPARATOR} " if others else ""
            self.field.value = prefix + self.matches[position].value
        elif self.new_prefix:
            self.field.value = f"{self.new_prefix}{self._typed}"
        self.field.cursor_position = len(self.field.value)
        self.list.display = False
        if not self.multiple or position >= len(self.matches):
            moved_to = self.screen.focus_next()
            if isinstance(moved_to, LineInput):
                moved_to.ignore_next_tab()
