"""Give quotations that go on after a cue to its speaker."""

from tui.attribution.found import Found
from tui.attribution.grammar import Grammar

_STOPS = frozenset({".", "!", "?", "…"})


class _Pass:
    """One pass over a text, paragraph by paragraph."""

    def __init__(self, grammar: Grammar, result: list[Found], claimed: set[int]) -> None:
        self.grammar = grammar
        self.result = result
        self.claimed = claimed
        """The numbers of the quotations that have a speaker."""
        self.position = -1
        """The last attribution before the current quotation."""
        self.quoting = -1
        """The last one with a quotation."""
        self.before = range(0)
        """The paragraph before."""

    def visit(self, paragraph: range) -> None:
        """Extend the speakers of a paragraph's quotations."""
        for quotation in _lone_quotations(self.grammar, paragraph):
            self._move_to(quotation.start)
            number = self.grammar.tokens.quotation_of[quotation.start]
            index = -1 if number in self.claimed else self._speaker(paragraph, quotation, number)
            if index >= 0:
                item = self.result[index]
                content = (*item.frame.content, quotation)
                self.result[index] = item._replace(frame=item.frame._replace(content=content))
                self.claimed.add(number)
                self.quoting = index
        self.before = paragraph

    def _move_to(self, start: int) -> None:
        while self.position + 1 < len(self.result) and self.result[self.position + 1].cue.first < start:
            self.position += 1
            if self._quotes(self.result[self.position]):
                self.quoting = self.position

    def _quotes(self, item: Found) -> bool:
        return any(_number(self.grammar, part) >= 0 for part in item.frame.content)

    def _speaker(self, paragraph: range, quotation: range, number: int) -> int:
        """Return the attribution that a quotation belongs to, else -1."""
        if self.quoting >= 0 and self.result[self.quoting].cue.first in paragraph:
            return self.quoting
        if self.position >= 0 and self.result[self.position].cue.first in paragraph:
            return self.position
        goes_on = number - 1 in self.claimed and self.grammar.tokens.opened[number - 1]
        fills = quotation.start == paragraph.start and quotation.stop >= paragraph.stop and self._just_quoted(number)
        return self.quoting if goes_on or fills else -1

    def _just_quoted(self, number: int) -> bool:
        """Return whether the paragraph before holds the quotation before."""
        if number - 1 not in self.claimed:
            return False
        return self.grammar.tokens.quotations[number - 1].start in self.before


def continue_quotations(grammar: Grammar, found: list[Found]) -> list[Found]:
    """Return the attributions with the quotations that go on after them.

    A sentence that is only a quotation belongs to the last speaker quoted in its paragraph. A paragraph that is only
    one belongs to the speaker of the paragraph before.
    """
    claimed = {_number(grammar, part) for item in found for part in item.frame.content}
    state = _Pass(grammar, list(found), claimed)
    for paragraph in grammar.tokens.paragraphs:
        state.visit(paragraph)
    return state.result


def _number(grammar: Grammar, part: range) -> int:
    return grammar.tokens.quotation_of[part.stop - 1] if part else -1


def _lone_quotations(grammar: Grammar, paragraph: range) -> list[range]:
    """Return the quotations of a paragraph that are whole sentences."""
    found: list[range] = []
    index = paragraph.start
    starts_sentence = True
    while index < paragraph.stop:
        quotation = grammar.tokens.quotation_at(index)
        if quotation and quotation.start == index:
            ends = quotation.stop >= paragraph.stop or any(
                grammar.low(place) in _STOPS for place in (quotation.stop - 2, quotation.stop)
            )
            if starts_sentence and ends:
                found.append(quotation)
            index = quotation.stop
            starts_sentence = grammar.low(index - 2) in _STOPS
        else:
            starts_sentence = grammar.low(index) in _STOPS or grammar.low(index) == ":"
            index += 1
    return found
