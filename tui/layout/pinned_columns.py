"""Address the cursor after characters that terminals measure differently.

Whatever a terminal makes of them, what follows is drawn where it belongs, and no pane moves or cuts its neighbour.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from rich.cells import cell_len

from tui.layout.spacing_marks import spacing_marks

_MAY_BE_DOUBTFUL = re.compile("[^\0-\u05ff]")
_FIRST_DOUBTFUL = (
    "\u0600\u06dd\u070f\u0890\u0e33\u0eb3\u0f00\u1160\u200b\u2028\u2060"
    "\u231a\u25fd\u270f\u2718\u303f\ua4d0\ud7a4\ufe00\ufe70\ufff0\ufffe"
)
_LAST_DOUBTFUL = (
    "\u0605\u06dd\u070f\u0dff\u0e33\u0eb3\u109f\u1dff\u200f\u202e\u206f"
    "\u23ff\u270d\u2716\u2e7f\u3040\uabff\uf8ff\ufe0f\uff00\ufffc\U0010ffff"
)
"""The first and last characters of the ranges that terminals do not all give the same cells."""
_PART = r"\x1b\[(?P<line>\d+);(?P<column>\d+)H|\x1b\[[\d;?<>=]*[ -/]*[@-~]|\x1b|\n|(?P<text>[^\x1b\n]+)"
_WORD = r"([^ ]*)( *)"


def pin_columns(output: str) -> str:
    r"""Return output for a terminal with the column sent after doubtful words.

    The cells of the word are cleared first: it may fill fewer than are meant for it. `pin_columns("\x1b[1;1H⚠️ x")` is
    `"\x1b[1;1H   \x1b[1;1H⚠️\x1b[1;4Hx"`.
    """
    return "".join(_pinned(output)) if _has_doubtful(output) else output


def _has_doubtful(text: str) -> bool:
    return any(map(_is_doubtful, set(_MAY_BE_DOUBTFUL.findall(text))))


@cache
def _is_doubtful(character: str) -> bool:
    # To compile a pattern of these ranges would take a fiftieth of a start.
    number = bisect_right(_FIRST_DOUBTFUL, character)
    return number > 0 and character <= _LAST_DOUBTFUL[number - 1]


def _pinned(output: str) -> Iterator[str]:
    line, column = "", 0
    for token in re.finditer(_PART, output):
        text = token["text"]
        if token["line"]:
            line, column = token["line"], int(token["column"])
        if text and line and _has_doubtful(text):
            yield from _pinned_text(text, line, column)
        else:
            yield token[0]
        if text:
            column += cell_len(text)
        elif token[0] == "\n":
            line = ""  # unknown until the next address


def _pinned_text(text: str, line: str, column: int) -> Iterator[str]:
    stretch, surplus = "", 0
    for word, spaces in re.findall(_WORD, text):
        if not stretch and not _has_doubtful(word):
            yield word + spaces
            column += cell_len(word + spaces)
            continue
        stretch += word + spaces
        surplus += spacing_marks(word)
        if len(spaces) > surplus:
            yield _pinned_stretch(stretch, line, column)
            column += cell_len(stretch)
            stretch, surplus = "", 0
    if stretch:
        yield _pinned_stretch(stretch, line, column)


def _pinned_stretch(stretch: str, line: str, column: int) -> str:
    cells = cell_len(stretch)
    return f"{' ' * cells}\x1b[{line};{column}H{stretch.rstrip(' ')}\x1b[{line};{column + cells}H"
