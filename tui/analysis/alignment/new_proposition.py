"""A first wording of a proposition that the codebook lacks."""

import re

from tui.attribution.lexicon import load_lexicon
from tui.layout.guess_language import guess_language

_OPENING, _CLOSING = "\"“„«‘'「『", "\"”“»’'」』"
_STOPS = " \t\n.,;:–—-"
_THAT = re.compile(
    r"\A(?:(?:on|about|of|as to)\s+(?=whether\b))?(?:that|whether|dass|daß|ob|que|что)\s+|\Aqu['’](?=\w)", re.IGNORECASE
)
_AND_THAT = re.compile(
    r"\b(?:(and|but|or)\s+that\s+(?=(?:the|an?|he|she|it|they|we|h[ie][sr]|its|their|there|no)\b|[A-Z])"
    r"|(und|aber|et|mais|y|pero|и|но)\s+(?:dass|daß|que|что)\s+)"
)
"""What opens a second clause of what is said."""
_SUBORDINATE = re.compile(r"\b(?:that|whether|dass|daß|ob|que|что)\s|\bqu['’]", re.IGNORECASE)
"""What a second clause may belong to instead: `Nobody told us that it burned and that he fled`."""
_TAIL = re.compile(rf"(?:[,?!.][{_CLOSING}]|,(?![{_CLOSING}]))([^,{_CLOSING}]*)\Z")
"""What stands behind the last comma, or behind a quotation that ends in a mark."""
_INNER_STOP = re.compile(rf"[.,](?=[{_CLOSING}]+\Z)")
_TAIL_LENGTH = 120
_SPEAKER_WORDS = 5


def new_proposition(quote: str) -> str:
    """Return a sentence that says what a statement says.

    It has a capital, no stop at its end, no quotation marks around it and no speaker behind it: `“the bridge is late,”
    Ruiz said.` gives `The bridge is late`. Who is meant by "he" is for the reader to write.
    """
    words = " ".join(quote.split())
    return said_sentence(_without_speaker(words)) or words


def said_sentence(words: str) -> str:
    """Return a proposition's sentence for a quote that names no speaker."""
    bare = _INNER_STOP.sub("", _without_marks(" ".join(words.split())))
    sentence = _THAT.sub("", bare, count=1)
    second = _AND_THAT.search(sentence)
    if second and not _SUBORDINATE.search(sentence, 0, second.start()):
        sentence = _AND_THAT.sub(lambda match: f"{match[1] or match[2]} ", sentence)
    return sentence[:1].upper() + sentence[1:]


def _without_speaker(words: str) -> str:
    """Return the words without `, Ana Ruiz said` or the like at the end."""
    match = _TAIL.search(words, max(1, len(words) - _TAIL_LENGTH))
    said = [word.strip(_STOPS).lower() for word in match[1].split()] if match else []
    return words[: match.start(1)] if match and 0 < len(said) <= _SPEAKER_WORDS and _is_speaker(said, words) else words


def _is_speaker(said: list[str], words: str) -> bool:
    lexicon = load_lexicon(guess_language(words)[0])
    has_auxiliary = lexicon.has("auxiliaries", said[0])
    verbs = [lexicon.verbs.get(word) for word in (said[-1], *said[: 1 + has_auxiliary])]
    return any(verb and "say" in verb.classes for verb in verbs)


def _without_marks(words: str) -> str:
    """Return the words without stops and the marks around all of them."""
    bare = words.strip(_STOPS)
    inner = bare[1:-1]
    begins, ends = bare[:1] in [*_OPENING], bare[-1:] in [*_CLOSING]
    if begins and not _has_mark(inner, _CLOSING):
        return (inner if ends else bare[1:]).strip(_STOPS)
    if ends and not begins and not _has_mark(bare[:-1], _OPENING):
        return bare[:-1].strip(_STOPS)
    return bare


def _has_mark(words: str, marks: str) -> bool:
    """Return whether a text has one of these marks that is no apostrophe."""
    return re.search(rf"(?<!\w)[{marks}]|[{marks}](?!\w)", words) is not None
