"""The table of marks, against the categories of an old and stable Unicode."""

import re
from unicodedata import ucd_3_2_0

from tui.model.marks import JOINERS, MARKS


def test_the_table_has_every_mark_and_no_punctuation() -> None:
    everything = "".join(map(chr, range(0x1E000)))
    marks = {character for character in everything if ucd_3_2_0.category(character) in {"Mn", "Mc"}}
    table = set(re.findall(f"[{MARKS}]", everything))
    assert marks <= table
    assert {character for character in table if ucd_3_2_0.category(character)[0] in "PSZ"} == set()


def test_a_soft_hyphen_joins_and_a_zero_width_space_does_not() -> None:
    assert re.findall(f"[{JOINERS}]", "\u00ad\u200b\u200c\u200d \u2060") == ["\u00ad", "\u200c", "\u200d", "\u2060"]
