"""Find the words for a speaker beside a verb, in any language."""

from tui.attribution.grammar import Grammar
from tui.attribution.marks.segments import Sentence

_LONGEST = 10
_BLOCKS = ("subordinators", "complementizers", "negations", "auxiliaries", "passives", "days")


def group_after(grammar: Grammar, first: int, stop: int) -> range | None:
    """Return the noun group that starts at `first`, before `stop`."""
    first = skip_time(grammar, first, stop)
    if first >= stop or not grammar.is_word(first) or _blocks(grammar, first):
        return None
    if is_pronoun(grammar, first):
        return range(first, first + 1)
    last = first
    while last < min(stop, first + _LONGEST) and _extends(grammar, first, last, stop):
        last += 1
    return _trimmed(grammar, first, last)


def is_pronoun(grammar: Grammar, index: int) -> bool:
    """Return whether a token stands for a noun, and is no article of one."""
    if not grammar.has("pronouns", index):
        return False
    return not grammar.has("determiners", index) or not is_nominal(grammar, index + 1)


def is_nominal(grammar: Grammar, index: int) -> bool:
    """Return whether a token may be a noun, a name or an adjective."""
    if not grammar.is_word(index) or grammar.is_function_word(index) or _blocks(grammar, index):
        return False
    return grammar.verb(index) is None or grammar.is_name(index) or is_named_noun(grammar, index)


def is_named_noun(grammar: Grammar, index: int) -> bool:
    """Return whether an article makes a noun of a verb: `le juge`.

    Only words for people are such nouns. In `Ruiz le juge` it is a small pronoun.
    """
    article = index - 1
    if not grammar.has("determiners", article) or not (grammar.has("persons", index) or grammar.has("titles", index)):
        return False
    subject = article - 1 if grammar.has("clitics", article) else -1
    return not (grammar.has("pronouns", subject) or grammar.is_name(subject) or grammar.has("persons", subject))


def _blocks(grammar: Grammar, index: int) -> bool:
    return any(grammar.has(key, index) for key in _BLOCKS) and not grammar.has("determiners", index)


def skip_time(grammar: Grammar, first: int, stop: int) -> int:
    """Return the token after adverbs and days: `sagte am Montag Müller`."""
    while first < stop:
        clitic = grammar.has("clitics", first) and not grammar.has("determiners", first)
        small = clitic or grammar.is_adverb(first) or grammar.has("days", first)
        opens = grammar.has("prepositions", first) or grammar.has("determiners", first)
        timed = opens and grammar.has("days", first + 1)
        if not small and not timed:
            break
        first += 1
    return first


def skip_addressee(grammar: Grammar, first: int, stop: int) -> int:
    """Return the token after whom it is told: `explicó a este diario Ruiz`."""
    if not grammar.has("prepositions", first):
        return first
    if grammar.has("organisations", first + 1) and grammar.is_name(first + 1):
        return first + 2
    group = group_after(grammar, first + 1, stop)
    hears = group is not None and any(
        grammar.has("organisations", index) or grammar.has("persons", index) for index in group
    )
    return group.stop if group and hears and group.stop < stop else first


def _extends(grammar: Grammar, first: int, index: int, stop: int) -> bool:
    """Return whether a noun group that starts at `first` has the token too."""
    if index == first:
        return not grammar.has("prepositions", index) and (is_nominal(grammar, index) or _is_article(grammar, index))
    if grammar.low(index) in ("&", "-"):
        return True
    if not grammar.is_word(index):
        return False
    if grammar.has("and", index):
        return _starts_group(grammar, index + 1, stop)
    if grammar.has("clitics", index) and not grammar.has("determiners", index):
        return False
    if grammar.has("inner", index):
        opened = not grammar.has("determiners", index) or _has_article(grammar, first)
        return opened and index + 1 < stop and not grammar.has("days", index + 1)
    if _is_article(grammar, index):
        return _is_joint(grammar, index - 1)
    return is_nominal(grammar, index) and _follows(grammar, first, index)


def _follows(grammar: Grammar, first: int, index: int) -> bool:
    """Return whether a word in small letters may still follow: before a name."""
    if grammar.is_name(index) or _is_joint(grammar, index - 1) or _is_article(grammar, index - 1):
        return True
    return not any(grammar.is_name(place) for place in range(first, index))


def _starts_group(grammar: Grammar, index: int, stop: int) -> bool:
    named = grammar.is_name(index) or grammar.has("persons", index) or _is_article(grammar, index)
    return index < stop and named and grammar.verb(index) is None


def _is_article(grammar: Grammar, index: int) -> bool:
    return grammar.has("determiners", index)


def _has_article(grammar: Grammar, first: int) -> bool:
    return _is_article(grammar, first) or grammar.has("persons", first)


def _is_joint(grammar: Grammar, index: int) -> bool:
    return grammar.has("inner", index) or grammar.has("and", index)


def _trimmed(grammar: Grammar, first: int, last: int) -> range | None:
    """Return a group without the small words at its end."""
    while last > first and (_is_joint(grammar, last - 1) or not grammar.is_word(last - 1)):
        last -= 1
    is_bare = last == first + 1 and _is_article(grammar, first) and not is_pronoun(grammar, first)
    return range(first, last) if last > first and not is_bare else None


def group_before(grammar: Grammar, start: int, end: int) -> range | None:
    """Return the noun group that ends before `end`, not before `start`."""
    end = _before_time(grammar, start, end)
    if end <= start:
        return None
    if is_pronoun(grammar, end - 1):
        return range(end - 1, end)
    first = end
    while first > max(start, end - _LONGEST) and _precedes(grammar, start, first - 1):
        first -= 1
    while first < end and (grammar.has("conjunctions", first) or not grammar.is_word(first)):
        first += 1
    if first < end and first > start and grammar.has("prepositions", first - 1):
        return _after_place(grammar, first, end)
    return range(first, end) if first < end and not grammar.has("prepositions", first) else None


def _before_time(grammar: Grammar, start: int, end: int) -> int:
    """Return the end of a group before adverbs, days and brackets."""
    while end > start:
        index = end - 1
        if grammar.low(index) == ")":
            opener = next((place for place in range(index, start, -1) if grammar.low(place) == "("), start)
            end = opener
        elif grammar.has("days", index):
            end = index - (grammar.has("prepositions", index - 1) and index - 1 > start)
        elif grammar.is_adverb(index) or grammar.has("clitics", index) or grammar.has("negations", index):
            end = index
        else:
            break
    return end


def _precedes(grammar: Grammar, start: int, index: int) -> bool:
    if grammar.low(index) in ("&", "-"):
        return True
    if not grammar.is_word(index):
        return False
    if grammar.has("prepositions", index) or grammar.has("and", index):
        return index - 1 >= start and is_nominal(grammar, index - 1) and not grammar.has("days", index - 1)
    return is_nominal(grammar, index) or (_is_article(grammar, index) and not is_pronoun(grammar, index))


def _after_place(grammar: Grammar, first: int, end: int) -> range | None:
    """Return the name after `in Moscow`, None if there is only the place."""
    name = end
    while name > first and grammar.is_name(name - 1):
        name -= 1
    if name == first and end - first > 1:
        return range(first + 1, end)
    return range(name, end) if first < name < end and not _is_article(grammar, name - 1) else None


def group_around_aside(grammar: Grammar, sentence: Sentence, number: int) -> range | None:
    """Return the subject before an aside: `Ruiz, the mayor, said`.

    `number` is the segment that begins with the verb. An aside that is a name is the subject itself.
    """
    aside, subject = sentence.segment(number - 1), sentence.segment(number - 2)
    if aside is None or aside.is_quotation or aside.after != ",":
        return None
    if all(grammar.is_name(index) for index in aside.part):
        return aside.part
    if subject is None or subject.is_quotation or subject.after != ",":
        return group_before(grammar, aside.part.start, aside.part.stop) if number == 1 else None
    return group_before(grammar, subject.part.start, subject.part.stop)
