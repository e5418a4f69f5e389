"""Frames: where the content of a cue stands, and by which rule."""

from bisect import bisect_right
from dataclasses import dataclass

from tui.attribution.cues import ACCORDING, NOUN, VERB, Cue
from tui.attribution.escapes import content_end, is_reporting
from tui.attribution.grammar import Grammar
from tui.attribution.noun_phrases import subject_after

_ADJUNCT = 16
"""Tokens between a cue and its content: `told the paper on Monday that`."""
_CLAUSE_VERB = 14
"""Tokens of a clause in which its verb stands."""


_ASIDE = 40
"""Tokens of an aside between a subject and its verb."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The rule by which a cue has its content, and the content's tokens."""

    rule: str
    content: tuple[range, ...]
    source: range | None = None
    """The source, if it stands after the cue."""


def right_frame(grammar: Grammar, sentence: range, cue: Cue) -> Frame | None:
    """Return the frame of a cue whose content follows it."""
    if cue.kind == ACCORDING:
        return None
    found = _marked_content(grammar, sentence, cue) or _plain_content(grammar, sentence, cue)
    if found is None:
        return None
    rule, first = found
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
        if word == "that" and _is_conjunction(grammar, cue, index):
            return "that", index
        if word == ":":
            return "colon", index
        if grammar.tokens.is_quotation_start(index):
            return _before_quotation(grammar, sentence, cue, index)
        if not _is_adjunct(grammar, cue, index):
            return None
        index += 1
    return None


def _is_conjunction(grammar: Grammar, cue: Cue, index: int) -> bool:
    """Return whether `that` opens a clause rather than points at a noun."""
    return not (index > cue.last and grammar.low(index + 1) in (",", ".", "")) and not grammar.is_auxiliary(index + 1)


def _before_quotation(grammar: Grammar, sentence: range, cue: Cue, index: int) -> tuple[str, int]:
    """Return where a content with a quotation starts: with its own clause."""
    if index == cue.last or grammar.low(index - 1) in (",", ":", "that"):
        return "quotation", index
    clause = _clause_start(grammar, sentence, cue)
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


def _clause_start(grammar: Grammar, sentence: range, cue: Cue) -> int | None:
    """Return where a clause without `that` starts after a cue."""
    first = cue.last
    while first < min(sentence.stop, cue.last + 4) and (grammar.has("days", first) or grammar.is_adverb(first)):
        first += 1
    if cue.verb in grammar.lexicon.words["telling"]:
        first = _after_addressee(grammar, sentence, first)
    elif first > cue.last and grammar.low(first) == ",":
        return None
    return first if is_clause(grammar, sentence, first) else None


def _after_addressee(grammar: Grammar, sentence: range, first: int) -> int:
    if grammar.has("pronouns", first) and not grammar.has("nominative", first):
        return first + 1
    if grammar.low(first) in ("you", "it"):
        return first + 1
    phrase = subject_after(grammar, sentence, first)
    if phrase is None:
        return first
    stops = (index for index in phrase if index > first and grammar.has("nominative", index))
    return next(stops, phrase.stop)


def is_clause(grammar: Grammar, sentence: range, first: int) -> bool:
    """Return whether a subject and soon a finite verb start at `first`."""
    if grammar.has("plain_subjects", first) and grammar.low(first) not in ("you", "it", "this", "these", "those"):
        return True
    if not (grammar.is_word(first) or grammar.tokens.is_quotation_start(first)) or grammar.low(first) in ("to", "that"):
        return False
    if grammar.has("prepositions", first) or grammar.has("subordinators", first) or grammar.has("conjunctions", first):
        return False
    return _has_verb(grammar, sentence, first)


def _has_verb(grammar: Grammar, sentence: range, first: int) -> bool:
    """Return whether a finite verb follows a subject, perhaps after an aside."""
    index = first + 1
    last = min(sentence.stop, first + _CLAUSE_VERB)
    while index < last:
        after = _after_aside(grammar, sentence, index)
        if after and _is_past(grammar, after):
            return True
        if after:
            index, last = after, min(sentence.stop, after + _CLAUSE_VERB)
            continue
        if grammar.low(index) in (",", ";", ":") or grammar.has("wh", index):
            return False
        if grammar.low(index) == "to" and not grammar.is_name(index - 1):
            return False
        if grammar.is_auxiliary(index) or _is_tensed(grammar, index):
            return True
        index += 1
    return False


def _is_past(grammar: Grammar, index: int) -> bool:
    """Return whether a word looks like a past tense: after an aside it is one."""
    return grammar.low(index).endswith("ed") and not grammar.is_name(index)


def _after_aside(grammar: Grammar, sentence: range, index: int) -> int:
    """Return the token after an aside in dashes or a relative clause, else 0."""
    mark = grammar.low(index)
    if mark == "," and grammar.low(index + 1) not in ("who", "which", "whose"):
        return 0
    if mark not in (",", "—", "–", "--"):
        return 0
    closers = (place for place in range(index + 1, min(sentence.stop, index + _ASIDE)) if grammar.low(place) == mark)
    return next(closers, -1) + 1


def _is_tensed(grammar: Grammar, index: int) -> bool:
    known = grammar.verb(index)
    return known is not None and known.form in ("past", "s") and grammar.is_finite(index) and known.form == "past"


def _plain_content(grammar: Grammar, sentence: range, cue: Cue) -> tuple[str, int] | None:
    """Return where content starts that no word announces."""
    if cue.kind == NOUN:
        return ("preposition", cue.last + 1) if grammar.low(cue.last) in ("of", "about") else None
    clause = _clause_start(grammar, sentence, cue)
    if clause is not None:
        return "clause", clause
    first = cue.last
    while first < min(sentence.stop, cue.last + 3) and grammar.is_adverb(first):
        first += 1
    if first >= sentence.stop or not grammar.is_word(first):
        return None
    if cue.kind != VERB:
        return "phrase", first
    return _by_word(grammar, sentence, cue, first)


def _by_word(grammar: Grammar, sentence: range, cue: Cue, first: int) -> tuple[str, int] | None:
    told = cue.verb in grammar.lexicon.words["telling"]
    after = _after_addressee(grammar, sentence, first) if told else first
    for start in dict.fromkeys((first, after)):
        if grammar.low(start) == "to":
            return "infinitive", start
        if grammar.has("wh", start):
            return "wh", start
    if grammar.has("days", first):
        return None
    if grammar.has("prepositions", first):
        return "preposition", first
    return "object", first
