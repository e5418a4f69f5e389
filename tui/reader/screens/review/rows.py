"""How doubtful quotes are listed, each with the places to choose from: pure, from the collation to lines of content."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from tui.formats.phrasing import first_words, last_words
from tui.layout.glyphs import Glyphs
from tui.layout.visible import make_visible
from tui.model import AnchorState, Codebook
from tui.reader.content import joined_speakers, kind_label, line_content
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.text_folding import fold_lines
from tui.reader.word_diff import new_wording, word_diff
from tui.session.quote_review import DoubtfulQuote, QuoteCandidate

TONES = {
    AnchorState.EXACT: "$quiet",
    AnchorState.ADJUSTED: "$accent",
    AnchorState.REVIEW: "$warning",
    AnchorState.ORPHAN: "$error",
}


STATE_NAMES = {
    AnchorState.EXACT: "exact",
    AnchorState.ADJUSTED: "adjusted",
    AnchorState.REVIEW: "in review",
    AnchorState.ORPHAN: "orphaned",
}


def state_counts(found: Mapping[AnchorState, int]) -> Content:
    """Return the numbers of the four states in one line."""
    return Content(", ").join(
        [
            Content.styled(f"{found[state]} {name}", TONES[state] if found[state] else "$quiet")
            for state, name in STATE_NAMES.items()
        ]
    )


class ReviewRows(Rows):
    """Doubtful quotes: a heading each, and under it the places to choose from."""

    def __init__(self, quotes: Sequence[DoubtfulQuote], codebook: Codebook, glyphs: Glyphs) -> None:
        self.rows: list[DoubtfulQuote | QuoteCandidate] = []
        for quote in quotes:
            self.rows += [quote, *quote.candidates]
        super().__init__(self.rows)
        self.codebook = codebook
        self.glyphs = glyphs

    def candidate(self, index: int) -> QuoteCandidate | None:
        """Return what can be chosen in a row."""
        row = self.rows[index] if index < len(self.rows) else None
        return row if isinstance(row, QuoteCandidate) else None

    def can_select(self, index: int) -> bool:
        """Return whether a row is a choice."""
        return isinstance(self.rows[index], QuoteCandidate)

    def height(self, index: int, width: int) -> int:
        """Return the lines of a row."""
        row = self.rows[index]
        return len(self._choice(row, width, current=False)) if isinstance(row, QuoteCandidate) else 1

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        """Return a heading's line or a choice's lines."""
        row = self.rows[index]
        if isinstance(row, QuoteCandidate):
            return self._choice(row, width, current=current)
        return [self._heading(row, width)]

    def _heading(self, doubt: DoubtfulQuote, width: int) -> Content:
        annotation = doubt.annotation
        said = Content.styled(_told(doubt), TONES[doubt.state])
        parts: list[Content | str] = [
            Content.styled(f"{doubt.reference:<4}", "bold"),
            kind_label(self.codebook.kind(annotation.kind), self.glyphs),
        ]
        if annotation.speaker:
            parts += ["  ", line_content(joined_speakers(annotation), "bold")]
        if doubt.state is AnchorState.REVIEW:
            parts += ["  ", line_content(f"“{annotation.quote}”", "$quiet")]
        line = Content.assemble(*parts).truncate(max(1, width - said.cell_length - 2), ellipsis=True, pad=True)
        return Content.assemble(line, "  ", said)

    def _choice(self, choice: QuoteCandidate, width: int, *, current: bool) -> list[Content]:
        quote = choice.quote.annotation.quote
        inner = max(10, width - 4)
        if choice.span is None:
            lines = fold_lines(line_content(f"“{quote}”", "italic"), inner)
        elif choice.quote.state is AnchorState.REVIEW:
            lines = [candidate_in_context(choice, inner, "$foreground" if current else "$quiet")]
        else:
            lines = fold_lines(word_diff(quote, choice.words, glyphs=self.glyphs), inner)
        return [Content("    ") + line for line in lines]


def _told(doubt: DoubtfulQuote) -> str:
    if doubt.state is AnchorState.REVIEW:
        number = len(doubt.candidates)
        return f"{number} places" if number > 1 else "1 doubtful place"
    return "orphan" if doubt.state is AnchorState.ORPHAN else "adjusted"


def candidate_in_context(choice: QuoteCandidate, width: int, style: str) -> Content:
    """Return the words at a place with as many around them, in this style, as a line of `width` cells has room for."""
    article = choice.quote.account.article.text
    start, end = choice.span or (0, 0)
    words = new_wording(choice.quote.annotation.quote, choice.words)
    if words.cell_length > width * 2 // 3:
        words = words.truncate(width * 2 // 3, ellipsis=True)
    room = max(0, width - words.cell_length) // 2 - 1
    before, after = _line(article[max(0, start - 2 * room) : start]), _line(article[end : end + 2 * room])
    cut = last_words(before, room)
    head = cut if cut == before else f"…{cut}"
    cut = first_words(after, room)
    tail = cut if cut == after else f"{cut}…"
    return Content.assemble(Content.styled(head, style), words, Content.styled(tail, style)).truncate(width)


def _line(words: str) -> str:
    """Return text on one line, with a space at an end that has one."""
    line = make_visible(" ".join(words.split()))
    left = " " if words[:1].isspace() else ""
    return f"{left}{line} " if words[-1:].isspace() else f"{left}{line}"
