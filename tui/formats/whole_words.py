"""How a program counts the places of labels without their words.

Who labels a text takes whole words, and places that are counted in another way soon cut some. doccano counts UTF-16
code units, or graphemes if its project is set so. Files that a program made for it often count code points.
"""

from collections.abc import Sequence

from tui.formats.counted_places import SpansInText, from_code_points, from_graphemes, from_utf16
from tui.layout.graphemes import is_narrow
from tui.model import Span

_COUNTS = (from_utf16, from_graphemes, from_code_points)
"""The likeliest first."""


def likeliest_count(labelled: Sequence[tuple[str, Sequence[Span]]]) -> SpansInText:
    """Return how places in texts are counted: so that fewest words are cut."""
    doubtful = [(text, spans) for text, spans in labelled if not is_narrow(text)]
    if not doubtful:
        return from_code_points
    return min(_COUNTS, key=lambda count: sum(_number_cut(count(spans, text), text) for text, spans in doubtful))


def _number_cut(spans: Sequence[Span], text: str) -> int:
    return sum(not _is_whole(span, text) for span in spans)


def _is_whole(span: Span, text: str) -> bool:
    """Return whether a span begins and ends with a word, and cuts none."""
    words = span.of(text)
    if words != words.strip() or span.end > len(text) or not any(map(str.isalnum, words)):
        return False
    return not any(text[place - 1 : place].isalnum() and text[place : place + 1].isalnum() for place in span)
