"""The rows of the list of doubtful quotes and their candidates: pure."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from tui.formats.phrasing import first_words, in_quotes, last_words, speakers_or_own_voice
from tui.layout.glyphs import Glyphs
from tui.layout.visible import make_visible
from tui.model import AnchorState, Codebook
from tui.reader.content import kind_label, line_content
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.text_folding import fold_lines
from tui.reader.word_diff import new_wording, word_diff
from tui.session.quote_review import DoubtfulQuote, QuoteCandidate

STATE_STYLES = {
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


def state_counts(counts: Mapping[AnchorState, int]) -> Content:
    """Return the counts of the four states on one line."""
    return Content(", ").join(
        [
            Content.styled(f"{counts[state]} {name}", STATE_STYLES[state] if counts[state] else "$quiet")
            for state, name in STATE_NAMES.items()
        ]
    )


class ReviewRows(Rows):
    """Doubtful quotes, a heading each, with their candidates under it."""

    def __init__(self, quotes: Sequence[DoubtfulQuote], codebook: Codebook, glyphs: Glyphs) -> None:
        self.rows: list[DoubtfulQuote | QuoteCandidate] = []
        for quote in quotes:
            self.rows += [quote, *quote.candidates]
        super().__init__(self.rows)
        self.codebook = codebook
        self.glyphs = glyphs

    def candidate(self, index: int) -> QuoteCandidate | None:
        """Return the candidate in a row, or None if it is a heading."""
        row = self.rows[index] if index < len(self.rows) else None
        return row if isinstance(row, QuoteCandidate) else None

    def can_select(self, index: int) -> bool:
        return isinstance(self.rows[index], QuoteCandidate)

    def height(self, index: int, width: int) -> int:
        row = self.rows[index]
        return len(self._candidate_lines(row, width, current=False)) if isinstance(row, QuoteCandidate) else 1

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        row = self.rows[index]
        if isinstance(row, QuoteCandidate):
            return self._candidate_lines(row, width, current=current)
        return [self._heading(row, width)]

    def _heading(self, quote: DoubtfulQuote, width: int) -> Content:
        annotation = quote.annotation
        state = Content.styled(_state_in_words(quote), STATE_STYLES[quote.state])
        parts: list[Content | str] = [
            Content.styled(f"{quote.reference:<4}", "bold"),
            kind_label(self.codebook.kind(annotation.kind), self.glyphs),
        ]
        if speakers := speakers_or_own_voice(annotation):
            parts += ["  ", line_content(speakers, "bold")]
        if quote.state is AnchorState.REVIEW:
            parts += ["  ", line_content(in_quotes(annotation.quote), "$quiet")]
        line = Content.assemble(*parts).truncate(max(1, width - state.cell_length - 2), ellipsis=True, pad=True)
        return Content.assemble(line, "  ", state)

    def _candidate_lines(self, candidate: QuoteCandidate, width: int, *, current: bool) -> list[Content]:
        quote = candidate.quote.annotation.quote
        inner_width = max(10, width - 4)
        if candidate.span is None:
            lines = fold_lines(line_content(in_quotes(quote), "italic"), inner_width)
        elif candidate.quote.state is AnchorState.REVIEW:
            lines = [candidate_in_context(candidate, inner_width, "$foreground" if current else "$quiet")]
        else:
            lines = fold_lines(word_diff(quote, candidate.words, glyphs=self.glyphs), inner_width)
        return [Content("    ") + line for line in lines]


def _state_in_words(quote: DoubtfulQuote) -> str:
    if quote.state is AnchorState.REVIEW:
        number = len(quote.candidates)
        return f"{number} places" if number > 1 else "1 doubtful place"
    return "orphan" if quote.state is AnchorState.ORPHAN else "adjusted"


def candidate_in_context(candidate: QuoteCandidate, width: int, style: str) -> Content:
    """Return a candidate's words on a line of at most `width` cells.

    The text around them is in `style`, as in `…he said the ferry left at nine…`.
    """
    text = candidate.quote.account.article.text
    start, end = candidate.span or (0, 0)
    words = new_wording(candidate.quote.annotation.quote, candidate.words)
    if words.cell_length > width * 2 // 3:
        words = words.truncate(width * 2 // 3, ellipsis=True)
    side = max(0, width - words.cell_length) // 2 - 1
    before, after = _on_one_line(text[max(0, start - 2 * side) : start]), _on_one_line(text[end : end + 2 * side])
    head, tail = last_words(before, side), first_words(after, side)
    head = head if head == before else f"…{head}"
    tail = tail if tail == after else f"{tail}…"
    return Content.assemble(Content.styled(head, style), words, Content.styled(tail, style)).truncate(width)


def _on_one_line(text: str) -> str:
    """Return text on one line, keeping a space at either end."""
    line = make_visible(" ".join(text.split()))
    lead = " " if text[:1].isspace() else ""
    return f"{lead}{line} " if text[-1:].isspace() else f"{lead}{line}"
