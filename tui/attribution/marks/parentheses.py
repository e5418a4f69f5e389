"""Content before a cue: `«…», said Ruiz`, and `it is late, said Ruiz`."""

from collections.abc import Iterator

from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.marks.clause import Clause
from tui.attribution.marks.reported import announces
from tui.attribution.marks.segments import Segment
from tui.attribution.tokens import DASHES

_BREAKS = frozenset({",", *DASHES})
_LONG = 5
"""Words of a clause that is whole even if no verb of it is known."""


def content_before(clause: Clause, lowest: int) -> Frame | None:
    """Return the frame of a cue whose content precedes it.

    The content starts at `lowest` at the earliest.
    """
    preceding = clause.preceding
    if preceding is None or not {"say", "think"} & set(clause.cue.classes) or announces(clause):
        return None
    if preceding.is_quotation:
        return _after_quotation(clause, preceding, lowest)
    return _after_clause(clause, lowest)


def _after_quotation(clause: Clause, quotation: Segment, lowest: int) -> Frame | None:
    if quotation.part.start < lowest:
        return None
    source = clause.source(None)
    pieces = (quotation.part, *_continued(clause))
    return Frame("quotation before", pieces, source)


def _continued(clause: Clause) -> Iterator[range]:
    """Yield the quotation that goes on: `«…», said Ruiz, «…»`."""
    following = clause.following
    if following and following.is_quotation and following.before:
        yield following.part


def _after_clause(clause: Clause, lowest: int) -> Frame | None:
    """Return the frame of a cue with an inverted subject after a clause."""
    part, sentence = clause.segment.part, clause.sentence
    is_own = clause.opens and not clause.joins
    source = clause.inverted() if is_own and not clause.subject_before_aside() else None
    if source is None or clause.segment.before not in _BREAKS:
        return None
    before = _bare(clause.grammar, range(max(sentence.part.start, lowest), part.start - 1))
    if not before or (len(before) < 2 and not _says(clause, before)) or _is_condition(clause, before, source):
        return None
    if _goes_on(clause) and not _is_whole(clause.grammar, before):
        return Frame("clause around", (before, range(part.stop + 1, sentence.end)), source)
    return Frame("clause before", (before,), source)


def _says(clause: Clause, before: range) -> bool:
    """Return whether one word before a cue is content."""
    grammar = clause.grammar
    return _goes_on(clause) or not (grammar.is_adverb(before.start) or grammar.has("days", before.start))


def _is_condition(clause: Clause, before: range, source: range) -> bool:
    """Return whether a clause says when: `after the visit, said Ruiz little`."""
    opens = any(clause.grammar.has(key, before.start) for key in ("subordinators", "prepositions"))
    is_single = before.stop <= clause.sentence.segments[0].part.stop
    return opens and is_single and source.stop < clause.segment.part.stop


def _goes_on(clause: Clause) -> bool:
    """Return whether what follows a cue may be the rest of a clause."""
    following = clause.following
    if following is None or following.is_quotation or clause.segment.after not in _BREAKS:
        return False
    first = following.part.start
    return not any(clause.grammar.has(key, first) for key in ("subordinators", "conjunctions", "complementizers"))


def _is_whole(grammar: Grammar, part: range) -> bool:
    """Return whether a clause has its verb."""
    known = any(grammar.has("auxiliaries", index) or grammar.has("moods", index) for index in part)
    return known and len(part) > 2


def _bare(grammar: Grammar, part: range) -> range:
    """Return a clause without what joins it to the sentence before."""
    first = part.start
    while first < part.stop and (grammar.has("conjunctions", first) or not grammar.is_word(first)):
        first += 1
    return range(first, part.stop)
