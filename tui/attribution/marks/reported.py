"""Content after a cue: a colon, a conjunction, a quotation, an object."""

from bisect import bisect_right

from tui.attribution.cue import VERB
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.marks.clause import Clause
from tui.attribution.marks.noun_groups import skip_time
from tui.attribution.marks.segments import Sentence

_INTENDING = frozenset({"judge", "intend", "show"})
_NEAR = 16
"""Words between a cue and its quotation."""


def content_after(clause: Clause, source: range | None) -> Frame | None:
    """Return the frame of a cue whose content follows it."""
    frames = clause.grammar.lexicon.frames
    return (
        (_colon(clause) if "colon" in frames else None)
        or (_complement(clause) if "complement" in frames else None)
        or (_quotation(clause) if "quotation" in frames else None)
        or (_bare_clause(clause) if "bare clause" in frames else None)
        or (_object(clause, source) if "object" in frames else None)
    )


def announces(clause: Clause) -> bool:
    """Return whether a colon or a conjunction opens content after a cue."""
    return clause.segment.after == ":" or clause.complementizer() >= 0


def _colon(clause: Clause) -> Frame | None:
    if clause.segment.after != ":":
        return None
    first = clause.segment.part.stop + 1
    if first >= clause.sentence.end:
        return _next_paragraph(clause.grammar, first)
    following = clause.following
    if following and following.is_quotation:
        return Frame("colon", (following.part,))
    return Frame("colon", (range(first, clause.sentence.end),))


def _next_paragraph(grammar: Grammar, first: int) -> Frame | None:
    """Return the quotation or the paragraph after a final colon."""
    if first >= len(grammar.tokens):
        return None
    quotation = grammar.tokens.quotation_at(first)
    if quotation:
        return Frame("colon", (quotation,)) if quotation.start == first else None
    paragraphs = grammar.tokens.paragraphs
    paragraph = paragraphs[bisect_right(paragraphs, first, key=lambda item: item.start) - 1]
    return Frame("block quotation", (paragraph,)) if paragraph.start == first else None


def _complement(clause: Clause) -> Frame | None:
    first = clause.complementizer()
    if first < 0:
        return None
    last = content_stop(clause.grammar, clause.sentence, first)
    return Frame("that", (range(first, last),)) if last > first + 1 else None


def content_stop(grammar: Grammar, sentence: Sentence, first: int) -> int:
    """Return the token before which a reported clause ends.

    It ends at a semicolon, and at `and` with another verb that reports.
    """
    for index in range(first + 1, sentence.end):
        quotation = grammar.tokens.quotation_at(index)
        if quotation and quotation.start < index:
            continue
        if grammar.low(index) == ";":
            return index
        if grammar.has("and", index) and _reports(grammar, sentence, index + 1):
            return index - (grammar.low(index - 1) == ",")
    return sentence.end


def _reports(grammar: Grammar, sentence: Sentence, index: int) -> bool:
    """Return whether a verb that reports stands here, with its content ahead."""
    while index < sentence.end and (
        grammar.has("clitics", index) or grammar.is_adverb(index) or grammar.has("auxiliaries", index)
    ):
        index += 1
    patterns = grammar.lexicon.patterns.get(grammar.low(index), ())
    if not any("say" in pattern.classes for pattern in patterns):
        return False
    segment = sentence.segments[sentence.number_at(index)]
    following = sentence.segment(sentence.number_at(index) + 1)
    inside = any(grammar.has("complementizers", place) for place in range(index, segment.part.stop))
    opens = following is not None and grammar.has("complementizers", following.part.start)
    return inside or segment.after == ":" or (following is not None and (following.is_quotation or opens))


def _quotation(clause: Clause) -> Frame | None:
    following = clause.following
    if following is None or not following.is_quotation:
        return None
    between = range(max(clause.cue.last, clause.cue.tail + 1), clause.segment.part.stop)
    if len(between) > _NEAR:
        return None
    judges = clause.cue.classes[0] == "judge" and following.before == ""
    first = between.start if judges else following.part.start
    return Frame("quotation", (range(first, following.part.stop),))


def _bare_clause(clause: Clause) -> Frame | None:
    """Return the frame of `Ruiz sagte, die Brücke sei sicher`."""
    grammar, following = clause.grammar, clause.following
    if clause.cue.kind != VERB or following is None or following.is_quotation or following.before != ",":
        return None
    says = {"say", "think"} & set(clause.cue.classes)
    if not says and not any(grammar.has("moods", index) for index in following.part):
        return None
    first = following.part.start
    blocked = ("subordinators", "conjunctions", "prepositions", "complementizers", "relatives")
    if len(following.part) < 3 or any(grammar.has(key, first) and not _is_article(grammar, first) for key in blocked):
        return None
    return Frame("clause", (range(first, content_stop(grammar, clause.sentence, first)),))


def _is_article(grammar: Grammar, index: int) -> bool:
    return grammar.has("determiners", index) and not grammar.has("and", index)


def _object(clause: Clause, source: range | None) -> Frame | None:
    """Return the frame of a verb with an object: `Ruiz denied the claim`."""
    cue, lexicon = clause.cue, clause.grammar.lexicon
    acts = lexicon.has("denying", cue.verb) or lexicon.has("agreeing", cue.verb)
    if cue.kind == VERB and not acts and cue.classes[0] not in _INTENDING:
        return None
    first = max(cue.last, source.stop) if source and source.start >= cue.last else cue.last
    last = cue.tail if cue.tail >= first else clause.segment.part.stop
    first = skip_time(clause.grammar, first, last)
    while first < last and _is_light(clause.grammar, first):
        first += 1
    if last > first:
        return Frame("phrase" if cue.kind != VERB else "object", (range(first, last),))
    return Frame("phrase", (range(cue.first, cue.last),)) if cue.kind in ("no-comment", "no-knowledge") else None


def _is_light(grammar: Grammar, index: int) -> bool:
    small = any(grammar.has(key, index) for key in ("negations", "clitics"))
    return (small and not grammar.has("determiners", index)) or grammar.is_adverb(index) or not grammar.is_word(index)
