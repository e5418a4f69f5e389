"""Find the noun phrase before or after a verb: who says it."""

from tui.attribution.grammar import Grammar

_LONGEST = 16
_ASIDE = 30
"""Tokens of an aside between a subject and its verb."""
_INNER = frozenset({"of", "for", "in", "at", "with", "from", "on", "against", "to"})
"""Prepositions that a subject may hold: `a spokesman for the party`."""
_CLOSERS = {")": "(", "]": "[", "—": "—", "–": "–", "--": "--"}


def subject_before(grammar: Grammar, sentence: range, index: int) -> range | None:
    """Return the noun phrase that ends with the token at `index`.

    An aside in commas, brackets or dashes is passed: `Ruiz, 44, a baker,`.
    """
    end = _before_asides(grammar, sentence, index)
    first = end + 1
    lowest = max(sentence.start, end - _LONGEST)
    while first > lowest and not _begins(grammar, first, end) and _continues(grammar, sentence, first - 1):
        first -= 1
    return _trimmed(grammar, first, end + 1)


def _begins(grammar: Grammar, first: int, end: int) -> bool:
    """Return whether an article begins a phrase: `On one thing | the sides`."""
    before = grammar.low(first - 1)
    goes_on = before in _INNER or before in ("and", ",") or grammar.has("determiners", first - 1)
    return first <= end and grammar.has("definite", first) and not goes_on and not grammar.is_adverb(first - 1)


def _before_asides(grammar: Grammar, sentence: range, index: int) -> int:
    for _ in range(3):
        index = _before_day(grammar, sentence, index)
        opener = _aside_start(grammar, sentence, index)
        if opener is None:
            break
        index = opener - 1
        if grammar.low(index).isdigit() and grammar.low(index - 1) == "," and index - 2 >= sentence.start:
            index -= 2  # an age: `Ruiz, 44, a baker,`
    return index


def _before_day(grammar: Grammar, sentence: range, index: int) -> int:
    """Return the token before a day: `Ruiz on Friday said`."""
    if grammar.has("days", index) and index - 1 > sentence.start:
        index -= 1
        if grammar.low(index) in ("on", "early", "late") or (grammar.low(index) in ("a", "last")):
            index -= 1
        if grammar.low(index) in ("during", "on"):
            index -= 1
    return index


def _aside_start(grammar: Grammar, sentence: range, index: int) -> int | None:
    """Return where the aside starts that the token at `index` closes."""
    mark = grammar.low(index)
    opener = "," if mark == "," else _CLOSERS.get(mark)
    if opener is None:
        return None
    for start in range(index - 1, max(sentence.start, index - _ASIDE), -1):
        if grammar.low(start) == opener and not (mark == "," and _is_list(grammar, start)):
            return start
    return None


def _is_list(grammar: Grammar, comma: int) -> bool:
    """Return whether a comma stands in an address or a date: `Paris, Texas,`."""
    return grammar.low(comma + 1).isdigit() and len(grammar.low(comma + 1)) == 4


def _continues(grammar: Grammar, sentence: range, index: int) -> bool:
    word = grammar.low(index)
    if grammar.joins_names(index):
        return True
    if word == ",":
        return _lists_names(grammar, index)
    if not grammar.is_word(index) or grammar.is_auxiliary(index) or word == "then":
        return False
    if word in _INNER:
        is_head = _is_nominal(grammar, index - 1) or (word == "of" and grammar.has("somebody", index - 1))
        return is_head and index - 1 >= sentence.start
    if word == "and":
        return _is_nominal(grammar, index - 1) and not _is_clause(grammar, sentence, index - 1)
    if grammar.has("prepositions", index) or grammar.has("subordinators", index) or grammar.has("conjunctions", index):
        return False
    known = grammar.verb(index)
    return grammar.is_name(index) or known is None or known.form not in ("past", "s", "ing")


def _lists_names(grammar: Grammar, comma: int) -> bool:
    """Return whether a comma stands in a list: `Turkey, Russia and Iran`."""
    if not (grammar.is_name(comma - 1) and grammar.is_name(comma + 1)):
        return False
    return any(grammar.low(index) in ("and", ",") for index in range(comma + 1, comma + 5)) or grammar.has(
        "places", comma + 1
    )


def _is_clause(grammar: Grammar, sentence: range, index: int) -> bool:
    """Return whether a finite verb stands shortly before the token at `index`."""
    return any(grammar.is_finite(place) for place in range(max(sentence.start, index - 6), index + 1))


def _is_nominal(grammar: Grammar, index: int) -> bool:
    return grammar.is_word(index) and not grammar.is_function_word(index) and grammar.verb(index) is None


def _trimmed(grammar: Grammar, first: int, last: int) -> range | None:
    """Return a range without the adverbs and conjunctions at its start."""
    while first < last and (
        grammar.has("conjunctions", first)
        or (grammar.is_adverb(first) and grammar.low(first) != "both")
        or not grammar.is_word(first)
        or grammar.has("days", first)
    ):
        first += 1
    return range(first, last) if first < last else None


def subject_after(grammar: Grammar, sentence: range, index: int) -> range | None:
    """Return the noun phrase that starts with the token at `index`."""
    last = index
    while last < min(sentence.stop, index + _LONGEST) and _extends(grammar, index, last):
        last += 1
    return _trimmed(grammar, index, last)


def _extends(grammar: Grammar, first: int, index: int) -> bool:
    if grammar.joins_names(index):
        return grammar.low(index) != "." and index > first
    if not grammar.is_word(index) or grammar.is_auxiliary(index) or grammar.has("days", index):
        return False
    if grammar.has("pronouns", index) and not grammar.has("determiners", index):
        return index == first
    if index > first and grammar.has("personal", index - 1):
        return False
    if grammar.low(index) in ("of", "for", "and", "with", "from", "at"):
        return index > first and not grammar.is_finite(index + 1)
    blocked = any(grammar.has(key, index) for key in ("prepositions", "subordinators", "conjunctions"))
    return not blocked and not (index > first and grammar.is_finite(index))


def sentence_subject(grammar: Grammar, sentence: range, before: int) -> range | None:
    """Return the subject of the first finite verb before a token."""
    start_at = _main_clause(grammar, sentence, before)
    for index in range(start_at + 1, min(before, start_at + 60)):
        if grammar.is_finite(index) and not grammar.is_finite(index - 1):
            start = index
            while start > start_at + 1 and grammar.is_adverb(start - 1):
                start -= 1
            subject = subject_before(grammar, range(start_at, sentence.stop), start - 1)
            if subject and not _is_in_relative_clause(grammar, subject, start_at):
                return subject
    return None


def _is_in_relative_clause(grammar: Grammar, subject: range, start: int) -> bool:
    """Return whether a subject has its verb in `which the city wrote`."""
    before = subject.start - 1
    return before > start and grammar.low(before) in ("which", "whom")


def _main_clause(grammar: Grammar, sentence: range, before: int) -> int:
    """Return where the main clause starts, after an opening one with a comma."""
    start = sentence.start
    opener = any(grammar.has(key, start) for key in ("subordinators", "prepositions", "adverbs")) or grammar.is_gerund(
        start
    )
    if not opener and not grammar.tokens.is_quotation_start(start):
        return start
    quotation = grammar.tokens.quotation_at(start)
    if quotation and quotation.start == start and quotation.stop < before:
        return quotation.stop
    for index in range(start, min(before - 1, start + 60)):
        if grammar.low(index) == ",":
            return index + 1
    return start
