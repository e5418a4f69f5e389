"""Find where sentences end, by their marks and the words around them.

The marks of every script are known at once; abbreviations go by the language (see `language`).
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from unicodedata import normalize

from tui.layout.guess_language import language_at
from tui.layout.language import Language, language, shortened_words
from tui.layout.stops import Stop, stops
from tui.model.marks import JOINERS, MARKS

_REACH = 200  # code points read on either side of a mark

_OPENING = "“‘«([\"'¿¡「『（【—–-„‚»›‹״*_~`| \u00a0"
_QUOTES = "“‘«\"'„‚»›‹״「『"
_COMMAS = ",;،؛"
_JOINERS = re.compile(f"[{JOINERS}]+")
_MAY_BE_MARK = re.compile("[^\x00-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u20cf]")
_ROMAN = re.compile(r"[IVX]+\Z")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?\Z")
_ELISION = re.compile(r"\A[^\W\d_]{1,5}['’](?=[^\W\d_]{2})")
_LABEL = re.compile(r"(?:\d+(?:\.\d+)*|[^\W\d_]|\d{1,2}[:.]\d\d\s*[ap]\.?m|\d{1,2}\s*[ap]\.m)\Z")
"""What is the number of an item or a time if nothing precedes it."""


class _Paragraph:
    """A paragraph of a text, from `start` to `end` in code points."""

    def __init__(self, text: str, start: int, end: int, code: str | None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.code = code

    @cached_property
    def language(self) -> Language:
        return language(self.code or language_at(self.text, self.start, self.end))

    def before(self, offset: int) -> str:
        return _plain(self.text[max(self.start, offset - _REACH) : offset])

    def after(self, offset: int) -> str:
        return _plain(self.text[offset : min(self.end, offset + _REACH)]).lstrip()


def sentence_ends(text: str, start: int, end: int, code: str | None = None) -> Iterator[int]:
    """Yield where each sentence of a paragraph ends, in code points.

    `start` and `end` are those of the paragraph, `code` is its language, to be guessed if None. Closing marks belong to
    the sentence: `sentence_ends("“Go.” He left.", 0, 14)` yields 5 and 14.
    """
    paragraph = _Paragraph(text, start, end, code)
    for stop in stops(text, start, end):
        if not stop.mark or _ends(stop, paragraph):
            yield stop.end


def _ends(stop: Stop, paragraph: _Paragraph) -> bool:
    after = paragraph.after(stop.end)
    opened = after.lstrip(_OPENING)
    if not opened:
        return True
    if opened[0].islower() or opened[0] in _COMMAS:
        return False
    if stop.has_closer and stop.mark[-1] in "!?؟":
        return _reports(paragraph.language, _marks_in(after)).match(after) is None
    if "…" in stop.mark or ".." in stop.mark:
        return opened[0].isupper() or _has_no_case(opened[0])
    if stop.mark != "." or stop.has_closer:
        return True
    before = paragraph.before(stop.start)
    return _LABEL.match(before.strip(_OPENING)) is None and _stop_ends(before.split(), after, opened, paragraph)


def _has_no_case(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()


def _plain(text: str) -> str:
    """Return the text in NFC without soft hyphens and other joiners."""
    return text if text.isascii() else normalize("NFC", _JOINERS.sub("", text))


def _marks_in(text: str) -> str:
    """Return the marks that a pattern needs for a text, "" if it has none."""
    return MARKS if _MAY_BE_MARK.search(text) else ""


@cache
def _word(marks: str) -> re.Pattern[str]:
    return re.compile(rf"[^\W_](?:[\w{marks}'’-]*[\w{marks}])?")


@lru_cache(maxsize=16)
def _reports(spoken: Language, marks: str) -> re.Pattern[str]:
    """Return the pattern of up to four words and a verb of saying."""
    verbs = "|".join(map(re.escape, sorted(spoken.reports))) or r"\Z"
    return re.compile(rf"(?:[^\W\d_](?:[\w{marks}’'-]|\.(?!\.))*\s+){{0,4}}?(?:{verbs})(?![\w{marks}])")


def _stop_ends(words: list[str], after: str, opened: str, paragraph: _Paragraph) -> bool:
    """Return whether a full stop ends a sentence, not only its last word."""
    word = words[-1].lstrip(_OPENING) if words else ""
    if not _may_be_shortened(word):
        return True
    if _is_first_letter(words):
        return False
    spoken = paragraph.language
    for form in (*_forms(_joined(words)), *_forms(word)):
        if form in spoken.titles or _is_first_part(form, opened, spoken):
            return False
        if form in spoken.numbered:
            return not opened[0].isdigit()
        if form in spoken.shortened:
            return _starts(after, opened, spoken)
    if _is_dotted(word, spoken) or _is_ordinal(word, opened, spoken):
        return _starts(after, opened, spoken)
    return True


def _may_be_shortened(word: str) -> bool:
    """Return whether a word is an abbreviation or ordinal in any language."""
    if len(word) < 2 or "." in word or word.isdecimal() or _ROMAN.match(word):
        return True
    return not shortened_words().isdisjoint(_forms(word))


def _is_first_letter(words: list[str]) -> bool:
    """Return whether the last word is a single letter after a stop."""
    return (
        len(words) > 1 and len(words[-1]) == 1 and words[-1].isalpha() and len(words[-2]) > 2 and words[-2][-1] in ".?!"
    )


def _joined(words: list[str]) -> str:
    """Return the last words as one, if each but the last ends with a stop.

    `["in", "z.", "B"]` is `z.B`.
    """
    first = len(words) - 1
    while first > 0 and words[first - 1].endswith(".") and len(words[first - 1]) <= 4:
        first -= 1
    return "".join(words[max(first, 0) :]).lstrip(_OPENING)


def _forms(word: str) -> tuple[str, ...]:
    """Return the ways in which a list may have a word: `MR` is `Mr` there.

    An article that is tied to it is left out: `l’avv` is `avv`.
    """
    bare = _ELISION.sub("", word)
    if bare.isupper() and len(bare) > 1:
        return bare, bare.capitalize(), bare.lower()
    return (bare, bare[0].lower() + bare[1:]) if len(bare) > 1 else (bare,)


def _is_first_part(form: str, opened: str, spoken: Language) -> bool:
    """Return whether what follows completes an abbreviation of several words."""
    following, stop, _ = opened[:8].partition(".")
    return bool(stop) and f"{form}.{following}" in spoken.parts


def _is_dotted(word: str, spoken: Language) -> bool:
    """Return whether a word is an initial or several, as `U.S` or `जी.डी.पी`."""
    return bool(word) and all((len(part) == 1 and part.isalpha()) or part in spoken.titles for part in word.split("."))


def _is_ordinal(word: str, opened: str, spoken: Language) -> bool:
    if _NUMBER.match(word):
        return spoken.has_ordinals("numbers") or (spoken.has_ordinals("roman") and opened[0].isdigit())
    return _ROMAN.match(word) is not None and spoken.has_ordinals("roman")


def _starts(after: str, opened: str, spoken: Language) -> bool:
    """Return whether what follows an abbreviation is a new sentence."""
    if after[0] in _QUOTES:
        return True
    following = _word(_marks_in(opened)).match(opened)
    return following is not None and following[0] in spoken.starters
