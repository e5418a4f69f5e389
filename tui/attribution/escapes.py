"""Find where the content after a cue ends."""

from tui.attribution.grammar import Grammar
from tui.attribution.lexicon import VerbForm

_REACH = 400
"""Tokens of content that are looked at: what keeps hostile texts linear."""
_SUBJECT = 8
_CUTTING = frozenset({"who", "which", "while", "but", "as", "after", "when", "although", "though", "because", "whose"})


def content_end(grammar: Grammar, sentence: range, first: int, *, is_clause: bool, stops_at_comma: bool) -> int:
    """Return the token before which the content that starts at `first` ends.

    `is_clause` says that it holds a verb of its own, `stops_at_comma` that the cue stands in an inserted clause.
    """
    index = first
    last = min(_last(grammar, sentence), first + _REACH)
    while index < last:
        quotation = grammar.tokens.quotation_at(index)
        if quotation and quotation.start == index:
            if _is_whole(grammar, quotation) and (index == first or quotation.stop > sentence.stop):
                return quotation.stop
            index = quotation.stop
            if _ends_with_comma(grammar, index) and _escapes_at_comma(
                grammar, sentence, index - 1, is_clause=is_clause
            ):
                return index
            continue
        if index > first and _escapes(grammar, sentence, index, is_clause=is_clause, stops_at_comma=stops_at_comma):
            return index
        index += 1
    return max(index, last) if index <= sentence.stop else index


def _last(grammar: Grammar, sentence: range) -> int:
    """Return the end of a sentence without its final mark."""
    last = sentence.stop
    return last - 1 if last > sentence.start and grammar.low(last - 1) in (".", "!", "?", "…") else last


def _ends_with_comma(grammar: Grammar, end: int) -> bool:
    """Return whether a quotation that ends before `end` has a comma inside."""
    return grammar.low(end - 2) == ","


def _is_whole(grammar: Grammar, quotation: range) -> bool:
    """Return whether a quotation ends with a mark inside: it is a sentence."""
    return len(quotation) > 3 and grammar.low(quotation.stop - 2) in (",", ".", "!", "?", "…")


def _escapes(grammar: Grammar, sentence: range, index: int, *, is_clause: bool, stops_at_comma: bool) -> bool:
    mark = grammar.low(index)
    if mark == ";":
        return True
    if mark == "and" or mark == "but":
        return _is_cue(grammar, index + 1)
    if mark in ("—", "--", "–"):
        return not is_clause or _is_cue(grammar, index + 1)
    if mark != ",":
        return False
    return stops_at_comma or _escapes_at_comma(grammar, sentence, index, is_clause=is_clause)


def _escapes_at_comma(grammar: Grammar, sentence: range, comma: int, *, is_clause: bool) -> bool:
    following = grammar.low(comma + 1)
    if following == "according" or _is_cue(grammar, comma + 1) or _is_reporting_gerund(grammar, comma + 1):
        return True
    if following in ("while", "but", "and", "though", "although", "as") and _has_own_cue(grammar, sentence, comma + 2):
        return True
    return not is_clause and (following in _CUTTING or grammar.is_gerund(comma + 1))


def _is_reporting_gerund(grammar: Grammar, index: int) -> bool:
    index += grammar.is_adverb(index)
    known = grammar.verb(index)
    return known is not None and known.form == "ing" and "say" in known.classes


def _is_cue(grammar: Grammar, index: int) -> bool:
    """Return whether a finite plain verb of saying stands here."""
    while grammar.is_adverb(index) or grammar.has("have", index):
        index += 1
    known = grammar.verb(index)
    return known is not None and known.form in ("past", "s") and is_reporting(grammar, known)


def is_reporting(grammar: Grammar, known: VerbForm) -> bool:
    """Return whether a verb reports and does little else."""
    plain = grammar.lexicon.plain
    return known.verb in plain["strong"] or known.verb in plain["clear"]


def _has_own_cue(grammar: Grammar, sentence: range, first: int) -> bool:
    """Return whether a short subject and a verb of saying follow."""
    for index in range(first, min(first + _SUBJECT, sentence.stop)):
        if index > first and _is_cue(grammar, index):
            return True
        if not grammar.is_word(index) and not grammar.joins_names(index):
            return False
        if index > first and grammar.is_auxiliary(index) and not grammar.has("have", index):
            return False
    return False
