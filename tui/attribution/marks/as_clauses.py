"""Content beside a clause with `as`: `It is late, as Ruiz said`."""

from tui.attribution.frame import Frame
from tui.attribution.marks.according_groups import pieces_beside
from tui.attribution.marks.clause import Clause
from tui.attribution.marks.noun_groups import group_after


def is_as_clause(clause: Clause) -> bool:
    """Return whether a word such as `as` opens the segment of a cue."""
    return opener_of(clause) >= 0


def opener_of(clause: Clause) -> int:
    """Return the place of that word, perhaps after small ones, else -1.

    As in `tal y como`.
    """
    grammar = clause.grammar
    for index in range(clause.segment.part.start, clause.cue.first):
        if grammar.has("as_words", index):
            return index
        if not (grammar.has("fillers", index) or grammar.has("and", index)):
            break
    return -1


def content_beside_clause(clause: Clause, lowest: int) -> Frame | None:
    """Return the frame of a cue in such a clause, beside its content."""
    part = clause.segment.part
    source = group_after(clause.grammar, opener_of(clause) + 1, clause.cue.first) or clause.inverted()
    if source is None or "say" not in clause.cue.classes:
        return None
    pieces = tuple(pieces_beside(clause, part, lowest))
    return Frame("as", pieces, source) if sum(map(len, pieces)) > 1 else None
