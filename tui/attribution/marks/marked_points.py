"""Score a cue that was found by its marks: points, and their sum."""

from collections.abc import Iterator

from tui.attribution.cue import VERB, Cue
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.marks.noun_groups import is_pronoun
from tui.attribution.score import Score

_BEFORE = frozenset({"quotation before", "clause before", "clause around", "dialogue", "as"})
_RIGHT = {"object": "noun"}
_START = 40
"""Words of a content in which the mood of its verb is looked for."""


def score_frame(grammar: Grammar, cue: Cue, frame: Frame, source: range | None) -> Score:
    """Return the points of a cue with its content and its source."""
    points = grammar.lexicon.points
    features = tuple((name, points[name]) for name in _features(grammar, cue, frame, source) if points.get(name))
    return Score(sum(value for _, value in features), features)


def _features(grammar: Grammar, cue: Cue, frame: Frame, source: range | None) -> Iterator[str]:
    yield "start"
    yield f"kind.{cue.kind}"
    if cue.kind == VERB:
        yield f"class.{cue.classes[0]}"
        yield from (f"{name} verb" for name, verbs in grammar.lexicon.plain.items() if cue.verb in verbs)
    yield f"left.past.{_speaker(grammar, source)}" if source else "no source"
    yield from _frame_features(grammar, frame)
    if source and source.start >= cue.last:
        yield "inverted"


def _frame_features(grammar: Grammar, frame: Frame) -> Iterator[str]:
    first = frame.content[0]
    if frame.rule not in _BEFORE:
        yield f"right.{_RIGHT.get(frame.rule, frame.rule)}"
    else:
        yield "content left"
        if frame.rule in ("quotation before", "dialogue"):
            yield "after a quotation"
        elif grammar.lexicon.ends("content_endings", grammar.low(first.stop - 1)):
            yield "content ending"
    if any(grammar.has("moods", index) for index in first[:_START]):
        yield "reported mood"


def _speaker(grammar: Grammar, source: range) -> str:
    if is_pronoun(grammar, source.start):
        return "pronoun"
    if any(grammar.has(key, index) for index in source for key in ("persons", "organisations", "titles")):
        return "person"
    return "name" if any(grammar.is_name(index) for index in source) else "noun"
