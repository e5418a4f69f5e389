"""The table of combining characters agrees with rich."""

import re
import sys

from rich.cells import cell_len

from tui.layout.combining import COMBINING
from tui.layout.visible import make_visible


def test_the_table_has_exactly_what_is_shown_without_a_cell() -> None:
    characters = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    shown = {
        character for character in characters if cell_len(character) == 0 and make_visible(character) == character
    } | {"\u200d"}
    table = set(re.findall(f"[{COMBINING}]", "".join(map(chr, range(sys.maxunicode + 1)))))
    assert table == shown
