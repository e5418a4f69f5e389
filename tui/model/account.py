"""Accounts of one event: articles with their annotations."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress, count
from operator import attrgetter, not_
from typing import NamedTuple

from tui.model.anchor import Anchor, AnchorState
from tui.model.annotation import Annotation, Record
from tui.model.article import Article
from tui.model.codebook import NOTE, Codebook
from tui.model.problem import Problem
from tui.model.selector import join_pieces
from tui.model.span import Span

_DOUBTFUL_STATES = (AnchorState.REVIEW, AnchorState.ORPHAN)
_EXACT, _ADJUSTED = AnchorState.EXACT, AnchorState.ADJUSTED
"""Every record is asked for its state, and Python 3.11 calls a function to look up a member of an enumeration."""


class Placed(NamedTuple):
    """A record and the anchor of its quote, None if it has no quote."""

    record: Record
    anchor: Anchor | None = None

    @property
    def annotation(self) -> Annotation:
        return self.record.annotation

    @property
    def span(self) -> Span | None:
        """The quote's range, or None if it has none or is not anchored."""
        anchor = self.anchor
        if anchor is None or anchor.start is None or anchor.end is None:
            return None
        return Span(anchor.start, anchor.end)

    def words(self, text: str) -> str:
        """Return today's words of an adjusted quote, else the quote."""
        return self.words_in(text) if self.is_adjusted else self.record.annotation.quote

    @property
    def spans(self) -> tuple[Span, ...]:
        """The ranges of the quote's pieces, none if it is not anchored."""
        anchor = self.anchor
        if anchor is None:
            return ()
        _, start, end, _, _, pieces = anchor
        return pieces if pieces or start is None or end is None else (Span(start, end),)

    @property
    def has_place(self) -> bool:
        """Whether it has `spans`, which takes longer to make than to ask for."""
        anchor = self.anchor
        return anchor is not None and bool(anchor.pieces or (anchor.start is not None and anchor.end is not None))

    def words_in(self, text: str) -> str:
        """Return today's words of the quote, with `OMISSION` between pieces."""
        return join_pieces(text, self.spans)

    @property
    def is_adjusted(self) -> bool:
        """Whether the text has changed since the quote was marked."""
        anchor = self.anchor
        return anchor is not None and anchor.state is _ADJUSTED

    @property
    def is_certain(self) -> bool:
        """Whether today's text has the quote as it was, if there is one.

        An adjusted quote is neither certain nor doubtful.
        """
        anchor = self.anchor
        return anchor is None or anchor.state is _EXACT

    @property
    def is_doubtful(self) -> bool:
        """Whether today's text does not have the quote for certain."""
        anchor = self.anchor
        return anchor is not None and anchor.state in _DOUBTFUL_STATES

    @property
    def state(self) -> AnchorState | None:
        return self.anchor.state if self.anchor else None


_id, _kind, _about, _on = (attrgetter(f"record.annotation.{name}") for name in ("id", "kind", "about", "on"))
"""An account may have many records: no Python code runs for each of them."""


@dataclass(frozen=True)
class Account:
    """An article as one teller of the event, with its records."""

    siglum: str
    """A, B, C …, in the order opened."""
    article: Article
    placed: tuple[Placed, ...] = ()
    """In reading order; records that are not anchored come last."""
    problems: tuple[Problem, ...] = ()
    """What is wrong in this article's annotation files."""
    is_read_only: bool = False
    """Whether its annotations are in another workspace than the one that is open."""

    # The reader looks records up at every key, so each index is built once.
    @cached_property
    def by_id(self) -> Mapping[str, Placed]:
        return dict(zip(map(_id, self.placed), self.placed, strict=True))

    @cached_property
    def anchored(self) -> Mapping[str, Placed]:
        """The records that have a place, in reading order, by id."""
        records = [placed for placed in self.placed if placed.anchor and placed.anchor.start is not None]
        return dict(zip(map(_id, records), records, strict=True))

    @cached_property
    def kind_counts(self) -> Mapping[str, int]:
        """The number of records by kind, without kinds that have none.

        Doubtful records do not count, but notes are their reader's words, whatever became of the quote.
        """
        doubtful = Counter(
            map(_kind, [placed for placed in self.placed if placed.anchor and placed.anchor.start is None])
        )
        doubtful.pop(NOTE.name, None)
        return Counter(map(_kind, self.placed)) - doubtful

    @cached_property
    def state_counts(self) -> Mapping[AnchorState, int]:
        """The number of quotes in each of the four anchor states."""
        states = [placed.anchor.state for placed in self.placed if placed.anchor]
        return {state: states.count(state) for state in AnchorState}  # hashing a state takes longer

    @cached_property
    def by_proposition(self) -> Mapping[str, tuple[tuple[int, Placed], ...]]:
        """The statements by the slug they are about, numbered as in `numbered`."""
        statements: defaultdict[str, list[tuple[int, Placed]]] = defaultdict(list)
        own = [*self.statements()]
        for about, numbered in zip(map(_about, own), enumerate(own, start=1), strict=True):
            statements[about].append(numbered)
        return {slug: tuple(numbered) for slug, numbered in statements.items()}

    @cached_property
    def anchored_numbers(self) -> Mapping[str, int]:
        """The number of each anchored record among all of them, from 1, by id."""
        return dict(zip(self.anchored, count(1), strict=False))

    @cached_property
    def _notes(self) -> Mapping[str, tuple[Placed, ...]]:
        notes: defaultdict[str, list[Placed]] = defaultdict(list)
        for placed in self.placed:
            if placed.record.annotation.on:
                notes[placed.annotation.on].append(placed)
        return {annotation_id: tuple(replies) for annotation_id, replies in notes.items()}

    @property
    def noted(self) -> Collection[str]:
        """The ids of the annotations with notes on them."""
        return self._notes.keys()

    def statements(self) -> Iterator[Placed]:
        """Yield all records but the notes on other annotations."""
        return compress(self.placed, map(not_, map(_on, self.placed)))

    def numbered(self) -> Iterator[tuple[int, Placed]]:
        """Yield the statements with their numbers in reading order, from 1."""
        return enumerate(self.statements(), start=1)

    def notes_on(self, annotation_id: str) -> tuple[Placed, ...]:
        """Return the notes on an annotation, in reading order."""
        return self._notes.get(annotation_id, ())


@dataclass(frozen=True, slots=True)
class Collation:
    """Accounts to read side by side, with the codebook they share."""

    accounts: tuple[Account, ...]
    codebook: Codebook = field(default_factory=Codebook)
    notes: tuple[Record, ...] = ()
    """Notes on propositions."""
    problems: tuple[Problem, ...] = ()
    """What is wrong outside the articles' files: the codebook, missing articles."""

    @property
    def articles_once(self) -> tuple[Account, ...]:
        """The first account of each article, which may be open in several panes."""
        accounts: dict[str, Account] = {}
        for account in self.accounts:
            accounts.setdefault(account.article.id, account)
        return tuple(accounts.values())


def siglum(position: int) -> str:
    """Return the siglum of the account at `position`, counted from 0.

    `siglum(0)` is `"A"`, `siglum(25)` is `"Z"`, `siglum(26)` is `"AA"`.
    """
    letters = ""
    position += 1
    while position:
        position, letter = divmod(position - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
