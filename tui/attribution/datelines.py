"""Datelines before the first words: `PORTO (Northwire) - It rained`."""

from tui.attribution.grammar import Grammar
from tui.attribution.tokens import DASHES

_LONGEST = 12
"""Tokens of a dateline."""
_INNER = frozenset({",", ".", "/"})


def without_dateline(grammar: Grammar, sentence: range) -> range:
    """Return a sentence without the place, day and agency that open it."""
    words = grammar.tokens.words
    place = words[sentence.start] if sentence else ""
    if not place[:1].isupper():
        return sentence
    dashes = [index for index in sentence[1:] if grammar.low(index) in DASHES]
    if len(dashes) % 2 == 0:
        return sentence  # none, or an aside: `BBC — the broadcaster — said`
    dash = dashes[0]
    if dash >= sentence.start + _LONGEST or dash + 1 >= sentence.stop:
        return sentence
    has_agency = words[dash - 1] == ")" and not words[dash - 2].isdigit()
    is_place = len(place) > 1 and place.isupper()
    if not (has_agency or is_place) or not _is_dateline(grammar, range(sentence.start, dash)):
        return sentence
    return range(dash + 1, sentence.stop)


def _is_dateline(grammar: Grammar, part: range) -> bool:
    """Return whether a part has only places, days and brackets."""
    is_inside = False
    for index in part:
        mark = grammar.low(index)
        is_inside = mark == "(" or (is_inside and mark != ")")
        is_named = grammar.tokens.words[index][:1].isupper() or mark.isdigit() or mark in _INNER or mark == ")"
        if not (is_inside or is_named):
            return False
    return True
