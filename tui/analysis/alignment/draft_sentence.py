"""The sentence of a new proposition for a draft."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.analysis.alignment.new_proposition import said_sentence
from tui.analysis.alignment.pronoun_subject import begins_with_pronoun, with_clear_subject
from tui.analysis.alignment.quote_spans import quote_spans
from tui.attribution.lexicon import Lexicon, lexicon_codes, load_lexicon
from tui.attribution.suggestion import Suggestion
from tui.layout.guess_language import language_at
from tui.model import Span

MIN_WORDS = 4
"""Words of a sentence that can be true, at least."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHE = re.compile("['’]")
_MARK = re.compile(r"[\"“”„«»‹›「」『』]|(?<!\w)[‘'’]|[’'](?!\w)")
_NEAR = 3
"""Code points before a range in which its opening mark is looked for: `« J’ai vu »`."""
_SPOKEN = frozenset({"colon line", "dash line", "dialogue", "block quotation"})
"""The rules whose quotes are the speaker's own words without marks."""


def draft_sentence(draft: Suggestion, text: str) -> str:
    """Return a sentence of a draft's quote, "" if none can stand alone.

    It is the first of some words. What says "we" or "my" stays a quotation: `“We heard nothing” [Ana Ruiz]`. What says
    "he" of somebody unknown is none. What begins with "its" has the name too, for somebody else says it of another.
    """
    pieces = sentence_spans(draft, text)
    sentence = said_sentence(_joined(text, pieces))
    quoted = [*_first_persons(text, pieces)]
    if not quoted:
        return _with_clear_subject(sentence, draft, text, pieces)
    if not draft.speaker or not (all(quoted) or draft.rule in _SPOKEN):
        return ""  # the "we" of the article, or of somebody unknown
    said = sentence if _MARK.search(sentence) else f"“{sentence}”"
    return f"{said} [{', '.join(draft.speaker)}]"


def _with_clear_subject(sentence: str, draft: Suggestion, text: str, pieces: Sequence[Span]) -> str:
    piece = pieces[0]
    lexicon = _lexicon(text, piece)
    first = _WORD.search(text, *piece)
    if lexicon is None or first is None:
        return sentence
    before = "" if _is_quoted(text, piece, first.start()) else text[: piece.start]
    clear = with_clear_subject(sentence, draft, before, lexicon)
    is_named = clear == sentence and draft.speaker and _begins_with_owner(sentence, lexicon)
    return f"{sentence} [{', '.join(draft.speaker)}]" if is_named else clear


def is_of_speaker(draft: Suggestion, text: str) -> bool:
    """Return whether a draft's "we", "she" or "its" depends on the speaker."""
    pieces = sentence_spans(draft, text)
    sentence = said_sentence(_joined(text, pieces))
    lexicon = _lexicon(text, _all_of(pieces))
    is_others = lexicon is not None and (
        _begins_with_owner(sentence, lexicon) or begins_with_pronoun(sentence, lexicon)
    )
    return is_others or any(True for _ in _first_persons(text, pieces))


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


def _all_of(pieces: Sequence[Span]) -> Span:
    return Span(pieces[0].start, pieces[-1].end)


def _begins_with_owner(sentence: str, lexicon: Lexicon) -> bool:
    """Return whether the first word is one such as "its" or "their"."""
    first = _WORD.search(sentence)
    return first is not None and lexicon.has("owners", first[0].lower())


def _first_persons(text: str, pieces: Sequence[Span]) -> Iterator[bool]:
    """Yield for each word such as "we" or "my" whether marks are around it."""
    lexicon = _lexicon(text, _all_of(pieces))
    if lexicon is None:
        return
    for span in pieces:
        for match in _WORD.finditer(text, *span):
            parts = _APOSTROPHE.split(match[0].lower())
            if any(lexicon.has("first_person", part) for part in (*parts, f"{parts[0]}'")):
                yield _is_quoted(text, span, match.start())


def _lexicon(text: str, span: Span) -> Lexicon | None:
    """Return the words of the language of a range, None if none are known."""
    code = language_at(text, span.start, span.end)
    return load_lexicon(code) if code in lexicon_codes() else None


def _is_quoted(text: str, span: Span, place: int) -> bool:
    """Return whether a place in a range stands in quotation marks.

    The mark may stand before the range.
    """
    before = text[max(0, span.start - _NEAR) : span.start].rstrip()[-1:]
    opens = before not in [*"”’"] and bool(_MARK.match(before))
    return (opens + len(_MARK.findall(text, span.start, place))) % 2 == 1
