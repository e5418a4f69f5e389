"""The kind of a statement, and the words that weaken it."""

from tui.attribution.found import Found
from tui.attribution.grammar import Grammar

CLAIM, DENIAL, AGREEMENT, NO_COMMENT, NO_KNOWLEDGE = "claim", "denial", "agreement", "no-comment", "no-knowledge"
_PHRASE_KINDS = (AGREEMENT, NO_COMMENT, NO_KNOWLEDGE)
_BY_CONTENT = {"shared": AGREEMENT, "never": DENIAL, NO_KNOWLEDGE: NO_KNOWLEDGE, NO_COMMENT: NO_COMMENT}
FALLBACKS = {NO_KNOWLEDGE: NO_COMMENT}
"""What a kind becomes in a workspace that does not declare it."""
_BEGINNING = 10
"""Tokens of a content in which `they agreed` or `we both` makes it an agreement."""
_HEDGE_REACH = 12


def kind_of(grammar: Grammar, found: Found, *, is_joint: bool) -> str:
    """Return the kind of a statement: what its speakers do with a proposition.

    `is_joint` says that several people or countries make it together.
    """
    negated = found.cue.negated or any(
        grammar.has("negations", index) for index in range(found.cue.first, found.cue.head)
    )
    if found.cue.kind in _PHRASE_KINDS:
        return CLAIM if found.cue.kind == AGREEMENT and negated else found.cue.kind
    if grammar.lexicon.has("denying", found.cue.verb):
        return CLAIM if negated else DENIAL
    if grammar.lexicon.has("agreeing", found.cue.verb) and not negated:
        return AGREEMENT
    return AGREEMENT if is_joint else _by_content(grammar, found)


def _by_content(grammar: Grammar, found: Found) -> str:
    """Return the kind if the content begins with words such as `we agreed`."""
    start = found.frame.content[0].start
    for index in range(start, min(found.frame.content[0].stop, start + _BEGINNING)):
        for name, kind in _BY_CONTENT.items():
            for phrase in grammar.lexicon.phrases_of(name, grammar.low(index)):
                if tuple(grammar.tokens.low[index : index + len(phrase)]) == phrase:
                    return kind
    return CLAIM


def hedge_of(grammar: Grammar, found: Found) -> str:
    """Return the word near the cue that weakens the statement, else "".

    In `If Ruiz says it is late`, that is `If`.
    """
    if found.source and grammar.has("supposing", found.source.start - 1):
        return grammar.tokens.words[found.source.start - 1]
    for index in range(max(0, found.cue.first - _HEDGE_REACH), min(len(grammar.tokens), found.cue.last + _HEDGE_REACH)):
        if grammar.lexicon.phrases_of("hedges", grammar.low(index)) and grammar.tokens.quotation_of[index] < 0:
            return grammar.tokens.words[index]
        if grammar.low(index) in (".", "!", "?") and index > found.cue.last:
            break
    return ""


def says_something(grammar: Grammar, found: Found) -> bool:
    """Return whether the content says anything by itself.

    In `Ruiz denied that` it only points at something, and in `The city seemed tired` the article describes a speaker.
    """
    if found.cue.classes[:1] == ("seem",) and found.frame.rule in ("object", "preposition"):
        return False
    words = [grammar.low(index) for part in found.frame.content for index in part if grammar.is_word(index)]
    return not (len(words) == 1 and grammar.lexicon.has("pointing", words[0]))


def is_the_reader(grammar: Grammar, source: range) -> bool:
    """Return whether a source is the reader: `If you have noticed`."""
    return len(source) == 1 and grammar.has("reader", source.start)


def is_nobody(grammar: Grammar, source: range) -> bool:
    """Return whether a source is nobody: `No minister said that`."""
    return any(grammar.has("nobody", index) for index in (source.start - 1, source.start))


def speaks_of_us(grammar: Grammar, found: Found) -> bool:
    """Return whether the content begins with `we`, perhaps in quotation marks."""
    start = found.frame.content[0].start
    return grammar.has("we", start) or grammar.has("we", start + 1)
