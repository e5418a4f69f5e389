"""Content beside `according to` in any language, before or after its noun."""

from collections.abc import Iterator

from tui.attribution.frame import Frame
from tui.attribution.marks.clause import Clause
from tui.attribution.marks.noun_groups import group_after, group_before
from tui.attribution.verb_patterns import GAP

_WHOLE = 3
"""Words before `according to` that are a clause of their own."""


def content_beside(clause: Clause, lowest: int) -> Frame | None:
    """Return the frame of `according to Ruiz`, or of `Ruiz'a göre`."""
    part = clause.segment.part
    if clause.cue.verb == GAP:
        source = group_before(clause.grammar, part.start, clause.cue.first)
    else:
        source = group_after(clause.grammar, clause.cue.last, part.stop)
    if source is None:
        return None
    group = range(min(source.start, clause.cue.first), max(source.stop, clause.cue.last))
    pieces = tuple(pieces_beside(clause, group, lowest))
    return Frame("according to", pieces, source) if sum(map(len, pieces)) > 1 else None


def pieces_beside(clause: Clause, group: range, lowest: int) -> Iterator[range]:
    """Yield what stands before and after the group, in its sentence."""
    grammar = clause.grammar
    first, before = max(clause.sentence.part.start, lowest), group.start
    while before > first and not grammar.is_word(before - 1) and grammar.tokens.quotation_of[before - 1] < 0:
        before -= 1
    while first < before and (grammar.has("conjunctions", first) or not grammar.is_word(first)):
        if grammar.tokens.is_quotation_start(first):
            break
        first += 1
    if before > first:
        yield range(first, before)
    after = group.stop
    while after < clause.sentence.end and not grammar.is_word(after) and not grammar.tokens.is_quotation_start(after):
        after += 1
    if after < clause.sentence.end and not _only_aside(clause, group, before - first):
        yield range(after, clause.sentence.end)


def _only_aside(clause: Clause, group: range, before: int) -> bool:
    """Return whether what follows describes the speaker.

    `Le pont est sûr, selon Ruiz, maire de Lyon.`
    """
    is_last = clause.number + 2 == len(clause.sentence.segments) and clause.segment.part.stop == group.stop
    return is_last and before >= _WHOLE
