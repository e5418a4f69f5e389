"""Chains: in `Ruiz said the city had denied it`, the city speaks."""

from tui.attribution.cue import Cue
from tui.attribution.cues import find_cues
from tui.attribution.escapes import is_reporting
from tui.attribution.found import Found
from tui.attribution.frames import right_frame
from tui.attribution.grammar import Grammar
from tui.attribution.kinds import AGREEMENT
from tui.attribution.noun_phrases import subject_before
from tui.attribution.points import Context, score_cue

_CHAINED = frozenset({"that", "clause", "clause before", "clause around"})
_THRESHOLD = 0.65
_SUBJECT = 12
"""Tokens at the start of a content in which its subject ends."""
_OWN = frozenset({"i", "we", "you", "he", "she", "it", "there", "who", "which"})


def nested(grammar: Grammar, found: Found) -> tuple[Cue, range] | None:
    """Return the cue and the source within a content that opens with them."""
    if found.frame.rule not in _CHAINED:
        return None
    content = found.frame.content[0]
    part = range(content.start + (grammar.low(content.start) == "that"), content.stop)
    if len(part) < 3 or grammar.tokens.quotation_of[part.start] >= 0:
        return None
    for cue in find_cues(grammar, range(part.start, min(part.stop, part.start + _SUBJECT))):
        source = _own_source(grammar, part, cue)
        if source:
            return cue, source
    return None


def _own_source(grammar: Grammar, part: range, cue: Cue) -> range | None:
    known = grammar.verb(cue.head)
    reports = known is not None and is_reporting(grammar, known) and cue.form in ("past", "s", "perfect")
    if not reports and cue.kind != AGREEMENT:
        return None
    source = subject_before(grammar, part, cue.first - 1) if cue.first > part.start else None
    if source is None or source.start != part.start or grammar.low(source.start) in _OWN:
        return None
    if cue.kind == AGREEMENT:
        return source
    frame = right_frame(grammar, part, cue)
    if frame is None or score_cue(grammar, cue, Context(part, frame)).probability < _THRESHOLD:
        return None
    return source
