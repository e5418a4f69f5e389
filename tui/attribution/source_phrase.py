"""Find whose statement a cue reports, if its content follows it."""

from tui.attribution.cue import NOUN, Cue
from tui.attribution.grammar import Grammar
from tui.attribution.noun_phrases import sentence_subject, subject_after, subject_before

_RELATIVE = ("who", "which", "that")
_OWNERS = ("his", "her", "their", "its", "my", "our")
_BY = 10
"""Tokens between a participle and its `by`."""


def find_source(grammar: Grammar, sentence: range, cue: Cue, earlier: range | None) -> range | None:
    """Return the noun phrase of the speaker.

    `earlier` is the source of the cue before, whose subject a gerund or a second verb shares.
    """
    if cue.kind == NOUN:
        return _owner(grammar, sentence, cue)
    by = _agent(grammar, sentence, cue)
    if by:
        return by
    left = cue.first - 1
    if left < sentence.start:
        return earlier or _following_subject(grammar, sentence, cue)
    if cue.form not in ("ing", "infinitive") and grammar.low(left) not in ("and", "but", "or", "to"):
        found = _own_subject(grammar, sentence, left)
        if found:
            return found
    return earlier or sentence_subject(grammar, sentence, cue.first) or _following_subject(grammar, sentence, cue)


def _agent(grammar: Grammar, sentence: range, cue: Cue) -> range | None:
    """Return the agent of a passive: `was called a mess by Ruiz`."""
    if cue.form != "passive" and not (cue.form == "past" and grammar.low(cue.last) == "by"):
        return None
    for index in range(cue.last, min(sentence.stop, cue.last + _BY)):
        if grammar.low(index) == "by":
            return subject_after(grammar, sentence, index + 1)
    return None


def _own_subject(grammar: Grammar, sentence: range, left: int) -> range | None:
    """Return the subject before a cue, with its relative pronoun."""
    if grammar.low(left) not in _RELATIVE or left == sentence.start:
        subject = subject_before(grammar, sentence, left)
        who = subject.start - 1 if subject else -1
        if subject is None or who <= sentence.start or grammar.low(who) != "who" or _opens(grammar, subject):
            return subject
        return subject_before(grammar, sentence, who - 1)  # `a baker who works there said`
    end = left - 1 - (grammar.low(left - 1) == ",")
    found = subject_before(grammar, sentence, end) if end >= sentence.start else None
    return range(found.start, left + 1) if found else range(left, left + 1)


def _opens(grammar: Grammar, subject: range) -> bool:
    """Return whether a subject of its own starts here: `who Ruiz said`."""
    first = subject.start
    return grammar.is_name(first) or grammar.has("determiners", first) or grammar.has("pronouns", first)


def _following_subject(grammar: Grammar, sentence: range, cue: Cue) -> range | None:
    """Return the subject after an opening gerund: `Asked about it, Ruiz left`."""
    if cue.form not in ("ing", "past") or cue.first - sentence.start > 2:
        return None
    for index in range(cue.last, min(sentence.stop - 1, cue.last + 40)):
        if grammar.low(index) == ",":
            return subject_after(grammar, sentence, index + 1)
    return None


def _owner(grammar: Grammar, sentence: range, cue: Cue) -> range | None:
    """Return whose claim it is: `his claim that`, `Ruiz's claim that`."""
    for index in range(cue.first - 1, max(sentence.start - 1, cue.first - 4), -1):
        if grammar.low(index) in ("'s", "'") and index > sentence.start:
            return subject_before(grammar, sentence, index - 1)
        if grammar.low(index) in _OWNERS:
            return range(index, index + 1)
    return sentence_subject(grammar, sentence, cue.first)
