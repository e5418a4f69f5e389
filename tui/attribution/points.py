"""Score a cue: a small table of whole-number points, and their sum."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.attribution.cue import ACCORDING, NOUN, VERB, Cue
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.left_word import left_of
from tui.attribution.score import Score

_LONG_QUOTATION = 6
_SHORT_SENTENCE = 4
_LEFT_RULES = frozenset({"as", "quotation before", "clause before", "clause around"})
_FORMS = {"perfect": "past", "passive": "past", "progressive": "ing", "modal": "base", "infinitive": "base"}
_RIGHT = {"infinitive": "to", "object": "noun"}


class Context(NamedTuple):
    """What stands around a cue: its frame, and the cue before it."""

    sentence: range
    frame: Frame | None
    earlier: int | None = None
    """The last token of an earlier cue in the sentence, accepted already."""


def score_cue(grammar: Grammar, cue: Cue, context: Context) -> Score:
    """Return the points of all features that a cue has."""
    points = grammar.lexicon.points
    features = tuple((name, points[name]) for name in _features(grammar, cue, context) if points.get(name))
    return Score(sum(value for _, value in features), features)


def _features(grammar: Grammar, cue: Cue, context: Context) -> Iterator[str]:
    yield "start"
    if _inside_quotation(grammar, cue):
        yield "inside quotation"
    yield f"kind.{cue.kind}"
    if cue.kind in (VERB, NOUN):
        yield from _verb_features(grammar, cue, context)
    elif cue.kind != ACCORDING:
        yield f"left.{_FORMS.get(cue.form, cue.form)}.{left_of(grammar, cue, context.sentence)}"
    yield from _frame_features(grammar, cue, context.frame)
    if context.earlier is not None:
        yield from _earlier_features(grammar, cue, context.earlier)


def _verb_features(grammar: Grammar, cue: Cue, context: Context) -> Iterator[str]:
    yield f"form.{cue.form}"
    left = left_of(grammar, cue, context.sentence)
    yield f"left.{_FORMS.get(cue.form, cue.form)}.{left}"
    yield f"class.{cue.classes[0]}"
    for name, verbs in grammar.lexicon.plain.items():
        if cue.verb in verbs:
            yield f"{name} verb"
    if cue.form in ("base", "s") and cue.verb in grammar.lexicon.words["nounlike"]:
        yield "may be a noun"
    if cue.verb in grammar.lexicon.words["bodily"] and not _is_quoted(grammar, context.frame):
        yield "needs a quotation"
    if cue.form == "past" and grammar.low(cue.last) == "by":
        yield "participle with by"
    if cue.kind == NOUN:
        yield (
            "noun with owner"
            if left in ("possessive", "article", "determiner") and _has_owner(grammar, cue)
            else "noun alone"
        )
    if grammar.tokens.is_quotation_start(cue.last):
        yield "before a quotation"


def _is_quoted(grammar: Grammar, frame: Frame | None) -> bool:
    return frame is not None and (frame.rule in ("that", "colon") or _has_quotation(grammar, frame.content[0]))


def _has_owner(grammar: Grammar, cue: Cue) -> bool:
    return grammar.low(cue.first - 1) in ("'s", "'", "his", "her", "their", "its", "my", "our")


def _frame_features(grammar: Grammar, cue: Cue, frame: Frame | None) -> Iterator[str]:
    if frame is None:
        yield "right.comma" if grammar.low(cue.last) == "," else "right.end"
        return
    if frame.rule not in _LEFT_RULES:
        yield f"right.{_RIGHT.get(frame.rule, frame.rule)}"
        yield f"{frame.rule}.{cue.classes[0]}"
        if grammar.has("personal", frame.content[0].start):
            yield "right.pronoun"
        if frame.rule in ("object", "infinitive", "preposition", "that", "phrase") and _has_quotation(
            grammar, frame.content[0]
        ):
            yield "quotation in the content"
        return
    yield "content left"
    if frame.rule == "quotation before":
        yield "after a quotation"
    if frame.source and frame.source.start >= cue.last:
        yield "inverted"


def _has_quotation(grammar: Grammar, content: range) -> bool:
    return any(grammar.tokens.is_quotation_start(index) for index in content[:60])


def _earlier_features(grammar: Grammar, cue: Cue, earlier: int) -> Iterator[str]:
    yield "earlier cue"
    commas = [index for index in range(max(earlier, cue.first - 40), cue.first) if grammar.low(index) == ","]
    if commas:
        yield "earlier cue, comma between"
        if commas[-1] == cue.first - 1:
            yield "earlier cue, after the comma"
    if grammar.low(cue.first - 1) in ("and", "but"):
        yield "earlier cue, after and"


def _inside_quotation(grammar: Grammar, cue: Cue) -> bool:
    quotation = grammar.tokens.quotation_at(cue.head)
    return quotation is not None and (len(quotation) > _LONG_QUOTATION or _is_sentence(grammar, quotation))


def _is_sentence(grammar: Grammar, quotation: range) -> bool:
    """Return whether a short quotation is a sentence: `"They thanked me."`."""
    begins = grammar.tokens.words[quotation.start + 1][:1].isupper() if len(quotation) > _SHORT_SENTENCE else False
    return begins and grammar.low(quotation.stop - 2) in (".", "!", "?", ",")
