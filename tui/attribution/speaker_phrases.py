"""Divide the words for a speaker: a list of several, and the head of each."""

from collections.abc import Iterator

from tui.attribution.grammar import Grammar


def parts_of(grammar: Grammar, source: range) -> Iterator[range]:
    """Yield the parts of a list: `Ruiz, Lind and the mayor`."""
    start = source.start + _is_both(grammar, source)
    for index in source:
        is_comma = grammar.low(index) == "," and grammar.is_name(index + 1)
        if grammar.has("and", index) or is_comma:
            if index > start:
                yield range(start, index)
            start = index + 1
    if start < source.stop:
        yield range(start, source.stop)


def _is_both(grammar: Grammar, source: range) -> bool:
    """Return whether a word such as `both` opens a list: `both Ruiz and Lind`."""
    first = source.start + 1
    counts = grammar.lexicon.collective.get(grammar.low(source.start)) == ""
    opens = grammar.has("determiners", first) or grammar.is_name(first)
    return counts and opens and any(grammar.has("and", index) for index in source)


def head_of(grammar: Grammar, part: range) -> range:
    """Return the head of a phrase, without `of …`, after a possessive."""
    ends = (index for index in part[1:] if _ends_head(grammar, index) and not _in_name(grammar, part.start, index))
    head = range(part.start, next(ends, part.stop))
    for index in head:
        if grammar.has("possessives", index) and grammar.is_name(index + 1) and index + 1 in head:
            return range(index + 1, head.stop)
    return head


def _ends_head(grammar: Grammar, index: int) -> bool:
    return grammar.low(index) == "," or grammar.has("head_ends", index)


def _in_name(grammar: Grammar, start: int, index: int) -> bool:
    links = grammar.has("name_links", index) and grammar.is_name(index + 1)
    return links and any(grammar.has("organisations", place) for place in range(start, index))
