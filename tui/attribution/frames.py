"""Frames: where the content of a cue stands, and by which rule."""

from bisect import bisect_right

from tui.attribution.cue import ACCORDING, Cue
from tui.attribution.escapes import content_end, is_reporting
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.plain_content import clause_start, plain_content

_ADJUNCT = 16
"""Tokens between a cue and its content: `told the paper on Monday that`."""

_RESULT = "result"
"""No rule: what follows is not said, but comes of it."""
_AMOUNTS = frozenset({"many", "much", "few", "little"})


def right_frame(grammar: Grammar, sentence: range, cue: Cue) -> Frame | None:
    """Return the frame of a cue whose content follows it."""
    if cue.kind == ACCORDING:
        return None
    found = _marked_content(grammar, sentence, cue) or plain_content(grammar, sentence, cue)
    if found is None:
        return None
    rule, first = found
    if rule == _RESULT:
        return None
    if rule == "colon":
        return _after_colon(grammar, sentence, first)
    is_clause = rule in ("that", "clause", "quotation", "wh")
    inserted = _is_inserted(grammar, sentence, cue)
    last = content_end(grammar, sentence, first, is_clause=is_clause, stops_at_comma=inserted)
    if last <= first:
        return None
    return Frame(rule, (range(first, last),))


def _after_colon(grammar: Grammar, sentence: range, colon: int) -> Frame | None:
    """Return what follows a colon, in this sentence or the next paragraph."""
    first = colon + 1
    if first >= len(grammar.tokens):
        return None
    if first >= sentence.stop:
        return _next_paragraph(grammar, first)
    return Frame("colon", (range(first, content_end(grammar, sentence, first, is_clause=True, stops_at_comma=False)),))


def _next_paragraph(grammar: Grammar, first: int) -> Frame | None:
    """Return the quotation or the paragraph that follows a final colon."""
    quotation = grammar.tokens.quotation_at(first)
    if quotation:
        return Frame("colon", (quotation,)) if quotation.start == first else None
    paragraphs = grammar.tokens.paragraphs
    paragraph = paragraphs[bisect_right(paragraphs, first, key=lambda item: item.start) - 1]
    return Frame("block quotation", (paragraph,)) if paragraph.start == first else None


def _is_inserted(grammar: Grammar, sentence: range, cue: Cue) -> bool:
    """Return whether a cue stands in a clause that a comma ends.

    `When Ruiz said it was safe, …` or `Ruiz, who said it was safe, …`.
    """
    if grammar.low(cue.first - 1) in ("who", "which") and grammar.low(cue.first - 2) == ",":
        return True
    opener = sentence.start
    if not (grammar.has("subordinators", opener) or grammar.is_gerund(opener) or grammar.has("prepositions", opener)):
        return False
    return cue.first - opener < _ADJUNCT and all(grammar.low(index) != "," for index in range(opener, cue.first))


def _marked_content(grammar: Grammar, sentence: range, cue: Cue) -> tuple[str, int] | None:
    """Return where `that`, a colon or a quotation opens the content."""
    last = min(sentence.stop, cue.last + _ADJUNCT)
    index = cue.last
    while index < last:
        word = grammar.low(index)
        if word == "that" and _is_conjunction(grammar, index):
            if _is_result(grammar, sentence, index):
                return _RESULT, index
            return "that", index
        if word == ":":
            return "colon", index
        if grammar.tokens.is_quotation_start(index):
            return _before_quotation(grammar, sentence, cue, index)
        if not _is_adjunct(grammar, cue, index):
            return None
        index += 1
    return None


def _is_conjunction(grammar: Grammar, index: int) -> bool:
    """Return whether `that` opens a clause rather than points at a noun."""
    return grammar.low(index + 1) not in (",", ".", "") and not grammar.is_auxiliary(index + 1)


def _is_result(grammar: Grammar, sentence: range, that: int) -> bool:
    """Return whether `that` says what comes of it: `So many spoke that`."""
    before = range(sentence.start, that)
    return any(grammar.low(index) == "so" and grammar.low(index + 1) in _AMOUNTS for index in before)


def _before_quotation(grammar: Grammar, sentence: range, cue: Cue, index: int) -> tuple[str, int]:
    """Return where a content with a quotation starts: with its own clause."""
    if index == cue.last or grammar.low(index - 1) in (",", ":", "that"):
        return "quotation", index
    clause = clause_start(grammar, sentence, cue)
    if clause is not None and clause < index:
        return "quotation", clause
    infinitive = next((place for place in range(cue.last, index) if grammar.low(place) == "to"), None)
    if infinitive is not None and not any(grammar.has(key, infinitive + 1) for key in ("determiners", "pronouns")):
        return "quotation", infinitive
    return "quotation", index if _opens_adjunct(grammar, cue, cue.last) else cue.last


def _opens_adjunct(grammar: Grammar, cue: Cue, index: int) -> bool:
    tells = cue.verb in grammar.lexicon.words["telling"]
    return tells or any(grammar.has(key, index) for key in ("prepositions", "days")) or grammar.is_adverb(index)


def _is_adjunct(grammar: Grammar, cue: Cue, index: int) -> bool:
    """Return whether a token may stand between a cue and its content."""
    word = grammar.low(index)
    if word == ",":
        return grammar.low(index - 1) != "," and not grammar.has("conjunctions", index + 1)
    if not grammar.is_word(index) and not grammar.joins_names(index):
        return False
    if index == cue.last:
        return _opens_adjunct(grammar, cue, index) or word in ("it", "out")
    known = grammar.verb(index)
    if known is not None and known.form in ("past", "s") and is_reporting(grammar, known):
        return False
    blocked = grammar.is_auxiliary(index) or grammar.has("subordinators", index) or grammar.has("nominative", index)
    return not blocked
