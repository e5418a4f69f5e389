"""The subject of a new proposition, if the quote has a pronoun for it."""

import re

from tui.attribution.lexicon import CLAUSE, Lexicon
from tui.attribution.suggestion import Suggestion

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOP = re.compile(r"[.!?][\"”’]*\s+(?=\S)")
_REPORTED = frozenset({"that", "clause"})
"""The rules whose content follows a cue, in the words of the article."""
_SEXES = {"he": ("he", "his"), "she": ("she", "her")}
_OWNERS = frozenset({"his", "her"})
_FUNCTION_WORDS = ("determiners", "prepositions", "conjunctions", "subordinators", "pronouns", "adverbs", "days")
_BACK = 600
"""Code points before a pronoun in which two sentences start."""


def with_clear_subject(sentence: str, draft: Suggestion, before: str, lexicon: Lexicon) -> str:
    """Return a sentence whose subject is clear without its article, else "".

    `before` is the text before it, "" if the sentence is a quotation. English: `he` becomes the speaker if nobody else
    is named there.
    """
    first = _WORD.match(sentence)
    if first is None or not begins_with_pronoun(sentence, lexicon):
        return sentence
    word = first[0].lower()
    name = _speaker_meant(word, draft, before, lexicon)
    return f"{name}{'’s' if word in _OWNERS else ''}{sentence[first.end() :]}" if name else ""


def begins_with_pronoun(sentence: str, lexicon: Lexicon) -> bool:
    """Return whether the first word means somebody: `She` or `She’d`."""
    first = _WORD.match(sentence)
    return first is not None and _is_pronoun(re.split("['’]", first[0].lower())[0], lexicon)


def _is_pronoun(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word stands for somebody, and not for nobody: `it`."""
    if CLAUSE in lexicon.frames and word in _OWNERS:
        return True
    means_somebody = any(lexicon.has(key, word) for key in ("he", "she", "they"))
    return means_somebody and lexicon.has("pronouns", word) and not _is_other(word, lexicon)


def _is_other(word: str, lexicon: Lexicon) -> bool:
    return any(lexicon.has(key, word) for key in ("it", "determiners", "first_person"))


def _speaker_meant(word: str, draft: Suggestion, before: str, lexicon: Lexicon) -> str:
    """Return the speaker if a pronoun can mean nobody else, else ""."""
    sex = next((sex for sex, words in _SEXES.items() if word in words), "")
    if CLAUSE not in lexicon.frames or not sex or draft.rule not in _REPORTED or len(draft.speaker) != 1:
        return ""
    name = draft.speaker[0]
    others = _others(before, {*_words(name), *_words(draft.speaker_words)}, lexicon)
    return "" if not before or others or not _is_person(draft, sex, lexicon) else name


def _words(text: str) -> list[str]:
    return [match[0] for match in _WORD.finditer(text)]


def _is_person(draft: Suggestion, sex: str, lexicon: Lexicon) -> bool:
    """Return whether the speaker may be a man, or a woman, by the name."""
    words = _words(draft.speaker[0])
    other = "female" if sex == "he" else "male"
    if not words or lexicon.has(other, words[0].lower()) or not all(_names(word, lexicon) for word in words):
        return False
    return not any(lexicon.has("organisations", word.lower()) for word in _words(draft.speaker_words))


def _names(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word may belong to the name of a person."""
    low = word.lower()
    is_name = word[0].isupper() or lexicon.has("name_particles", low)
    return is_name and not any(lexicon.has(key, low) for key in ("organisations", "places", "persons", "titles"))


def _others(before: str, own: set[str], lexicon: Lexicon) -> bool:
    """Return whether two sentences mention anybody but the speaker."""
    near = before[-_BACK:]
    starts = [match.end() for match in _STOP.finditer(near)]
    words = _words(near[starts[-2] if len(starts) > 1 else 0 :])
    return any(_is_somebody(word, lexicon) for word in words if word not in own)


def _is_somebody(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word names one person: a name, or `the driver`."""
    low = re.split("['’]", word.lower())[0]
    if any(lexicon.has(key, low) for key in _FUNCTION_WORDS):
        return False
    is_one = not low.endswith("s") and any(lexicon.has(key, low) for key in ("persons", "titles"))
    return is_one or word[0].isupper()
