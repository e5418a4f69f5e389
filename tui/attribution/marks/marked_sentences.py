"""Find the statements of a text by their marks, in any language."""

from collections import deque
from collections.abc import Iterator

from tui.attribution.cue import ACCORDING, Cue
from tui.attribution.datelines import without_dateline
from tui.attribution.found import Found, is_accepted
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.marks.according_groups import content_beside
from tui.attribution.marks.as_clauses import content_beside_clause, is_as_clause
from tui.attribution.marks.clause import Clause
from tui.attribution.marks.dialogue import find_turns
from tui.attribution.marks.final_verbs import content_of_final_verb
from tui.attribution.marks.marked_points import score_frame
from tui.attribution.marks.parentheses import content_before
from tui.attribution.marks.pattern_cues import pattern_cues
from tui.attribution.marks.reported import content_after
from tui.attribution.marks.segments import Sentence, divide


def marked_statements(grammar: Grammar, threshold: float) -> Iterator[Found]:
    """Yield the statements of a text, sentence by sentence."""
    turns = find_turns(grammar) if "dialogue" in grammar.lexicon.frames else {}
    paragraphs = iter(grammar.tokens.paragraphs)
    paragraph = next(paragraphs, range(0))
    for part in grammar.tokens.sentences:
        while part.start >= paragraph.stop:
            paragraph = next(paragraphs, range(len(grammar.tokens), len(grammar.tokens) + 1))
        if paragraph.start not in turns:
            sentence = divide(grammar, without_dateline(grammar, part))
            if sentence:
                yield from _Pass(grammar, sentence, threshold).statements()
    yield from (turn for turn in turns.values() if is_accepted(turn.score, turn.frame, threshold))


class _Pass:
    """Two passes over a sentence: content before a cue, then after one."""

    def __init__(self, grammar: Grammar, sentence: Sentence, threshold: float) -> None:
        self._grammar = grammar
        self._sentence = sentence
        self._threshold = threshold

    def statements(self) -> list[Found]:
        """Return the statements whose cues are not in another's content."""
        cues = pattern_cues(self._grammar, self._sentence)
        left = list(self._left(cues)) if cues else []
        found = [*left, *self._right(cues, left)]
        return sorted(found, key=lambda item: item.cue.first)

    def _left(self, cues: list[Cue]) -> Iterator[Found]:
        """Yield the statements whose content stands before the cue, or beside it."""
        lowest = self._sentence.part.start
        for cue in cues:
            frame = self._frame_before(self._clause(cue), lowest) if cue.head >= lowest else None
            found = self._found(cue, frame, frame.source) if frame else None
            if found:
                yield found
                lowest = _span(found).stop

    def _frame_before(self, clause: Clause, lowest: int) -> Frame | None:
        frames = self._grammar.lexicon.frames
        if clause.cue.kind == ACCORDING:
            return content_beside(clause, lowest) if "according" in frames else None
        if "final verb" in frames:
            return None
        if is_as_clause(clause):
            return content_beside_clause(clause, lowest)
        return content_before(clause, lowest) if "quotation" in frames else None

    def _right(self, cues: list[Cue], left: list[Found]) -> Iterator[Found]:
        taken = deque(map(_span, left))
        lowest, earlier = self._sentence.part.start, None
        for cue in cues:
            while taken and taken[0].stop <= cue.head:
                lowest = max(lowest, taken.popleft().stop)
            if cue.kind == ACCORDING or cue.head < lowest or (taken and cue.head in taken[0]):
                continue
            found = self._statement(cue, lowest, earlier, taken[0].start if taken else self._sentence.end)
            if found:
                yield found
                earlier = found.source or earlier
                lowest = max(lowest, _span(found).stop)

    def _statement(self, cue: Cue, lowest: int, earlier: range | None, limit: int) -> Found | None:
        """Return a statement whose content ends before `limit` in its sentence."""
        clause = self._clause(cue)
        if "final verb" in self._grammar.lexicon.frames and clause.segment.after != ":":
            frame = content_of_final_verb(self._grammar, self._sentence, cue, lowest, earlier)
            if frame:
                return self._found(cue, frame, frame.source)
        source = clause.source(earlier)
        frame = content_after(clause, source)
        if frame is None or (limit < self._sentence.end and frame.content[0].stop > limit):
            return None
        return self._found(cue, frame, source)

    def _clause(self, cue: Cue) -> Clause:
        return Clause(self._grammar, self._sentence, cue, self._sentence.number_at(cue.head))

    def _found(self, cue: Cue, frame: Frame, source: range | None) -> Found | None:
        score = score_frame(self._grammar, cue, frame, source)
        return Found(cue, frame, source, score) if is_accepted(score, frame, self._threshold) else None


def _span(found: Found) -> range:
    """Return the tokens from a statement's content to its cue."""
    pieces = found.frame.content
    return range(
        min(found.cue.first, pieces[0].start), max(found.cue.last, found.cue.tail + 1, *(part.stop for part in pieces))
    )
