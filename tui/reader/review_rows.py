"""How doubtful quotes are listed, each with the places to choose from: pure, from the collation to lines of content."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from textual.content import Content

from tui.analysis.statements import numbered, tellers
from tui.formats.phrasing import beginning, ending
from tui.layout.visible import make_visible
from tui.model import Account, AnchorState, Annotation, Codebook, Collation, Placed, Span
from tui.reader.differences import difference, today
from tui.reader.phrases import kind_words, speakers, text

DOUBTFUL = (AnchorState.REVIEW, AnchorState.ORPHAN, AnchorState.ADJUSTED)
"""In the order of the list: first what only a person can tell."""
TONES = {
    AnchorState.EXACT: "$quiet",
    AnchorState.ADJUSTED: "$accent",
    AnchorState.REVIEW: "$warning",
    AnchorState.ORPHAN: "$error",
}
TALLEST = 3
"""Lines of a quote or a difference, at most."""


@dataclass(frozen=True)
class Doubt:
    """An annotation whose place is not sure."""

    reference: str
    """Its account's siglum and its number there; the siglum alone for a note on an annotation."""
    account: Account
    placed: Placed

    @property
    def annotation(self) -> Annotation:
        """What the record says."""
        return self.placed.annotation

    @property
    def state(self) -> AnchorState:
        """Its anchor's state."""
        return self.placed.state or AnchorState.ORPHAN

    @cached_property
    def choices(self) -> tuple["Choice", ...]:
        """What there is to choose from: one without a place for an orphan."""
        if self.placed.span:
            return (Choice(self, self.placed.span),)
        candidates = self.placed.anchor.candidates if self.placed.anchor else ()
        return tuple(Choice(self, Span(each.start, each.end)) for each in candidates) or (Choice(self, None),)


@dataclass(frozen=True)
class Choice:
    """A place that a doubtful annotation may have."""

    doubt: Doubt
    span: Span | None
    """None where no place is known."""

    @property
    def words(self) -> str:
        """The words that stand there today."""
        return self.span.of(self.doubt.account.article.text) if self.span else ""


def doubts(collation: Collation) -> tuple[Doubt, ...]:
    """Return the annotations whose place is not sure: to review, orphans, adjusted; each in the order of accounts."""
    found = [doubt for account in tellers(collation) for doubt in _doubts(account)]
    return tuple(sorted(found, key=lambda doubt: DOUBTFUL.index(doubt.state)))


def _doubts(account: Account) -> Iterator[Doubt]:
    numbers = {placed.annotation.id: f"{account.siglum}{number}" for number, placed in numbered(account)}
    for placed in account.placed:
        if placed.state in DOUBTFUL:
            yield Doubt(numbers.get(placed.annotation.id, account.siglum), account, placed)


NAMES = {
    AnchorState.EXACT: "exact",
    AnchorState.ADJUSTED: "adjusted",
    AnchorState.REVIEW: "in review",
    AnchorState.ORPHAN: "orphaned",
}


def counted(found: Mapping[AnchorState, int]) -> Content:
    """Return the numbers of the four states in one line."""
    return Content(", ").join(
        [
            Content.styled(f"{found[state]} {name}", TONES[state] if found[state] else "$quiet")
            for state, name in NAMES.items()
        ]
    )


@dataclass
class ReviewRows:
    """Doubts for a listing: a heading each, and under it what there is to choose from."""

    doubts: Sequence[Doubt]
    codebook: Codebook
    ascii_only: bool = False

    def __post_init__(self) -> None:
        """Lay the rows out."""
        self.rows: list[Doubt | Choice] = []
        for doubt in self.doubts:
            self.rows += [doubt, *doubt.choices]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def choice(self, index: int) -> Choice | None:
        """Return what can be chosen in a row."""
        row = self.rows[index] if index < len(self.rows) else None
        return row if isinstance(row, Choice) else None

    def can_take(self, index: int) -> bool:
        """Return whether a row is a choice."""
        return isinstance(self.rows[index], Choice)

    def ground(self, index: int, *, current: bool) -> str:
        """Return the colour behind the choice under the cursor."""
        return "$selection" if current else ""

    def height(self, index: int, width: int) -> int:
        """Return the lines of a row."""
        row = self.rows[index]
        return len(self._choice(row, width, current=False)) if isinstance(row, Choice) else 1

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        """Return a heading's line or a choice's lines."""
        row = self.rows[index]
        if isinstance(row, Choice):
            return self._choice(row, width, current=current)
        return [self._heading(row, width)]

    def _heading(self, doubt: Doubt, width: int) -> Content:
        annotation = doubt.annotation
        said = Content.styled(_told(doubt), TONES[doubt.state])
        parts: list[Content | str] = [
            Content.styled(f"{doubt.reference:<4}", "bold"),
            kind_words(self.codebook.kind(annotation.kind), ascii_only=self.ascii_only),
        ]
        if annotation.speaker:
            parts += ["  ", text(speakers(annotation), "bold")]
        if doubt.state is AnchorState.REVIEW:
            parts += ["  ", text(f"“{annotation.quote}”", "$quiet")]
        line = Content.assemble(*parts).truncate(max(1, width - said.cell_length - 2), ellipsis=True, pad=True)
        return Content.assemble(line, "  ", said)

    def _choice(self, choice: Choice, width: int, *, current: bool) -> list[Content]:
        quote = choice.doubt.annotation.quote
        inner = max(10, width - 4)
        if choice.span is None:
            lines = _folded(text(f"“{quote}”", "italic"), inner)
        elif choice.doubt.state is AnchorState.REVIEW:
            lines = [in_context(choice, inner, "$foreground" if current else "$quiet")]
        else:
            lines = _folded(difference(quote, choice.words, ascii_only=self.ascii_only), inner)
        return [Content("    ") + line for line in lines]


def _told(doubt: Doubt) -> str:
    if doubt.state is AnchorState.REVIEW:
        number = len(doubt.choices)
        return f"{number} places" if number > 1 else "1 doubtful place"
    return "orphan" if doubt.state is AnchorState.ORPHAN else "adjusted"


def in_context(choice: Choice, width: int, style: str) -> Content:
    """Return the words at a place with as many around them, in this style, as a line of `width` cells has room for."""
    article = choice.doubt.account.article.text
    start, end = choice.span or (0, 0)
    words = today(choice.doubt.annotation.quote, choice.words)
    if words.cell_length > width * 2 // 3:
        words = words.truncate(width * 2 // 3, ellipsis=True)
    room = max(0, width - words.cell_length) // 2 - 1
    before, after = _line(article[max(0, start - 2 * room) : start]), _line(article[end : end + 2 * room])
    cut = ending(before, room)
    head = cut if cut == before else f"…{cut}"
    cut = beginning(after, room)
    tail = cut if cut == after else f"{cut}…"
    return Content.assemble(Content.styled(head, style), words, Content.styled(tail, style)).truncate(width)


def _line(words: str) -> str:
    """Return text on one line, with a space at an end that has one."""
    line = make_visible(" ".join(words.split()))
    left = " " if words[:1].isspace() else ""
    return f"{left}{line} " if words[-1:].isspace() else f"{left}{line}"


def _folded(content: Content, width: int) -> list[Content]:
    lines = [line.rstrip() for line in content.wrap(width)] or [Content("")]
    if len(lines) > TALLEST:
        lines[TALLEST - 1] = (lines[TALLEST - 1] + Content(" …")).truncate(width, ellipsis=True)
    return lines[:TALLEST]
