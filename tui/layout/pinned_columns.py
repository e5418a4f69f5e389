"""Address the cursor after characters that terminals measure differently.

Whatever a terminal makes of them, what follows is drawn where it belongs, and no pane moves or cuts its neighbour.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from tui.layout.spacing_marks import spacing_marks

_DOUBTFUL = re.compile(
    "[^\0-\u05ff\u0606-\u06dc\u06de-\u070e\u0710-\u088f\u0e00-\u0e32\u0e34-\u0eb2\u0eb4-\u0eff\u10a0-\u115f\u1e00-\u200a"
    "\u2010-\u2027\u202f-\u205f\u2070-\u2319\u2400-\u25fc\u270e\u2717\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3"
    "\uf900-\ufdff\ufe10-\ufe6f\uff01-\uffef\ufffd]"
)
"""All but the characters to which every terminal gives the same cells."""
_TOKEN = re.compile(r"\x1b\[(?P<line>\d+);(?P<column>\d+)H|\x1b\[[\d;?<>=]*[ -/]*[@-~]|\x1b|\n|(?P<text>[^\x1b\n]+)")
_WORD = re.compile("([^ ]*)( *)")


def pin_columns(output: str) -> str:
    r"""Return output for a terminal with the column sent after doubtful words.

    The cells of the word are cleared first: it may fill fewer than are meant for it. `pin_columns("\x1b[1;1H⚠️ x")` is
    `"\x1b[1;1H   \x1b[1;1H⚠️\x1b[1;4Hx"`.
    """
    return "".join(_pinned(output)) if _DOUBTFUL.search(output) else output


def _pinned(output: str) -> Iterator[str]:
    line, column = "", 0
    for token in _TOKEN.finditer(output):
        text = token["text"]
        if token["line"]:
            line, column = token["line"], int(token["column"])
        if text and line and _DOUBTFUL.search(text):
            yield from _pinned_text(text, line, column)
        else:
            yield token[0]
        if text:
            column += cell_len(text)
        elif token[0] == "\n":
            line = ""  # unknown until the next address


def _pinned_text(text: str, line: str, column: int) -> Iterator[str]:
    stretch, surplus = "", 0
    for word, spaces in _WORD.findall(text):
        if not stretch and not _DOUBTFUL.search(word):
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
