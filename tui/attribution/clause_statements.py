"""Find the statements of a sentence by its clauses: subject, verb, object."""

from collections import deque
from collections.abc import Iterator

from tui.attribution.cue import Cue
from tui.attribution.cues import find_cues
from tui.attribution.datelines import without_dateline
from tui.attribution.found import Found, is_accepted
from tui.attribution.frames import right_frame
from tui.attribution.grammar import Grammar
from tui.attribution.left_content import left_frame
from tui.attribution.points import Context, score_cue
from tui.attribution.source_phrase import find_source


def clause_statements(grammar: Grammar, threshold: float) -> Iterator[Found]:
    """Yield the statements of a text, sentence by sentence."""
    for sentence in grammar.tokens.sentences:
        yield from _in_sentence(grammar, without_dateline(grammar, sentence), threshold)


def _in_sentence(grammar: Grammar, sentence: range, threshold: float) -> list[Found]:
    cues = list(find_cues(grammar, sentence))
    if not cues:
        return []
    left = list(_left(grammar, sentence, cues, threshold))
    right = _right(grammar, sentence, cues, left, threshold)
    return sorted((*left, *right), key=lambda item: item.cue.first)


def _left(grammar: Grammar, sentence: range, cues: list[Cue], threshold: float) -> Iterator[Found]:
    """Yield the attributions whose content stands before the cue."""
    lowest = sentence.start
    for cue in cues:
        if cue.first < lowest:
            continue
        frame = left_frame(grammar, sentence, cue, lowest)
        if frame is None or (frame.rule == "clause before" and _announces(grammar, sentence, cue)):
            continue
        score = score_cue(grammar, cue, Context(sentence, frame))
        if is_accepted(score, frame, threshold):
            yield Found(cue, frame, frame.source, score)
            lowest = max(cue.last, frame.content[-1].stop, frame.source.stop if frame.source else 0)


def _announces(grammar: Grammar, sentence: range, cue: Cue) -> bool:
    """Return whether content clearly follows a cue."""
    frame = right_frame(grammar, sentence, cue)
    return frame is not None and frame.rule in ("that", "clause", "quotation", "colon", "wh")


def _right(grammar: Grammar, sentence: range, cues: list[Cue], left: list[Found], threshold: float) -> Iterator[Found]:
    """Yield the attributions whose content follows the cue, left to right.

    What stands in the content of an accepted cue is no cue itself.
    """
    taken = deque(_taken(left))
    before = deque(left)
    earlier: Found | None = None
    lowest = sentence.start
    for cue in cues:
        while taken and taken[0].stop <= cue.head:
            lowest = max(lowest, taken.popleft().stop)
        if cue.head < lowest or (taken and cue.head in taken[0]):
            continue
        linked = earlier
        while before and before[0].cue.last <= cue.first:
            linked = before.popleft()
        part = range(sentence.start, taken[0].start) if taken else sentence
        found = _right_cue(grammar, part, cue, earlier, linked, threshold)
        if found:
            yield found
            earlier = found
            lowest = found.frame.content[-1].stop


def _taken(left: list[Found]) -> list[range]:
    """Return the tokens of each attribution, from its content to its cue."""
    return [
        range(
            min(item.frame.content[0].start, item.cue.first),
            max(item.cue.last, item.frame.content[-1].stop, item.source.stop if item.source else 0),
        )
        for item in left
    ]


def _right_cue(
    grammar: Grammar, sentence: range, cue: Cue, earlier: Found | None, linked: Found | None, threshold: float
) -> Found | None:
    frame = right_frame(grammar, sentence, cue)
    if frame is None:
        return None
    score = score_cue(grammar, cue, Context(sentence, frame, earlier.cue.last if earlier else None))
    if not is_accepted(score, frame, threshold):
        return None
    return Found(cue, frame, find_source(grammar, sentence, cue, linked.source if linked else None), score)
