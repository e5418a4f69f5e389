"""Spacing marks have a cell of their own."""

import pytest
from rich.cells import cell_len

from tui.layout.graphemes import cell_of, index_at
from tui.layout.spacing_marks import pad_words, spacing_marks
from tui.layout.wrapped import wrap

HINDI = "उन्होंने पार्टियों को आर्थिक सहयोग"
SCRIPTS = (
    *(HINDI, "বাংলা খবর", "தமிழ் செய்தி", "తెలుగు వార్తలు", "ಕನ್ನಡ ಸುದ್ದಿ", "മലയാളം വാർത്ത", "ગુજરાતી સમાચાર"),
    *("ខ្មែរ ព័ត៌មាន", "မြန်မာ သတင်း", "සිංහල පුවත්"),
)


@pytest.mark.parametrize(("text", "count"), [("की", 1), ("क", 0), ("plain", 0), ("é", 0), ("हिन्दी", 2), ("❤️", 0)])
def test_spacing_marks_are_counted(text: str, count: int) -> None:
    assert spacing_marks(text) == count


@pytest.mark.parametrize("text", SCRIPTS)
def test_words_are_padded_to_the_cells_that_they_are_laid_out_in(text: str) -> None:
    assert cell_len(pad_words(text)) == cell_of(text, len(text)) == cell_len(text) + spacing_marks(text)
    assert pad_words(text).split() == text.split()
    second = text.index(" ") + 1
    assert pad_words(text).index(text[second:].split(" ")[0]) == second + spacing_marks(text[:second])


def test_a_cell_is_that_of_the_word_at_its_place() -> None:
    second = HINDI.index(" ") + 1
    cell = cell_of(HINDI, second)
    assert cell == 6
    assert index_at(HINDI, cell) == second
    assert index_at(HINDI, cell - 2) < second - 1


def test_rows_break_at_spaces_only() -> None:
    wrapped = wrap(HINDI, 9)
    assert [wrapped.row_display(row).strip() for row in range(wrapped.height)] == [
        *("उन्होंने", "पार्टियों", "को आर्थिक", "सहयोग"),
    ]
