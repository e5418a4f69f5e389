"""Find statements between dashes, as in `— It is late — said Ruiz`."""

from collections.abc import Iterator

from tui.attribution.found import Found
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.marks.clause import Clause
from tui.attribution.marks.marked_points import score_frame
from tui.attribution.marks.pattern_cues import pattern_cues
from tui.attribution.marks.segments import divide
from tui.attribution.tokens import DASHES


def find_turns(grammar: Grammar) -> dict[int, Found]:
    """Return the statements of paragraphs that a dash opens, by the dash.

    A quotation with such a verb between dashes is one too: `«It is late, — said Ruiz. — Go»`.
    """
    paragraphs = (item for item in grammar.tokens.paragraphs if grammar.low(item.start) in DASHES)
    quotations = (range(item.start, item.stop - 1) for item in grammar.tokens.quotations)
    turns = ((part.start, _turn(grammar, part[1:])) for part in (*paragraphs, *quotations))
    return {start: turn for start, turn in turns if turn}


def _turn(grammar: Grammar, part: range) -> Found | None:
    """Return the statement of the first verb of saying between dashes."""
    pieces = list(_pieces(grammar, part))
    for number, piece in enumerate(pieces[1:], 1):
        clause = _reporting(grammar, piece)
        if clause:
            content = tuple(_trimmed(grammar, other) for other in (*pieces[:number], *pieces[number + 1 :]))
            source = clause.source(None)
            frame = Frame("dialogue", content, source)
            return Found(clause.cue, frame, source, score_frame(grammar, clause.cue, frame, source))
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


def _reporting(grammar: Grammar, piece: range) -> Clause | None:
    """Return the verb of saying in a piece between dashes with its clause."""
    sentence = divide(grammar, piece, is_quoted=True)
    cue = next(iter(pattern_cues(grammar, sentence)), None) if sentence else None
    if sentence is None or cue is None or "say" not in cue.classes:
        return None
    return Clause(grammar, sentence, cue, sentence.number_at(cue.head))


def _trimmed(grammar: Grammar, part: range) -> range:
    """Return a piece without a comma at its end."""
    return range(part.start, part.stop - 1) if grammar.low(part.stop - 1) == "," else part
