"""Articles as tellers of an event, with what is annotated in them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tui.model.anchor import Anchor, AnchorState
from tui.model.annotation import Annotation, Record
from tui.model.article import Article
from tui.model.codebook import Codebook
from tui.model.problem import Problem
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A record with its place in today's text; `anchor` is None where it has no quote."""

    record: Record
    anchor: Anchor | None = None

    @property
    def annotation(self) -> Annotation:
        """What the record says."""
        return self.record.annotation

    @property
    def span(self) -> Span | None:
        """Its start and end in code points where the place is settled, else None."""
        if self.anchor is None or self.anchor.start is None or self.anchor.end is None:
            return None
        return Span(self.anchor.start, self.anchor.end)

    @property
    def is_adjusted(self) -> bool:
        """Whether the words changed since they were marked."""
        return self.state is AnchorState.ADJUSTED

    @property
    def state(self) -> AnchorState | None:
        """Its anchor's state, or None where it has no quote."""
        return self.anchor.state if self.anchor else None


@dataclass(frozen=True)
class Account:
    """An article seen as one teller of the event; what is asked at every key is looked up, not looked for."""

    siglum: str
    """A, B, C …, in the order opened."""
    article: Article
    placed: tuple[Placed, ...] = ()
    """In reading order; those without a settled place come last."""
    problems: tuple[Problem, ...] = ()
    """What is wrong in this article's annotation files."""

    @cached_property
    def by_id(self) -> Mapping[str, Placed]:
        """All of them by their ids."""
        return {placed.annotation.id: placed for placed in self.placed}

    @cached_property
    def by_proposition(self) -> Mapping[str, tuple[tuple[int, Placed], ...]]:
        """All but the notes on other annotations, by the slug they are about, each with its number in reading order."""
        found: defaultdict[str, list[tuple[int, Placed]]] = defaultdict(list)
        for number, placed in self.numbered():
            found[placed.annotation.about].append((number, placed))
        return {slug: tuple(told) for slug, told in found.items()}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The ids of those that have a settled place, each with its number among them, from 1."""
        settled = (placed for placed in self.placed if placed.span)
        return {placed.annotation.id: number for number, placed in enumerate(settled, start=1)}

    @cached_property
    def _notes(self) -> Mapping[str, tuple[Placed, ...]]:
        found: defaultdict[str, list[Placed]] = defaultdict(list)
        for placed in self.placed:
            if placed.annotation.on:
                found[placed.annotation.on].append(placed)
        return {on: tuple(notes) for on, notes in found.items()}

    def statements(self) -> Iterator[Placed]:
        """Yield all but the notes on other annotations."""
        return (placed for placed in self.placed if not placed.annotation.on)

    def numbered(self) -> Iterator[tuple[int, Placed]]:
        """Yield all but the notes on other annotations, each with its number in reading order, from 1."""
        return enumerate(self.statements(), start=1)

    def notes_on(self, annotation_id: str) -> tuple[Placed, ...]:
        """Return the notes on one annotation, in the order they were made."""
        return self._notes.get(annotation_id, ())


@dataclass(frozen=True, slots=True)
class Collation:
    """Accounts brought together, with the codebook they share."""

    accounts: tuple[Account, ...]
    codebook: Codebook = field(default_factory=Codebook)
    notes: tuple[Record, ...] = ()
    """Notes on the propositions themselves."""
    problems: tuple[Problem, ...] = ()
    """What is wrong outside the articles' own files: the codebook, missing articles."""

    @property
    def articles_once(self) -> tuple[Account, ...]:
        """The accounts, each article once, even if it is open in two panes."""
        first: dict[str, Account] = {}
        for account in self.accounts:
            first.setdefault(account.article.id, account)
        return tuple(first.values())


def siglum(position: int) -> str:
    """Return the siglum of the account at `position`, counted from 0: A to Z, then AA, AB and so on."""
    letters = ""
    position += 1
    while position:
        position, letter = divmod(position - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
