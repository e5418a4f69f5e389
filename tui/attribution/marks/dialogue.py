"""Find statements between dashes, as in `— It is late — said Ruiz`."""

from collections.abc import Iterator

from tui.attribution.found import Found
from tui.attribution.frames import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.marks.clause import Clause
from tui.attribution.marks.marked_points import score_frame
from tui.attribution.marks.pattern_cues import pattern_cues
from tui.attribution.marks.segments import DASHES, divide


def find_turns(grammar: Grammar) -> dict[int, Found]:
    """Return the statements of paragraphs that a dash opens, by the dash.

    A quotation with such a verb between dashes is one too: `«It is late, — said Ruiz. — Go»`.
    """
    paragraphs = (item for item in grammar.tokens.paragraphs if grammar.low(item.start) in DASHES)
    quotations = (range(item.start, item.stop - 1) for item in grammar.tokens.quotations)
    turns = ((part.start, _turn(grammar, part[1:])) for part in (*paragraphs, *quotations))
    return {start: turn for start, turn in turns if turn}


def _turn(grammar: Grammar, part: range) -> Found | None:
    pieces = list(_pieces(grammar, part))
    for number, piece in enumerate(pieces[1:], 1):
        found = _reporting(grammar, piece, pieces[:number], pieces[number + 1 :])
        if found:
            return found
    return None


def _pieces(grammar: Grammar, part: range) -> Iterator[range]:
    """Yield what stands between the dashes, without the marks beside them."""
    start = part.start
    for index in (*part, part.stop):
        if index == part.stop or grammar.low(index) in DASHES:
            words = [place for place in range(start, index) if grammar.is_word(place)]
            if words:
                yield range(words[0], index)
            start = index + 1


def _reporting(grammar: Grammar, piece: range, before: list[range], after: list[range]) -> Found | None:
    """Return the statement that a piece between dashes reports."""
    sentence = divide(grammar, piece, is_quoted=True)
    cue = next(iter(pattern_cues(grammar, sentence)), None) if sentence else None
    if sentence is None or cue is None or "say" not in cue.classes:
        return None
    source = Clause(grammar, sentence, cue, sentence.number_at(cue.head)).source(None)
    frame = Frame("dialogue", tuple(_trimmed(grammar, part) for part in (*before, *after)), source)
    return Found(cue, frame, source, score_frame(grammar, cue, frame, source))


def _trimmed(grammar: Grammar, part: range) -> range:
    """Return a piece without a comma at its end."""
    return range(part.start, part.stop - 1) if grammar.low(part.stop - 1) == "," else part
