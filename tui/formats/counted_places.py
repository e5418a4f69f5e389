"""Places that programs count in other units than code points.

Browsers and Java count UTF-16 code units, in which an emoji is two. Some programs count graphemes, in which a flag or a
letter with its marks is one.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from unicodedata import normalize

from tui.model import Span

SpansInText = Callable[[Sequence[Span], str], list[Span]]


def from_code_points(spans: Sequence[Span], _: str) -> list[Span]:
    """Return spans as they are."""
    return list(spans)


def from_utf16(spans: Sequence[Span], text: str) -> list[Span]:
    """Return spans that count UTF-16 code units as spans of code points.

    In `"🙂 Bo"`, the span from 3 to 5 is that from 2 to 4. A place past the end stays past it.
    """
    ends = _ends_of_wide(text)
    return [Span(*(place - bisect_right(ends, place) for place in span)) for span in spans]


def from_graphemes(spans: Sequence[Span], text: str) -> list[Span]:
    """Return spans that count graphemes as spans of code points.

    In `"🇹🇷 Bo"`, the span from 2 to 4 is that from 3 to 5.
    """
    from tui.layout.graphemes import measure  # noqa: PLC0415 - few files have letters of several code points

    places = [*(grapheme.start for grapheme in measure(text)), len(text)]
    past = len(text) + 1 - len(places)
    return [Span(*(places[place] if place < len(places) else place + past for place in span)) for span in spans]


def has_words(spans: Sequence[Span], text: str, words: str) -> bool:
    """Return whether spans of a text have these words, whatever their spaces."""
    return _letters("".join(span.of(text) for span in spans)) == _letters(words)


@lru_cache(maxsize=4)  # each line of a file may ask for the same text
def _ends_of_wide(text: str) -> tuple[int, ...]:
    """Return where letters of two code units end, in code units."""
    wide = (position for position, letter in enumerate(text) if letter > "\uffff")
    return tuple(position + number + 2 for number, position in enumerate(wide))


def _letters(words: str) -> str:
    return normalize("NFC", "".join(words.split()))
