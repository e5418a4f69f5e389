"""Find the statements of a text by their marks, in any language."""

from collections.abc import Iterator

from tui.attribution.cue import ACCORDING, Cue
from tui.attribution.found import Found
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.marks.according_groups import content_beside
from tui.attribution.marks.clause import Clause
from tui.attribution.marks.dialogue import find_turns
from tui.attribution.marks.final_verbs import content_of_final_verb
from tui.attribution.marks.marked_points import score_frame
from tui.attribution.marks.parentheses import content_before
from tui.attribution.marks.pattern_cues import pattern_cues
from tui.attribution.marks.reported import content_after
from tui.attribution.marks.segments import Sentence, divide


def marked_statements(grammar: Grammar) -> Iterator[Found]:
    """Yield the statements of a text, sentence by sentence."""
    turns = find_turns(grammar) if "dialogue" in grammar.lexicon.frames else {}
    paragraphs = iter(grammar.tokens.paragraphs)
    paragraph = next(paragraphs, range(0))
    for part in grammar.tokens.sentences:
        while part.start >= paragraph.stop:
            paragraph = next(paragraphs, range(len(grammar.tokens), len(grammar.tokens) + 1))
        if paragraph.start not in turns:
            sentence = divide(grammar, part)
            if sentence:
                yield from _Pass(grammar, sentence).statements()
    yield from turns.values()


class _Pass:
    """One pass over a sentence, cue by cue."""

    def __init__(self, grammar: Grammar, sentence: Sentence) -> None:
        self._grammar = grammar
        self._sentence = sentence
        self._taken = sentence.part.start
        """The token up to which the sentence belongs to a statement."""
        self._earlier: range | None = None

    def statements(self) -> Iterator[Found]:
        """Yield the statements whose cues are not in another's content."""
        for cue in pattern_cues(self._grammar, self._sentence):
            if cue.head < self._taken:
                continue
            found = self._statement(cue)
            if found:
                yield found
                self._earlier = found.source or self._earlier
                self._taken = max(cue.last, cue.tail + 1, *(piece.stop for piece in found.frame.content))

    def _statement(self, cue: Cue) -> Found | None:
        clause = Clause(self._grammar, self._sentence, cue, self._sentence.number_at(cue.head))
        frame = self._before(clause)
        if frame:
            return self._found(cue, frame, frame.source)
        source = clause.source(self._earlier)
        frame = content_after(clause, source)
        return self._found(cue, frame, source) if frame else None

    def _before(self, clause: Clause) -> Frame | None:
        frames = self._grammar.lexicon.frames
        if clause.cue.kind == ACCORDING:
            return content_beside(clause, self._taken) if "according" in frames else None
        if "final verb" in frames and clause.segment.after != ":":
            return content_of_final_verb(self._grammar, self._sentence, clause.cue, self._taken, self._earlier)
        return content_before(clause, self._taken) if "quotation" in frames else None

    def _found(self, cue: Cue, frame: Frame, source: range | None) -> Found:
        return Found(cue, frame, source, score_frame(self._grammar, cue, frame, source))
