"""The sentence of a new proposition for a draft."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.analysis.alignment.new_proposition import new_proposition
from tui.analysis.alignment.pronoun_subject import with_clear_subject
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
    "he" of somebody unknown is none.
    """
    sentences = [*_sentences(text, quote_spans(draft, text))]
    pieces = next((each for each in sentences if len(_joined(text, each).split()) >= MIN_WORDS), sentences[0])
    sentence = new_proposition(_joined(text, pieces))
    quoted = [*_first_persons(text, pieces)]
    if not quoted:
        return _with_clear_subject(sentence, draft, text, pieces[0])
    if not draft.speaker or not (all(quoted) or draft.rule in _SPOKEN):
        return ""  # the "we" of the article, or of somebody unknown
    said = sentence if _MARK.search(sentence) else f"“{sentence}”"
    return f"{said} [{', '.join(draft.speaker)}]"


def _with_clear_subject(sentence: str, draft: Suggestion, text: str, piece: Span) -> str:
    lexicon = _lexicon(text, piece)
    first = _WORD.search(text, *piece)
    if lexicon is None or first is None:
        return sentence
    before = "" if _is_quoted(text, piece, first.start()) else text[: piece.start]
    return with_clear_subject(sentence, draft, before, lexicon)


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


def _first_persons(text: str, pieces: Sequence[Span]) -> Iterator[bool]:
    """Yield for each word such as "we" or "my" whether marks are around it."""
    lexicon = _lexicon(text, Span(pieces[0].start, pieces[-1].end))
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
