"""The sentence of a new proposition for a draft."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.analysis.alignment.new_proposition import said_sentence
from tui.analysis.alignment.quote_spans import quote_spans
from tui.attribution.lexicon import lexicon_codes, load_lexicon
from tui.attribution.suggestion import Suggestion
from tui.layout.guess_language import language_at
from tui.model import Span

MIN_WORDS = 4
"""Words of a sentence that can be true, at least."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHE = re.compile("['’]")
_MARK = re.compile(r"[\"“”„«»‹›「」『』]|(?<!\w)[‘'’]|[’'](?!\w)")
_PRONOUNS = ("he", "she", "they", "it")
"""The lists of pronouns in a lexicon, with forms such as "his"."""
_NEAR = 3
"""Code points before a range in which its opening mark is looked for: `« J’ai vu »`."""
_SPOKEN = frozenset({"colon line", "dash line", "dialogue", "block quotation"})
"""The rules whose quotes are the speaker's own words without marks."""


def draft_sentence(draft: Suggestion, text: str) -> str:
    """Return a sentence of a draft's quote, "" if none can stand alone.

    It is the first of some words. What says "we" or "my" stays a quotation: `“We heard nothing” [Ana Ruiz]`. What
    begins with "she" or "it" has the name too, for somebody else says the same words of another.
    """
    pieces = sentence_spans(draft, text)
    sentence = said_sentence(_joined(text, pieces))
    quoted = [*_first_persons(text, pieces)]
    if not quoted:
        is_named = draft.speaker and _begins_with_pronoun(sentence, _language(text, pieces))
        return f"{sentence} [{', '.join(draft.speaker)}]" if is_named else sentence
    if not draft.speaker or not (all(quoted) or draft.rule in _SPOKEN):
        return ""  # the "we" of the article, or of somebody unknown
    said = sentence if _MARK.search(sentence) else f"“{sentence}”"
    return f"{said} [{', '.join(draft.speaker)}]"


def is_of_speaker(draft: Suggestion, text: str) -> bool:
    """Return whether its sentence would mean another if somebody else said it."""
    pieces = sentence_spans(draft, text)
    sentence = said_sentence(_joined(text, pieces))
    return any(True for _ in _first_persons(text, pieces)) or _begins_with_pronoun(sentence, _language(text, pieces))


def sentence_spans(draft: Suggestion, text: str) -> list[Span]:
    """Return the pieces of a draft's quote that its sentence is made of."""
    sentences = [*_sentences(text, quote_spans(draft, text))]
    return next((each for each in sentences if len(_joined(text, each).split()) >= MIN_WORDS), sentences[0])


def _sentences(text: str, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the pieces of each sentence: what goes on in small letters is one."""
    pieces: list[Span] = []
    for span in spans:
        first = _WORD.search(span.of(text))
        if pieces and not (first and first[0][0].islower()):
            yield pieces
            pieces = []
        pieces.append(span)
    yield pieces


def _joined(text: str, pieces: Iterable[Span]) -> str:
    return " ".join(span.of(text).strip() for span in pieces)


def _language(text: str, pieces: Sequence[Span]) -> str:
    return language_at(text, pieces[0].start, pieces[-1].end)


def _begins_with_pronoun(sentence: str, code: str) -> bool:
    """Return whether the first word means somebody or something named before."""
    first = _WORD.search(sentence)
    if first is None or code not in lexicon_codes():
        return False
    lexicon, parts = load_lexicon(code), _APOSTROPHE.split(first[0].lower())
    return any(lexicon.has(key, part) for key in _PRONOUNS for part in parts)


def _first_persons(text: str, pieces: Sequence[Span]) -> Iterator[bool]:
    """Yield for each word such as "we" or "my" whether marks are around it."""
    code = _language(text, pieces)
    if code not in lexicon_codes():
        return
    lexicon = load_lexicon(code)
    for span in pieces:
        for match in _WORD.finditer(text, *span):
            parts = _APOSTROPHE.split(match[0].lower())
            if any(lexicon.has("first_person", part) for part in (*parts, f"{parts[0]}'")):
                yield _is_quoted(text, span, match.start())


def _is_quoted(text: str, span: Span, place: int) -> bool:
    """Return whether a place in a range stands in quotation marks.

    The mark may stand before the range.
    """
    before = text[max(0, span.start - _NEAR) : span.start].rstrip()[-1:]
    opens = before not in [*"”’"] and bool(_MARK.match(before))
    return (opens + len(_MARK.findall(text, span.start, place))) % 2 == 1
